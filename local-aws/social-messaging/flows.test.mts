import {
	CreateWhatsAppFlowCommand,
	DeleteWhatsAppFlowCommand,
	DeprecateWhatsAppFlowCommand,
	GetWhatsAppFlowCommand,
	GetWhatsAppFlowPreviewCommand,
	ListWhatsAppFlowAssetsCommand,
	ListWhatsAppFlowsCommand,
	paginateListWhatsAppFlows,
	PublishWhatsAppFlowCommand,
	UpdateWhatsAppFlowAssetsCommand,
	UpdateWhatsAppFlowCommand,
} from '@aws-sdk/client-socialmessaging';
import type {
	CreateWhatsAppFlowCommandInput,
	SocialMessagingClient,
} from '@aws-sdk/client-socialmessaging';
import { useLocalAws } from '../use-local-aws.mts';
import { base64, callSocialMessaging, socialMessagingClient } from '../clients.mts';

const aws = useLocalAws();
let client: SocialMessagingClient;
let id: string;
beforeAll(async () => {
	client = socialMessagingClient(aws);
	id = aws.account.businessAccounts[0]?.id ?? '';
});

const invalid = { name: 'InvalidParametersException', $metadata: { httpStatusCode: 400 } };
const notFound = { name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } };

const good = { version: '7.3', screens: [{ id: 'START', layout: {} }] };
const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const create = (input: Partial<CreateWhatsAppFlowCommandInput> = {}) =>
	client.send(
		new CreateWhatsAppFlowCommand({ id, flowName: 'Survey', categories: ['SURVEY'], ...input }),
	);

const get = (flowId: string | undefined) => client.send(new GetWhatsAppFlowCommand({ id, flowId }));
const publish = (flowId: string | undefined) =>
	client.send(new PublishWhatsAppFlowCommand({ id, flowId }));
const deprecate = (flowId: string | undefined) =>
	client.send(new DeprecateWhatsAppFlowCommand({ id, flowId }));
const remove = (flowId: string | undefined) =>
	client.send(new DeleteWhatsAppFlowCommand({ id, flowId }));
const replace = (flowId: string | undefined, json: unknown) =>
	client.send(new UpdateWhatsAppFlowAssetsCommand({ id, flowId, flowJson: bytes(json) }));

it('lists the flows of the seed, and any number of others in pages', async () => {
	const { flows } = await client.send(new ListWhatsAppFlowsCommand({ id }));
	expect(flows).toMatchObject([
		{
			flowName: 'Table reservation',
			flowStatus: 'PUBLISHED',
			flowCategories: ['APPOINTMENT_BOOKING'],
			validationErrors: [],
		},
		{ flowName: 'Feedback', flowStatus: 'DRAFT' },
		{ flowName: 'Newsletter 2025', flowStatus: 'DEPRECATED' },
	]);
	aws.account.addFlows(id, 100);
	const sizes = [];
	for await (const page of paginateListWhatsAppFlows({ client, pageSize: 50 }, { id }))
		sizes.push(page.flows?.length);
	expect(sizes).toEqual([50, 50, 3]);
});

it('returns everything about a flow', async () => {
	const flowId = aws.account.flows(id).all()[0]?.id;
	const { $metadata, ...flow } = await get(flowId);
	expect($metadata.httpStatusCode).toBe(200);
	expect(flow).toEqual({
		flowId,
		flowName: 'Table reservation',
		flowStatus: 'PUBLISHED',
		categories: ['APPOINTMENT_BOOKING'],
		validationErrors: [],
		jsonVersion: '7.3',
		dataApiVersion: '3.0',
		endpointUri: 'https://flows.nordwind.example/reservation',
		preview: {
			previewUrl: expect.stringContaining(`/flows/${flowId}/preview/`),
			expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/),
		},
		whatsAppBusinessAccount: {
			id: aws.account.businessAccounts[0]?.wabaId,
			name: 'Nordwind Coffee',
			currency: 'EUR',
			timezoneId: '1',
			messageTemplateNamespace: expect.any(String),
		},
		application: { link: expect.any(String), name: expect.any(String), id: expect.any(String) },
		healthStatus: { canSendMessage: 'AVAILABLE', entities: expect.any(Array) },
	});
});

