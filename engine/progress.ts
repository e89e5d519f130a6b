import { grouped } from '../form/counts';

/** How often, in ms, a long run says how far it is. */
const EVERY_MS = 5_000;

/** Says now and then how far a run is: n8n's editor shows of a node at work only that it works. */
export class Progress {
	private toldAt = Date.now();

	/**
	 * @param lineOf the line for a count
	 * @param tell gets a line to be read
	 */
	constructor(
		private readonly lineOf: (count: string) => string,
		private readonly tell: (line: string) => void,
	) {}

	/** To be called whenever one has ended, with how many have by now. */
	ended(count: number): void {
		const now = Date.now();
		if (now - this.toldAt < EVERY_MS) return;
		this.toldAt = now;
		this.tell(this.lineOf(grouped(count)));
	}
}
