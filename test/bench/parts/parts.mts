import type { Comparison } from '../comparison.mts';
import type { World } from '../world.mts';
import { cleanUp } from './cleanUp.mts';
import { download } from './download.mts';
import { memory } from './memory.mts';
import { once } from './once.mts';
import { scale } from './scale.mts';
import { sends } from './sends.mts';
import { slow } from './slow.mts';
import { templates } from './templates.mts';
import { upload } from './upload.mts';

/** The parts of the bench, by the name to ask for. */
export const parts = {
	sends,
	templates,
	slow,
	once,
	scale,
	memory,
	upload,
	download,
	cleanUp,
} satisfies Record<string, (world: World) => Promise<Comparison>>;
