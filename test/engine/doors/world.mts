import type { LocalAws } from '../../../local-aws/index.mts';
import type { Json } from '../engine.mts';
import { exampleOf } from '../examples.mts';
import { BUCKET, chosen, fileContent, fileItem, jsonOf, type Setting } from '../setting.mts';
import { oldUploads } from '../uploads.mts';

type BusinessAccount = LocalAws['account']['businessAccounts'][number];

/** One time for all runs, so that they can be compared. */
const NOW = Math.floor(Date.now() / 1000);

const EVENT = {
	event_name: 'Purchase',
	event_time: NOW,
	action_source: 'business_messaging',
	messaging_channel: 'whatsapp',
	user_data: { page_id: '1' },
};

const PUBLISHED = ['deprecate'];

/** A Flow of the account's own that the operation can be carried out on. */
function flowFor({ account }: LocalAws, { id }: BusinessAccount, operation: string): string {
	const [flow] = account.addFlows(id, 1);
	if (!flow) throw new Error('There is no Flow');
	if (PUBLISHED.includes(operation)) flow.status = 'PUBLISHED';
	return flow.id;
}

function templateOf({ account }: LocalAws, { id }: BusinessAccount) {
	const template = account.templates(id).all()[0];
	if (!template) throw new Error('There is no template');
	return template;
}

/** Files that WhatsApp keeps for the first phone number of each account. */
async function uploaded(setting: Setting, accounts: BusinessAccount[]): Promise<string[]> {
	const items = accounts.map(({ phoneNumbers: [number] }, i) =>
		fileItem(fileContent('image/jpeg', `picture ${i}`), `${i}.jpg`, 'image/jpeg', {
			id: number?.id,
		}),
	);
	const originationPhoneNumberId = chosen('={{ $json.id }}');
	const parameters = {
		originationPhoneNumberId,
		bucketName: BUCKET,
		options: { maxRequestsAtOnce: 1 },
	};
	const result = await setting.run('media', 'upload', parameters, { items });
	return jsonOf(result).map(({ mediaId }) => String(mediaId));
}

async function stored({ s3 }: LocalAws, key: string): Promise<Json> {
	await s3.put(BUCKET, key, fileContent('image/jpeg', key), 'image/jpeg');
	return { key };
}

/** What the stand-in has to know for the example of an operation to succeed, as its parameters. */
async function existing(
	setting: Setting,
	[resource = '', operation = '']: string[],
	accounts: BusinessAccount[],
): Promise<Json[]> {
	const { aws } = setting;
	const all = async (of: (account: BusinessAccount, i: number) => Json | Promise<Json>) =>
		await Promise.all(accounts.map(of));
	switch (resource) {
		case 'call':
			return await all((_, i) => {
				const to = `+4915112345${i}78`;
				return operation === 'sendEvent'
					? { callEvent: { action: 'connect', to } }
					: { destinationPhoneNumber: to };
			});
		case 'conversion':
			return await all((account, i) => {
				account.datasetId = `101385960028544${i}`;
				return operation === 'sendEvents'
					? { datasetId: account.datasetId, eventData: [EVENT] }
					: {};
			});
		case 'flow':
			if (['create', 'getAll'].includes(operation)) return await all(() => ({}));
			return await all((account) => ({ flowId: chosen(flowFor(aws, account, operation)) }));
		case 'media': {
			if (operation === 'cleanUp') {
				const numbers = accounts.map(({ phoneNumbers: [number] }) => number?.id ?? '');
				const { credentials } = await oldUploads(setting, numbers);
				const options = { previewOnly: true };
				// Whether the bucket can be used is found out once.
				await setting.run('media', 'cleanUp', { options }, { credentials });
				return numbers.map((id) => ({
					options: { ...options, originationPhoneNumberId: chosen(id) },
				}));
			}
			if (operation === 'upload') return await all(async (_, i) => await stored(aws, `${i}.jpg`));
			const ids = await uploaded(setting, accounts);
			return ids.map((mediaId) => ({ mediaId }));
		}
		case 'message':
			return await all((_, i) =>
				operation === 'send'
					? { to: `+4915112345${i}78`, textBody: `Hello ${i} – “ü” 👋\n{{ 1 }}` }
					: {},
			);
		case 'tag':
			return await all(({ arn }, i) => {
				aws.account.tags.put(arn, [{ key: 'n', value: String(i) }]);
				return { resourceArn: chosen(arn) };
			});
		case 'template':
			if (operation === 'uploadMedia') {
				return await all(async (_, i) => await stored(aws, `${i}.jpg`));
			}
			if (operation === 'createFromLibrary') {
				// It has no buttons, which would need input of their own.
				const libraryTemplateName = chosen('order_confirmed_1');
				return await all((_, i) => ({ libraryTemplateName, templateName: `mine_${i}` }));
			}
			if (['get', 'update', 'delete'].includes(operation)) {
				return await all((account) => {
					const { metaTemplateId, name } = templateOf(aws, account);
					const id = { metaTemplateId: chosen(metaTemplateId) };
					return operation === 'delete' ? { ...id, templateName: name } : id;
				});
			}
			return await all(() => ({}));
		default:
			return await all(() => ({}));
	}
}

/**
 * Parameters with which an operation succeeds in the stand-in, for three items that share nothing: each
 * has a business account and a phone number of its own.
 *
 * @param place as `EXAMPLES` names it
 */
export async function goodParameters(setting: Setting, place: string): Promise<Json[]> {
	const parts = place.split('.');
	const [resource = '', operation = ''] = parts;
	const accounts = setting.aws.account.businessAccounts.slice(0, 3);
	if (place === 'phoneNumber.getPublicKey') {
		for (const { phoneNumbers } of accounts) {
			for (const number of phoneNumbers) number.businessPublicKey = `key of ${number.id}`;
		}
	}
	const own = await existing(setting, parts, accounts);
	return accounts.map(({ id, phoneNumbers: [number] }, i) => ({
		businessAccountId: chosen(id),
		originationPhoneNumberId: chosen(number?.id ?? ''),
		phoneNumberId: chosen(number?.id ?? ''),
		...exampleOf(resource, operation),
		// In the requests of the operations that name no account.
		...(operation === 'associate' ? { accessToken: `EAAB${i}` } : {}),
		...(/^getAll|^getLibrary/.test(operation) ? { returnAll: false, limit: 11 + i } : {}),
		...own[i],
	}));
}
