import type { RunResult } from '../engine/engine.mts';
import type { Setting } from '../engine/setting.mts';
import { oldUploads } from '../engine/uploads.mts';
import type { Case } from './case.mts';

/**
 * n8n itself checks the IDs and ARNs of a form before it starts the node, and gives each check a
 * quarter of a second on the clock. On a busy machine that says nothing about the node.
 */
const OUT_OF_TIME = 'Regular expression execution timed out';
const MOST_RUNS = 5;

/** Runs the node for a case, with the stand-in as the case needs it. */
export async function runNode(
	setting: Setting,
	{ resource, operation, parameters, item = {}, file, secondPage, oldUploadOf }: Case,
): Promise<RunResult> {
	const items = [{ json: item, ...(file ? { binary: { data: file } } : {}) }];
	for (let run = 1; ; run += 1) {
		await setting.reset();
		secondPage?.(setting.aws.account);
		const scene = oldUploadOf === undefined ? {} : await oldUploads(setting, [oldUploadOf]);
		const result = await setting.run(resource, operation, parameters, { items, ...scene });
		if (run === MOST_RUNS || result.error?.message !== OUT_OF_TIME) return result;
	}
}