it('creates a draft, publishes it and deprecates it, and never the other way around', async () => {
	const { flowId, validationErrors } = await create({ flowJson: bytes(good) });
	expect(validationErrors).toEqual([]);
	expect(await get(flowId)).toMatchObject({ flowStatus: 'DRAFT', jsonVersion: '7.3' });
	await expect(deprecate(flowId)).rejects.toMatchObject(invalid);
	await publish(flowId);
	expect(await get(flowId)).toMatchObject({ flowStatus: 'PUBLISHED' });
	await expect(publish(flowId)).rejects.toMatchObject(invalid);
	await expect(remove(flowId)).rejects.toMatchObject(invalid);
	await deprecate(flowId);
	expect(await get(flowId)).toMatchObject({ flowStatus: 'DEPRECATED' });
	await expect(replace(flowId, good)).rejects.toMatchObject(invalid);
});

it('publishes at once if the JSON is valid, and keeps a draft with its errors if not', async () => {
	const { flowId } = await create({ flowJson: bytes(good), publish: true });
	expect(await get(flowId)).toMatchObject({ flowStatus: 'PUBLISHED' });
	const bad = await create({ flowName: 'Bad', flowJson: bytes({ screens: [{}] }), publish: true });
	expect(bad.validationErrors).toEqual([
		"MISSING_REQUIRED_PROPERTY: Flow JSON is missing the required property 'version'.",
		"MISSING_REQUIRED_PROPERTY: Screen 1 is missing the required property 'id'.",
		"MISSING_REQUIRED_PROPERTY: Screen 1 is missing the required property 'layout'.",
	]);
	expect(await get(bad.flowId)).toMatchObject({
		flowStatus: 'DRAFT',
		validationErrors: bad.validationErrors,
	});
	await expect(publish(bad.flowId)).rejects.toMatchObject({
		...invalid,
		message: expect.stringContaining("'version'"),
	});
	const empty = await create({ flowName: 'Empty' });
	await expect(publish(empty.flowId)).rejects.toMatchObject(invalid);
});

it.each([
	[Buffer.from('{'), /cannot be read/],
	[bytes([]), /must be an object/],
])('reports JSON such as %s as an error of the flow', async (flowJson, text) => {
	const { validationErrors } = await create({ flowJson });
	expect(validationErrors).toEqual([expect.stringMatching(text)]);
});

it('copies the JSON of another flow when it clones it', async () => {
	const cloneFlowId = aws.account.flows(id).all()[1]?.id;
	const { flowId } = await create({ cloneFlowId });
	expect(await get(flowId)).toMatchObject({ flowStatus: 'DRAFT', jsonVersion: '7.3' });
	await expect(create({ flowName: 'Other', cloneFlowId: '404' })).rejects.toMatchObject(notFound);
});

it('replaces the JSON, which makes a published flow a draft', async () => {
	const flowId = aws.account.flows(id).all()[0]?.id;
	expect(await replace(flowId, good)).toMatchObject({ validationErrors: [] });
	expect(await get(flowId)).toMatchObject({ flowStatus: 'DRAFT' });
	const { validationErrors } = await replace(flowId, { version: 'seven', screens: [] });
	expect(validationErrors).toHaveLength(2);
});

