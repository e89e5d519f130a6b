import ofLocalAws from './local-aws/jest.config.mjs';

/** Tests are `.mts` because n8n's linter, which must stay untouched, checks every `.ts` as if it shipped. */
export default {
	...ofLocalAws,
	testMatch: ['<rootDir>/{local-aws,test}/**/*.test.mts'],
};
