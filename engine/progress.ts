import { grouped } from '../form/counts';

/** How often, in ms, a long run says how far it is. */
const EVERY_MS = 5_000;

/** Says now and then how far a run is: n8n's editor shows of a node at work only that it works. */
export class Progress {
	private toldAt = Date.now();

	/**
	 * @param action of the operation, e.g. "Send message"
	 * @param tell gets a line to be read
	 */
	constructor(
		private readonly action: string,
		private readonly total: number,
		private readonly tell: (line: string) => void,
	) {}

	/** To be called whenever an item has ended. */
	ended(items: number): void {
		const now = Date.now();
		if (now - this.toldAt < EVERY_MS) return;
		this.toldAt = now;
		this.tell(`${this.action}: ${grouped(items)} of ${grouped(this.total)} items are done`);
	}
}
