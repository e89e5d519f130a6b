import { chosen, jsonOf, useSetting } from './setting.mts';
import { requestsFor } from './recorded.mts';

const setting = useSetting();

const CREATE = 'CreateWhatsAppFlow';
const FLOW = {
	version: '7.3',
	screens: [{ id: 'START', title: 'Start 👋', terminal: true, layout: { type: 'X' } }],
};
const INVALID = { version: '7.3', screens: [{ title: 'Start' }] };
const NEW = { flowName: 'Booking', categories: ['APPOINTMENT_BOOKING'] };

const run = async (operation: string, parameters: object = {}, more: object = {}) =>
	await setting.run('flow', operation, { ...parameters }, more);
const flows = () => setting.aws.account.flows(setting.businessAccountId).all();
const named = (name: string) => flows().find((each) => each.name === name);
const flowId = (name: string) => ({ flowId: chosen(named(name)?.id ?? '') });
const create = async (flowJson: object, more: object = {}, options: object = {}) =>
	await run('create', { ...NEW, additionalFields: { flowJson, ...more }, options });

describe('the life of a Flow', () => {
	it('leads from a draft to being deprecated', async () => {
		const ids = () => ({
			businessAccountId: setting.businessAccountId,
			flowId: named('Booking')?.id,
		});
		expect(jsonOf(await run('create', NEW))).toEqual([
			{ isValid: true, validationErrors: [], ...ids() },
		]);

		const updated = await run('updateAssets', { ...flowId('Booking'), flowJson: FLOW });
		expect(jsonOf(updated)).toEqual([{ isValid: true, validationErrors: [], ...ids() }]);

		const changed = await run('update', {
			...flowId('Booking'),
			updateFields: {
				flowName: 'Reserve',
				categories: ['SURVEY', 'OTHER'],
				endpointUri: 'https://flows.example.com/x',
			},
		});
		const id = named('Reserve')?.id;
		const done = [{ success: true, businessAccountId: setting.businessAccountId, flowId: id }];
		expect(jsonOf(changed)).toEqual(done);
		expect(named('Reserve')).toMatchObject({ categories: ['SURVEY', 'OTHER'] });

		expect(jsonOf(await run('publish', flowId('Reserve')))).toEqual(done);
		expect(named('Reserve')?.status).toBe('PUBLISHED');
		expect(jsonOf(await run('deprecate', flowId('Reserve')))).toEqual(done);
		expect(named('Reserve')?.status).toBe('DEPRECATED');
	});

	it('may end as a draft that is deleted', async () => {
		const { flowId: id } = flowId('Feedback');
		expect(jsonOf(await run('delete', { flowId: id }))).toEqual([
			{ deleted: true, businessAccountId: setting.businessAccountId, flowId: id.value },
		]);
		expect(named('Feedback')).toBeUndefined();
		const { error } = await run('delete', flowId('Table reservation'));
		expect(error?.description).toContain('Only a flow in DRAFT status can be deleted');
	});

	it('can begin as a copy, published at once', async () => {
		const cloneFlowId = flowId('Feedback').flowId;
		const result = await run('create', {
			...NEW,
			additionalFields: { cloneFlowId, publish: true },
		});
		expect(jsonOf(result)[0]).toMatchObject({ isValid: true });
		expect(named('Booking')).toMatchObject({ status: 'PUBLISHED', json: named('Feedback')?.json });
	});

	it('is not changed by empty "Update Fields", and nothing is sent', async () => {
		const feedback = flowId('Feedback');
		for (const updateFields of [{}, { categories: [] }, { flowName: ' ', endpointUri: '' }]) {
			const { error } = await run('update', { ...feedback, updateFields });
			expect(error?.message).toBe("'Update Fields' is empty [item 0]");
		}
		expect(setting.aws.requests).toEqual([]);
	});
});

