import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

/** A row of n8n's executions. */
export interface ExecutionRow {
	id: string;
	workflowId: string;
	status: string;
	/** In milliseconds since 1970. */
	createdAt: number;
	/** Whether it was more than saved. */
	hasBegun: boolean;
	/** What n8n keeps of it, as text. */
	data: string;
}

/** n8n's database, seen from outside. */
export interface Database {
	/** The settings with which n8n uses it. */
	env: Record<string, string>;
	/** Lets n8n change nothing for a while. */
	lock(ms: number): Promise<void>;
	executions(): Promise<ExecutionRow[]>;
	/** How many executions have not ended. */
	unfinished(): Promise<number>;
	close(): Promise<void>;
}

export const EXECUTIONS = `
	select e.id as "id", e."workflowId" as "workflowId", e.status as "status", e."createdAt" as "createdAt", e."startedAt" is not null as "hasBegun", d.data as "data"
	from execution_entity e join execution_data d on d."executionId" = e.id`;
export const UNFINISHED = `select count(*) as "count" from execution_entity where status in ('new', 'running')`;

/** How long to try for the lock while n8n itself keeps it. */
const PATIENCE_MS = 10_000;

/** A file in this folder, which n8n makes. */
export async function sqliteDatabase(folder: string): Promise<Database> {
	const file = join(folder, 'n8n.sqlite');
	const opened = <T,>(work: (database: DatabaseSync) => T): T => {
		const database = new DatabaseSync(file, { timeout: PATIENCE_MS });
		try {
			return work(database);
		} finally {
			database.close();
		}
	};
	return {
		env: { DB_TYPE: 'sqlite', DB_SQLITE_DATABASE: file },
		lock: async (ms) => {
			const database = new DatabaseSync(file, { timeout: PATIENCE_MS });
			try {
				database.exec('begin exclusive');
				await wait(ms);
				database.exec('rollback');
			} finally {
				database.close();
			}
		},
		executions: async () =>
			opened((database) =>
				database
					.prepare(EXECUTIONS)
					.all()
					.map((row) => ({
						id: String(row.id),
						workflowId: String(row.workflowId),
						status: String(row.status),
						// n8n writes the time of UTC and does not say so.
						createdAt: Date.parse(`${String(row.createdAt).replace(' ', 'T')}Z`),
						hasBegun: Boolean(row.hasBegun),
						data: String(row.data),
					})),
			),
		unfinished: async () => opened((database) => Number(database.prepare(UNFINISHED).get()?.count)),
		close: async () => undefined,
	};
}
