import type { Phone } from '../phone/phone.mts';
import type { Sessions } from '../sts/sessions.mts';
import type { ObjectStore } from '../s3/object-store.mts';
import type { Account } from './account.mts';
import { readInput } from './members.mts';
import type { InputOf, Members, Reading } from './members.mts';

/** What actions work with. */
export interface World {
	account: Account;
	objects: ObjectStore;
	phone: Phone;
	sessions: Sessions;
	/** Where media bytes are kept. */
	mediaDirectory: string;
	/** This stand-in's own S3, besides AWS's the only place media are taken from. */
	s3Endpoint: string;
}

export interface Action {
	name: string;
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	path: string;
	source: Reading['source'];
	/** Members that travel in the query although the others are in the body. All of them are texts. */
	alsoFromQuery?: readonly string[];
	/** Gives nothing where AWS answers with an empty body. */
	run(values: Record<string, unknown>, world: World): Promise<object | undefined>;
}

/** Ties an action's input to the members it declares. */
export function defineAction<M extends Members>(
	definition: Omit<Action, 'run'> & {
		members: M;
		run(input: InputOf<M>, world: World): object | undefined | Promise<object | undefined>;
	},
): Action {
	const { members, run, ...rest } = definition;
	return {
		...rest,
		run: async (values, world) => await run(readInput(members, values, rest.source), world),
	};
}
