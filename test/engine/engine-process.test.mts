import { fileURLToPath } from 'node:url';
import { startEngine, type Engine, type EngineOptions } from './engine.mts';
import { startFixtureServer, type FixtureServer } from './fixture/server.mts';

const packageFolder = fileURLToPath(new URL('./fixture', import.meta.url));

let server: FixtureServer;
const engines: Engine[] = [];
const start = async (options?: EngineOptions) => {
	const engine = await startEngine({ packageFolder, ...options });
	engines.push(engine);
	return engine;
};
const run = async (engine: Engine, parameters: Record<string, string> = {}) =>
	await engine.run({ parameters, credentials: { endpoint: server.url, user: 'alice' } });

beforeAll(async () => {
	server = await startFixtureServer();
});
afterAll(async () => {
	await Promise.all(engines.map(async (engine) => await engine.stop()));
	await server.close();
});

describe("the engine's process", () => {
	it('is silent unless it is asked to log', async () => {
		const engine = await start();
		await run(engine);
		expect(await engine.takeLog()).toBe('');
	});

	it('logs everything that n8n does at log level debug, once', async () => {
		const engine = await start({ logLevel: 'debug' });
		await engine.takeLog();
		await run(engine);
		expect(await engine.takeLog()).toMatch(/\| debug \| Running node "Fixture" finished/);
		// n8n prepares the next isolate behind the run's back, and says so.
		expect(await engine.takeLog()).not.toContain('Running node');
	});

	it('ends on an unhandled rejection, so that tests notice', async () => {
		const engine = await start();
		const forgetful = run(engine, { operation: 'forget' });
		await expect(forgetful.then(async () => await engine.memory())).rejects.toThrow(
			/The engine (ended|is not running)/,
		);
	});
});