it('changes a draft, not what is published', async () => {
	const [published, draft] = aws.account.flows(id).all();
	const update = (change: object) =>
		client.send(new UpdateWhatsAppFlowCommand({ id, flowId: draft?.id, ...change }));
	await update({ flowName: 'Survey', categories: ['OTHER'] });
	expect(await get(draft?.id)).toMatchObject({ flowName: 'Survey', categories: ['OTHER'] });
	await expect(update({ flowName: 'Table reservation' })).rejects.toMatchObject(invalid);
	await expect(update({})).rejects.toMatchObject(invalid);
	await expect(update({ flowId: published?.id, flowName: 'x' })).rejects.toMatchObject(invalid);
	await expect(update({ categories: [] })).rejects.toMatchObject({ name: 'ValidationException' });
});

it('lists the JSON among the assets, and nothing for a flow without any', async () => {
	const assets = async (flowId: string | undefined) =>
		(await client.send(new ListWhatsAppFlowAssetsCommand({ id, flowId }))).flowAssets;
	expect(await assets(aws.account.flows(id).all()[0]?.id)).toEqual([
		{
			name: 'flow.json',
			assetType: 'FLOW_JSON',
			downloadUrl: expect.stringMatching(/^https:\/\//),
		},
	]);
	expect(await assets((await create()).flowId)).toEqual([]);
});

it('keeps the URL of a preview until it is invalidated', async () => {
	const flowId = aws.account.flows(id).all()[0]?.id;
	const preview = async (invalidate?: boolean) =>
		(await client.send(new GetWhatsAppFlowPreviewCommand({ id, flowId, invalidate }))).preview
			?.previewUrl;
	const first = await preview();
	expect(await preview(false)).toBe(first);
	const second = await preview(true);
	expect(second).not.toBe(first);
	expect(await preview()).toBe(second);
});

it('deletes a draft, which then no longer exists', async () => {
	const { flowId } = await create();
	await remove(flowId);
	await expect(get(flowId)).rejects.toMatchObject(notFound);
	await expect(remove(flowId)).rejects.toMatchObject(notFound);
});

it('refuses a name that already exists, and inputs that are out of bounds', async () => {
	await expect(create({ flowName: 'Feedback' })).rejects.toMatchObject(invalid);
	const constraint = { name: 'ValidationException' };
	await expect(create({ flowName: 'x'.repeat(201) })).rejects.toMatchObject(constraint);
	await expect(create({ cloneFlowId: 'abc' })).rejects.toMatchObject(constraint);
	await expect(get('abc')).rejects.toMatchObject(constraint);
	const other = await callSocialMessaging(aws, 'POST', '/v1/whatsapp/flow/create', {
		id,
		flowName: 'x',
		categories: ['NEWS'],
	});
	expect(other).toMatchObject({
		error: 'ValidationException',
		output: { message: expect.stringContaining("Value 'NEWS' at 'categories.1.member'") },
	});
});

it('gives a flow an endpoint and an application, which it needs if it exchanges data', async () => {
	const flowJson = base64({ ...good, data_api_version: '3.0' });
	const flow = { id, flowName: 'Dynamic', categories: ['OTHER'] };
	const made = await callSocialMessaging(aws, 'POST', '/v1/whatsapp/flow/create', {
		...flow,
		flowJson,
		publish: true,
	});
	const { flowId, validationErrors } = made.output as {
		flowId: string;
		validationErrors: string[];
	};
	expect(validationErrors).toEqual([expect.stringContaining('MISSING_ENDPOINT_URI')]);
	const update = (change: object) =>
		callSocialMessaging(aws, 'POST', '/v1/whatsapp/flow/update', { id, flowId, ...change });
	expect(await update({ endpointUri: 'http://shop.example/' })).toMatchObject({
		error: 'InvalidParametersException',
	});
	expect(await update({ endpointUri: 'x'.repeat(2049) })).toMatchObject({
		error: 'ValidationException',
	});
	const change = { endpointUri: 'https://shop.example/', metaAppId: '4711' };
	expect(await update(change)).toEqual({ status: 200, error: null, output: undefined });
	await publish(flowId);
	expect(await get(flowId)).toMatchObject({
		flowStatus: 'PUBLISHED',
		endpointUri: 'https://shop.example/',
		application: { id: '4711' },
	});
});
