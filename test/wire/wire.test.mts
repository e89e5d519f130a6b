import { startSetting, type Setting } from '../engine/setting.mts';
import { cases } from './cases.mts';
import type { Json } from '../engine/engine.mts';
import { wireOfSdk, wireRequest, type WireRequest } from './sdk.mts';

let setting: Setting;
beforeAll(async () => {
	setting = await startSetting();
});
afterAll(async () => await setting.stop());

/** The first request of that action, whatever the stand-in answered. */
async function wireOfNode(
	action: string,
	resource: string,
	operation: string,
	parameters: Json,
	item?: Json,
): Promise<WireRequest> {
	await setting.reset();
	await setting.run(resource, operation, parameters, item ? { items: [{ json: item }] } : {});
	const sent = setting.aws.requests.find((request) => request.action === action);
	if (!sent) throw new Error(`The node did not send ${action}`);
	return wireRequest(
		sent.method,
		sent.path,
		new URLSearchParams(sent.query),
		sent.headers['content-type'],
		sent.body.toString('utf8'),
	);
}

describe("the node puts on the wire what AWS's own SDK puts there", () => {
	it.each(cases.map((example) => [example.name, example] as const))(
		'%s',
		async (_name, { action, node, command }) => {
			expect(await wireOfNode(action, ...node)).toEqual(await wireOfSdk(command));
		},
	);

	it('covers every action that the node sends', () => {
		const used = new Set(cases.map(({ action }) => action));
		expect([...used].sort()).toEqual([
			'DeleteWhatsAppMessageMedia',
			'GetLinkedWhatsAppBusinessAccount',
			'GetLinkedWhatsAppBusinessAccountPhoneNumber',
			'GetWhatsAppMessageMedia',
			'ListLinkedWhatsAppBusinessAccounts',
			'PostWhatsAppMessageMedia',
			'SendWhatsAppMessage',
		]);
	});
});
