/** Tests are `.mts` because n8n's linter, which must stay untouched, checks every `.ts` as if it shipped. */
export default {
	testMatch: ['<rootDir>/{local-aws,test}/**/*.test.mts'],
	testEnvironment: 'node',
	moduleFileExtensions: ['mts', 'ts', 'mjs', 'js', 'json'],
	transform: {
		'\\.m?ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
				module: { type: 'commonjs' },
			},
		],
	},
	testTimeout: 60_000,
	maxWorkers: 2,
};
