/**
 * What n8n itself does with a node's items: this node has no work, and returns items like those of a
 * message sent. It can wait with them in its hands, to be looked at.
 */
const { setTimeout: wait } = require('node:timers/promises');

class Idle {
	description = {
		displayName: 'Idle',
		name: 'idle',
		group: ['transform'],
		version: 1,
		description: 'Returns an item for each item and does nothing else',
		defaults: { name: 'Idle' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [{ displayName: 'Wait (ms)', name: 'waitMs', type: 'number', default: 0 }],
	};

	async execute() {
		const items = this.getInputData().map((_, item) => ({
			json: { messageId: crypto.randomUUID(), to: `+49151${10_000_000 + item}`, type: 'text' },
			pairedItem: { item },
		}));
		await wait(this.getNodeParameter('waitMs', 0));
		return [items];
	}
}

module.exports = { Idle };
