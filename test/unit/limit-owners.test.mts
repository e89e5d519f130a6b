import { describe, expect, it } from '@jest/globals';
import { fieldsOf } from '../../engine/fields.ts';
import { text as textField } from '../../form/texts.ts';
import { properties } from '../../form/field.ts';
import { readBy } from './support/form.mts';
import { rows } from '../../form/rows.ts';
import { messageFile } from '../../whatsapp/media/fields.ts';
import { FieldError } from '../../form/fieldError.ts';
import { membersOf } from '../../form/member.ts';
import { listOf, text } from '../../form/readers.ts';
import { checkText, type LimitOwner } from '../../form/rule.ts';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';
import { templateFromForm } from '../../whatsapp/template/creation/templateFromForm.ts';
import { componentFields } from '../../whatsapp/template/creation/templateTypes.ts';
import { INTERACTIVE, TYPES } from '../message-forms.mts';
import { formWith } from './support/form.mts';
import { textPlaces } from './support/hostile-fields.mts';
import { contentOf, formOf, typeNamed } from './support/message.mts';
import { refusalOf } from './support/refusal.mts';

const SAID: Record<LimitOwner, string> = {
	'Amazon S3': 'Amazon S3 accepts',
	AWS: 'AWS accepts',
	WhatsApp: 'WhatsApp allows',
	'this node': 'this node accepts',
};
const OWNERS = Object.entries(SAID) as Array<[LimitOwner, string]>;

/** Longer than every limit of a text; only letters, so that it can be any ID. */
const LONG = 'x'.repeat(40_000);

/** Whose limit the refusal says it is, or undefined for what is refused for another reason, or not at all. */
function ownerOf(work: () => unknown): LimitOwner | undefined {
	let refusal: unknown;
	try {
		work();
	} catch (error) {
		refusal = error;
	}
	if (!(refusal instanceof FieldError) || !refusal.message.endsWith('is too long'))
		return undefined;
	const { description } = refusal;
	const found = OWNERS.filter(([, said]) => description.includes(said)).map(([owner]) => owner);
	expect([description, found]).toEqual([description, [expect.any(String)]]);
	return found[0];
}

describe('a limit', () => {
	it.each(OWNERS)('of %s is reported as its own, above and below', (by, said) => {
		const rule = { minLength: 2, maxLength: 3, by };
		expect(refusalOf(() => checkText('abcd', 'Name', rule)).description).toBe(
			`It has 4 characters; ${said} at most 3.`,
		);
		expect(refusalOf(() => checkText('a', 'Name', rule)).description).toBe(
			`It has 1 character; ${by} requires at least 2.`,
		);
		expect(refusalOf(() => listOf(text({}), { max: 1, by })('a,b', 'Names')).description).toBe(
			`It has 2; ${said} at most 1.`,
		);
		const list = rows('Names', 'names', { row: 'Name', fields: [], count: { max: 1, by } });
		expect(refusalOf(() => readBy(list, [{}, {}])).description).toBe(`It has 2; ${said} 1.`);
		const body = textField('Body', 'body', { max: 3, by });
		expect(refusalOf(() => readBy(body, 'abcd')).description).toBe(
			`It has 4 characters; ${said} at most 3. Shorten it.`,
		);
	});
});

describe("a member of AWS's request", () => {
	const members = resources.flatMap(({ value, operations }) =>
		operations.flatMap((operation) =>
			fieldsOf(operation)
				.flatMap(membersOf)
				.map((member): [string, () => unknown] => [
					`${value}.${operation.value}: ${member.member}`,
					() => readBy(member, LONG),
				]),
		),
	);

	it('is limited by AWS if it is a text with a limit', () => {
		const owners = members.map(([name, read]) => [name, ownerOf(read)] as const);
		const limited = owners.filter(([, owner]) => owner !== undefined);
		expect(limited.length).toBeGreaterThan(40);
		expect(limited.filter(([, owner]) => owner !== 'AWS')).toEqual([]);
	});
});

/** The limits in the fields of a message or of a template, by label. */
function limitsIn(
	places: Array<{ label: string; owner: LimitOwner | undefined }>,
): Record<string, LimitOwner> {
	return Object.fromEntries(
		places.flatMap(({ label, owner }) => (owner === undefined ? [] : [[label, owner]])),
	);
}

/** In messages, these alone are not WhatsApp's. */
const OTHERS_IN_MESSAGES: Record<string, LimitOwner> = {
	'Catalog ID': 'this node',
	'File Name': 'this node',
	Flow: 'AWS',
	Link: 'this node',
	'Message ID': 'this node',
	'Product ID': 'this node',
	'Thumbnail Product ID': 'this node',
	To: 'this node',
};

describe('a text in a message', () => {
	const forms = [
		...Object.entries(TYPES).map(([type, form]) => ({ type, form })),
		...Object.entries(INTERACTIVE).map(([interactiveType, form]) => ({
			type: 'interactive',
			form: { interactiveType, bodyText: 'Hello', carouselType: 'cta_url', ...form },
		})),
	];
	const limits = limitsIn(
		forms.flatMap(({ type, form }) =>
			textPlaces(properties(typeNamed(type).fields), form, { messageType: type }).map(
				({ label, fill }) => ({
					label,
					owner: ownerOf(() => contentOf(type, fill(LONG))),
				}),
			),
		),
	);

	it('is limited by WhatsApp, or by its declared owner', () => {
		expect(Object.keys(limits).length).toBeGreaterThan(15);
		const others = Object.entries(limits).filter(([, owner]) => owner !== 'WhatsApp');
		expect(OTHERS_IN_MESSAGES).toMatchObject(Object.fromEntries(others));
		expect(limits).toMatchObject({ Text: 'WhatsApp', Caption: 'WhatsApp', Body: 'WhatsApp' });
	});

	it.each<[string, Record<string, unknown>, LimitOwner]>([
		[
			'the key of an object',
			{ mediaSource: 's3Object', bucketName: 'abc', key: LONG },
			'Amazon S3',
		],
		['a bucket', { mediaSource: 's3Object', bucketName: LONG, key: 'a' }, 'Amazon S3'],
		['a media ID', { mediaSource: 'mediaId', mediaId: LONG }, 'AWS'],
		[
			'a presigned URL',
			{ mediaSource: 'presignedUrl', presignedUrl: `https://b.s3.eu-west-1.amazonaws.com/${LONG}` },
			'AWS',
		],
		[
			'a folder for staging',
			{ mediaSource: 'binary', bucketName: 'abc', options: { keyPrefix: LONG } },
			'this node',
		],
	])('of a file has the limit of its owner: %s', (_name, values, owner) => {
		expect(ownerOf(() => messageFile.of(formOf(values)))).toBe(owner);
	});
});

describe('a text in a new template', () => {
	const button = { buttonType: 'QUICK_REPLY', text: 'More' };
	const places = textPlaces(properties(componentFields), {
		templateName: 'a',
		templateLanguageCode: 'en',
		templateCategory: 'UTILITY',
		templateType: 'standard',
		headerFormat: 'TEXT',
		headerText: 'News',
		bodyText: 'Hello',
		buttons: { row: [button] },
	});

	it('is limited by WhatsApp', () => {
		const limits = limitsIn(
			places.map(({ label, fill }) => ({
				label,
				owner: ownerOf(() => templateFromForm(formWith(fill(LONG)))),
			})),
		);
		expect(Object.keys(limits).length).toBeGreaterThan(3);
		expect(new Set(Object.values(limits))).toEqual(new Set(['WhatsApp']));
	});
});
