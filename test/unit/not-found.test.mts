import { describe, expect, it } from '@jest/globals';
import { NodeApiError, type INode } from 'n8n-workflow';
import { adviceFor } from '../../aws/advice/advice.ts';
import { namedIn } from '../../aws/advice/notFound.ts';
import { nodeErrorOf } from '../../engine/errors.ts';
import { AwsServiceError } from '../../aws/errors/errors.ts';
import { fieldsOf } from '../../engine/fields.ts';
import { memberLabels } from '../../engine/members.ts';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';

const HEX = '976c72a700aa43ff95ae376ee4c530d9';
const PHONE = `phone-number-id-${HEX}`;
const ACCOUNT = `waba-${HEX}`;
const MEDIA = '1013859600285441';

const refusalOf = (text: string) => ({ name: 'ResourceNotFoundException', text, status: 404 });
const advise = (request: object, text = '', action?: string) =>
	adviceFor(refusalOf(text), action, namedIn(request));

describe('something that AWS does not find', () => {
	it.each<[string, object, string]>([
		[
			'a media file',
			{ originationPhoneNumberId: PHONE, mediaId: MEDIA },
			'the media file or the phone number',
		],
		[
			'a template by ID',
			{ id: ACCOUNT, metaTemplateId: '17' },
			'the template or the business account',
		],
		[
			'a template by name',
			{ id: ACCOUNT, templateName: 'order_update', templateLanguageCode: 'fr' },
			'the template or the business account',
		],
		[
			'a template by both',
			{ id: ACCOUNT, templateName: 'a', metaTemplateId: '17' },
			'the template or the business account',
		],
		['a Flow', { id: ACCOUNT, flowId: '17' }, 'the Flow or the business account'],
		[
			'a Flow to clone',
			{ id: ACCOUNT, flowName: 'New', cloneFlowId: '17' },
			'the Flow to clone or the business account',
		],
		['a dataset', { id: ACCOUNT, datasetId: '1234567890' }, 'the dataset or the business account'],
		['a phone number', { id: PHONE }, 'the phone number'],
		[
			'a phone number by ARN',
			{ id: `arn:aws:social-messaging:eu-west-1:1:phone-number-id/${HEX}` },
			'the phone number',
		],
		[
			'the number that sends',
			{ originationPhoneNumberId: PHONE, message: 'e30=' },
			'the phone number',
		],
		['a business account', { id: ACCOUNT, maxResults: 5 }, 'the business account'],
		[
			'what has tags',
			{ resourceArn: `arn:aws:social-messaging:eu-west-1:1:waba/${HEX}` },
			'the business account',
		],
	])('is named by its kind: %s', (_name, request, things) => {
		expect(advise(request).message).toBe(`AWS cannot find ${things}`);
	});

	it('is reported with its value', () => {
		const { advice } = advise({
			id: ACCOUNT,
			templateName: 'order_update',
			templateLanguageCode: 'fr',
		});
		expect(advice).toContain(
			`the template "order_update" in "fr" and the business account "${ACCOUNT}"`,
		);
		expect(advice).toMatch(/Check them\. .* region/);
	});

	it.each<[string, string]>([
		[`Media ${MEDIA} was not found.`, 'AWS cannot find the media file'],
		[`Phone number ${PHONE} was not found.`, 'AWS cannot find the phone number'],
		[`No such resource: ${PHONE}.`, 'AWS cannot find the phone number'],
		['Media 10138596002854 was not found.', 'AWS cannot find the media file or the phone number'],
		['The resource was not found.', 'AWS cannot find the media file or the phone number'],
		['', 'AWS cannot find the media file or the phone number'],
	])('is the one that AWS itself names: %s', (text, message) => {
		expect(advise({ originationPhoneNumberId: PHONE, mediaId: MEDIA }, text).message).toBe(message);
	});

	it('is not searched for in the words of a sentence', () => {
		const request = { id: ACCOUNT, templateName: 'template', templateLanguageCode: 'en' };
		expect(advise(request, 'The template was not found').message).toBe(
			'AWS cannot find the template or the business account',
		);
	});

	it('may be something that no member names', () => {
		const action = 'social-messaging:GetWhatsAppBusinessPublicKey';
		const { message, advice } = advise({ originationPhoneNumberId: PHONE }, '', action);
		expect(message).toBe('AWS cannot find the public key or the phone number');
		expect(advice).toContain('A phone number has none until you set one.');
	});

	it('is reported with how long WhatsApp keeps a file', () => {
		expect(advise({ originationPhoneNumberId: PHONE, mediaId: MEDIA }).advice).toMatch(
			/30 days.* 7/,
		);
		expect(advise({ id: PHONE }).advice).not.toContain('days');
	});

	it('remains unnamed if the request names nothing', () => {
		for (const request of [
			{},
			{ maxResults: 5 },
			{ mediaId: '' },
			{ mediaId: 17 },
			{ mediaId: null },
		]) {
			expect(advise(request).message).toBe('AWS cannot find something that the request refers to');
		}
	});

	it('is not searched for in a file, stream or other body', () => {
		const file = Buffer.alloc(1);
		expect(namedIn(undefined, null, 'mediaId=1', 17, file, ['mediaId'], new Map())).toEqual([]);
		expect(namedIn(Object.create({ mediaId: MEDIA }))).toEqual([]);
		expect(namedIn({ mediaId: MEDIA }, file)).toHaveLength(1);
	});
});

