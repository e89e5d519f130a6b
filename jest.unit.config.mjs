import all from './jest.config.mjs';

/** The tests that need neither n8n nor a build. */
export default {
	...all,
	testMatch: [
		'<rootDir>/test/{bench,unit,structure,snapshots}/**/*.test.mts',
		'<rootDir>/test/wire/{actions,blob,coverage,sns}.test.mts',
	],
};
