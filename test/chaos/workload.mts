import type { Figures } from './report.mts';
import type { World } from './world.mts';

/** What all seeds are run with. */
export interface Setup {
	profile: string;
	mode: string;
	/** How many items a run has unless the command says otherwise. */
	items: number;
	run(world: World, seed: number, items: number): Promise<Figures>;
}