describe('the error', () => {
	const node = { name: 'WhatsApp', type: 'x', typeVersion: 1 } as INode;
	const sheets = resources.flatMap(({ value, operations }) =>
		operations.map((operation) => [`${value}.${operation.value}`, operation] as const),
	);
	const labelsOf = (id: string) => {
		const [, operation] = sheets.find(([each]) => each === id) ?? [];
		return memberLabels(operation ? fieldsOf(operation) : []);
	};

	it.each<[string, object, string]>([
		['media.get', { originationPhoneNumberId: PHONE, mediaId: MEDIA }, `"${MEDIA}" ('Media ID')`],
		[
			'media.delete',
			{ originationPhoneNumberId: PHONE, mediaId: MEDIA },
			`"${PHONE}" ('Your Phone Number')`,
		],
		['template.get', { id: ACCOUNT, metaTemplateId: '17' }, '"17" (\'Template\')'],
		['template.delete', { id: ACCOUNT, templateName: 'a' }, '"a" (\'Template Name\')'],
		['flow.publish', { id: ACCOUNT, flowId: '17' }, '"17" (\'Flow\')'],
		['flow.create', { id: ACCOUNT, cloneFlowId: '17' }, '"17" (\'Clone From Flow\')'],
		['phoneNumber.get', { id: PHONE }, `"${PHONE}" ('Phone Number')`],
		['businessAccount.get', { id: ACCOUNT }, `"${ACCOUNT}" ('Business Account')`],
		['conversion.sendEvents', { id: ACCOUNT, datasetId: '12' }, '"12" (\'Dataset ID\')'],
		['tag.getAll', { resourceArn: `arn:aws:x:waba/${HEX}` }, "('Tagged Resource')"],
		['message.send', { originationPhoneNumberId: PHONE }, `"${PHONE}" ('Your Phone Number')`],
	])('of %s names the field', (id, request, told) => {
		const failure = new AwsServiceError(refusalOf(''), undefined, namedIn(request));
		const error = nodeErrorOf(failure, { node, itemIndex: 0, labels: labelsOf(id) });
		expect(error.message).toMatch(/^AWS cannot find the /);
		expect(error.description).toContain(told);
		expect(error.description).toContain('ResourceNotFoundException');
	});

	it('has a message that n8n does not replace, whatever the ID is', () => {
		const hostile = { id: ACCOUNT, templateName: 'ECONNREFUSED_1', flowId: 'ENOENT' };
		const { message } = advise(hostile);
		expect(new NodeApiError(node, {}, { message }).message).toBe(message);
	});

	it('belongs to members that operations have', () => {
		const members = new Set(sheets.flatMap(([, { fields }]) => [...memberLabels(fields).keys()]));
		for (const member of [
			...['mediaId', 'metaTemplateId', 'templateName', 'templateLanguageCode', 'flowId'],
			...['cloneFlowId', 'datasetId', 'resourceArn', 'originationPhoneNumberId', 'id'],
		]) {
			expect([...members]).toContain(member);
		}
	});
});
