import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { postgresSettings, startPostgres } from '../../n8n/postgres.mts';
import { EXECUTIONS, UNFINISHED, type Database } from './database.mts';

/** What is used of `pg`, which n8n brings along. */
interface Client {
	connect(): Promise<void>;
	query(text: string): Promise<{ rows: Array<Record<string, unknown>> }>;
	end(): Promise<void>;
}
interface Pg {
	Client: new (options: { host: string; port: number; user: string; database: string }) => Client;
}

/** Everything that n8n writes when it starts and ends an execution, and when it publishes a workflow. */
const TABLES = 'execution_entity, execution_data, workflow_entity, workflow_history';

/** A PostgreSQL of its own, with its data in this folder. */
export async function postgresDatabase(folder: string): Promise<Database> {
	const installed = join(process.env.AWS_WHATSAPP_N8N_DIR ?? '', 'node_modules/n8n/package.json');
	const { Client } = createRequire(installed)('pg') as Pg;
	const postgres = await startPostgres(folder);
	const { port, user, database, stop } = postgres;
	const connected = async <T,>(work: (client: Client) => Promise<T>): Promise<T> => {
		const client = new Client({ host: '127.0.0.1', port, user, database });
		await client.connect();
		try {
			return await work(client);
		} finally {
			await client.end();
		}
	};
	return {
		env: postgresSettings(postgres),
		lock: async (ms) =>
			await connected(async (client) => {
				await client.query('begin');
				await client.query(`lock table ${TABLES} in access exclusive mode`);
				await wait(ms);
				await client.query('rollback');
			}),
		executions: async () =>
			await connected(async (client) => {
				const { rows } = await client.query(EXECUTIONS);
				return rows.map((row) => ({
					id: String(row.id),
					workflowId: String(row.workflowId),
					status: String(row.status),
					createdAt: row.createdAt instanceof Date ? row.createdAt.getTime() : Number.NaN,
					hasBegun: row.hasBegun === true,
					data: String(row.data),
				}));
			}),
		unfinished: async () =>
			await connected(async (client) => Number((await client.query(UNFINISHED)).rows[0]?.count)),
		close: stop,
	};
}
