import { setTimeout as wait } from 'node:timers/promises';
import type { Door, Json, OutputItem, RunRequest, RunResult } from '../engine.mts';
import type { Setting } from '../setting.mts';
import { comparison, requestOf, sorted } from './comparable.mts';

export const DOORS = ['custom', 'declarative'] as const;

/** A run of an operation, without the door that it goes through. */
export type DoorRun = Omit<RunRequest, 'credentials' | 'door'> & { credentials?: Json };

/** What a run has done, in a form in which two runs can be compared. */
export interface Seen {
	status: RunResult['status'];
	error: Omit<NonNullable<RunResult['error']>, 'context' | 'stack'> | undefined;
	outputs: OutputItem[][];
	requests: object[];
}

const QUIET_MS = 60;

/** What is in S3 for the moment only may be removed after the node has ended. */
async function untilQuiet({ aws }: Setting): Promise<void> {
	if (!aws.requests.some(({ service }) => service === 's3')) return;
	let before: number;
	do {
		before = aws.requests.length;
		await wait(QUIET_MS);
	} while (aws.inFlight.now > 0 || aws.requests.length > before);
}

/** The error without what is n8n's to say: where in its engine it came up. */
function errorOf({ error }: RunResult): Seen['error'] {
	if (!error) return undefined;
	const { name, message, description, httpCode, itemIndex } = error;
	return { name, message, description, httpCode, itemIndex };
}

/** Runs an operation through one door. */
export async function throughDoor(
	setting: Setting,
	door: Door,
	place: string,
	{ parameters, ...run }: DoorRun,
): Promise<Seen> {
	const [resource = '', operation = ''] = place.split('.');
	const comparable = comparison(setting.aws);
	setting.aws.requests.length = 0;
	const result = await setting.run(resource, operation, parameters, { ...run, door });
	await untilQuiet(setting);
	return comparable({
		status: result.status,
		error: errorOf(result),
		outputs: result.outputs.map((items) =>
			items.map(({ error, ...item }) =>
				error ? { ...item, error: errorOf({ ...result, error }) } : item,
			),
		) as OutputItem[][],
		requests: sorted(comparable(setting.aws.requests.map(requestOf))),
	});
}

/**
 * Runs an operation through both doors, each in a world that was set up for it in the same way.
 *
 * @param prepare sets up the world, and says what to run in it
 */
export async function throughBothDoors(
	setting: Setting,
	place: string,
	prepare: () => Promise<DoorRun>,
): Promise<Record<Door, Seen>> {
	const seen: Partial<Record<Door, Seen>> = {};
	for (const door of DOORS) {
		await setting.reset();
		seen[door] = await throughDoor(setting, door, place, await prepare());
	}
	return seen as Record<Door, Seen>;
}