describe('looking at a Flow', () => {
	it('returns it flattened, or as AWS has it', async () => {
		const [simple] = jsonOf(await run('get', flowId('Table reservation')));
		expect(simple).toMatchObject({
			flowName: 'Table reservation',
			flowStatus: 'PUBLISHED',
			canSendMessage: 'AVAILABLE',
			previewUrl: expect.stringContaining('https://'),
		});
		expect(simple).not.toHaveProperty('application');
		const [whole] = jsonOf(await run('get', { ...flowId('Table reservation'), simplify: false }));
		expect(whole).toMatchObject({ application: {}, healthStatus: { entities: [{}, {}, {}] } });
	});

	it('returns its files, one item each, and a URL to try it', async () => {
		const assets = jsonOf(await run('getAssets', flowId('Feedback')));
		expect(assets.length).toBeGreaterThan(0);
		expect(assets[0]).toMatchObject({
			name: expect.any(String),
			downloadUrl: expect.stringMatching(/^http/),
		});
		const preview = async (invalidate?: boolean) =>
			jsonOf(
				await run('getPreview', {
					...flowId('Feedback'),
					additionalFields: invalidate === undefined ? {} : { invalidate },
				}),
			)[0];
		const first = await preview();
		expect(first).toEqual({
			flowId: named('Feedback')?.id,
			previewUrl: expect.stringContaining('preview'),
			expiresAt: expect.stringMatching(/\+0000$/),
		});
		expect(await preview(false)).toEqual(first);
		expect((await preview(true))?.previewUrl).not.toBe(first?.previewUrl);
		expect(
			requestsFor(setting.aws, 'GetWhatsAppFlowPreview').map(({ query }) => query.invalidate),
		).toEqual([undefined, 'false', 'true']);
	});
});

describe('a Flow JSON in which Meta finds errors', () => {
	const found = expect.arrayContaining([expect.stringContaining('MISSING_REQUIRED_PROPERTY')]);

	it("is output with Meta's errors first", async () => {
		const [json] = jsonOf(await create(INVALID, { publish: true }));
		expect(Object.keys(json ?? {}).slice(0, 2)).toEqual(['isValid', 'validationErrors']);
		expect(json).toMatchObject({ isValid: false, validationErrors: found });
		expect(named('Booking')?.status).toBe('DRAFT');
		const replaced = await run('updateAssets', { ...flowId('Feedback'), flowJson: INVALID });
		expect(jsonOf(replaced)[0]).toMatchObject({ isValid: false, validationErrors: found });
	});

	const failing = { failOnValidationErrors: true };

	it('fails if that is wanted, and says what was done anyway', async () => {
		const { status, error } = await create(INVALID, {}, failing);
		expect(status).toBe('error');
		expect(error?.message).toBe('The Flow JSON has validation errors');
		expect(error?.description).toContain(
			`The Flow was created anyway, with the ID ${named('Booking')?.id}.`,
		);
		expect(error?.description).toContain("missing the required property 'id'");
		const replaced = await run('updateAssets', {
			...flowId('Feedback'),
			flowJson: INVALID,
			options: failing,
		});
		expect(replaced.error?.description).toContain('The Flow JSON was replaced anyway.');
		const valid = await run('updateAssets', {
			...flowId('Feedback'),
			flowJson: FLOW,
			options: failing,
		});
		expect(valid.status).toBe('success');
	});

	it("is not created a second time by n8n's 'Retry On Fail'", async () => {
		const before = flows().length;
		const result = await run(
			'create',
			{
				flowName: '=Flow {{ $json.n }}',
				categories: ['OTHER'],
				additionalFields: { flowJson: '={{ $json.flow }}' },
				options: { ...failing, maxRequestsAtOnce: 1 },
			},
			{
				items: [{ json: { n: 0, flow: FLOW } }, { json: { n: 1, flow: INVALID } }],
				retryOnFail: { maxTries: 3, waitBetweenTries: 10 },
			},
		);
		expect(result.status).toBe('error');
		expect(result.error?.description).toContain('created anyway');
		expect(requestsFor(setting.aws, CREATE)).toHaveLength(2);
		expect(flows().length).toBe(before + 2);
	});

	it('fails only its own item if the workflow continues', async () => {
		const result = await run(
			'create',
			{
				flowName: '=Flow {{ $json.n }}',
				categories: ['OTHER'],
				additionalFields: { flowJson: '={{ $json.flow }}' },
				options: failing,
			},
			{
				items: [{ json: { n: 0, flow: INVALID } }, { json: { n: 1, flow: FLOW } }],
				onError: 'continueRegularOutput',
			},
		);
		expect(jsonOf(result)).toEqual([
			{
				error: 'The Flow JSON has validation errors',
				details: { description: expect.stringContaining('created anyway'), outcome: 'done' },
			},
			expect.objectContaining({ isValid: true }),
		]);
	});

	it.each([
		['[]', "'Flow JSON' is not a JSON object"],
		['{}', "'Flow JSON' is empty"],
		['{', "'Flow JSON' is not valid JSON"],
		['{"version":"7.3","id":106540352242922000000}', "'Flow JSON' contains a number"],
	])('is not sent when it is %s', async (flowJson, message) => {
		const { error } = await run('updateAssets', { ...flowId('Feedback'), flowJson });
		expect(error?.message).toContain(message);
		expect(setting.aws.requests).toEqual([]);
	});
});
