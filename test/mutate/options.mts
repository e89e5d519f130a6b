import { parseArgs } from 'node:util';

export const ALL_ROOMS = ['form', 'whatsapp', 'aws', 'engine'];

export const USAGE = `Usage: npm run mutate -- [--count 200] [--seed 1] [--rooms ${ALL_ROOMS.join(',')}] [--list]

Makes small mistakes in copies of the sources, one at a time, and says which of them no test notices.
  --count  how many mutants, drawn at random
  --seed   the same seed draws the same mutants of the same sources
  --rooms  the folders whose sources are spoilt
  --list   only names the mutants that are drawn

On two idle cores a mutant that is noticed takes about 5 seconds and one that is not about a minute, so
that 200 take 15 minutes. With AWS_WHATSAPP_N8N_DIR, where n8n is installed, what survives the pure tests
has to survive those with n8n's engine as well, for some 10 minutes each.
Ends with code 1 where fewer than 95 % are noticed.`;

export interface MutateOptions {
	count: number;
	seed: number;
	rooms: string[];
	list: boolean;
}

/** Reads the command's arguments; throws what to write instead. */
export function optionsOf(args: string[]): MutateOptions {
	const { values } = parseArgs({
		args,
		options: {
			count: { type: 'string', default: '200' },
			seed: { type: 'string', default: '1' },
			rooms: { type: 'string', default: ALL_ROOMS.join() },
			list: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const [count, seed] = [Number(values.count), Number(values.seed)];
	const rooms = values.rooms.split(',');
	const isGood =
		Number.isSafeInteger(count) &&
		count > 0 &&
		Number.isSafeInteger(seed) &&
		rooms.every((room) => ALL_ROOMS.includes(room));
	if (values.help || !isGood) throw new Error(USAGE);
	return { count, seed, rooms, list: values.list };
}
