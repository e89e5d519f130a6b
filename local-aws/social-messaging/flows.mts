import { randomUUID } from 'node:crypto';
import { inspectFlowJson } from './flow-json.mts';
import type { FlowJsonFacts } from './flow-json.mts';
import { sampleFlowJson } from './flow-seed.mts';
import type { FlowSeed } from './flow-seed.mts';
import { invalidParameters, metaRefusal, notFound } from './refusals.mts';

export interface FlowPreview {
	previewUrl: string;
	/** In milliseconds since 1970. */
	expiresAt: number;
}

export interface Flow {
	id: string;
	name: string;
	status: 'DRAFT' | 'PUBLISHED' | 'DEPRECATED';
	categories: string[];
	json?: Buffer;
	facts: FlowJsonFacts;
	endpointUri?: string;
	metaAppId?: string;
	preview: FlowPreview;
}

interface NewFlow {
	flowName: string;
	categories: string[];
	flowJson: Buffer | undefined;
	publish: boolean | undefined;
	cloneFlowId: string | undefined;
	endpointUri: string | undefined;
}

interface FlowChange {
	flowName: string | undefined;
	categories: string[] | undefined;
	endpointUri: string | undefined;
	metaAppId: string | undefined;
}

const previewLifetime = 30 * 24 * 3_600_000;
const nothingYet: FlowJsonFacts = { problems: [] };

function newPreview(flowId: string): FlowPreview {
	return {
		previewUrl: `https://business.facebook.com/wa/manage/flows/${flowId}/preview/?token=${randomUUID()}`,
		expiresAt: Date.now() + previewLifetime,
	};
}

function checkEndpoint(uri: string | undefined): void {
	if (uri !== undefined && !(URL.canParse(uri) && new URL(uri).protocol === 'https:'))
		throw metaRefusal('Invalid endpoint_uri', 'The endpoint of a flow must be an HTTPS URL.');
}

/** What keeps a flow from being published. */
function obstacles({ json, facts, endpointUri }: Flow): string[] {
	if (!json) return ['MISSING_FLOW_JSON: The flow has no Flow JSON.'];
	if (facts.dataApiVersion !== undefined && endpointUri === undefined)
		return [...facts.problems, 'MISSING_ENDPOINT_URI: The flow has no endpoint for its data.'];
	return facts.problems;
}

/** The flows of one business account. */
export class Flows {
	#flows: Flow[];
	readonly #nextId: () => string;

	constructor(nextId: () => string, seeds: FlowSeed[] = []) {
		this.#nextId = nextId;
		this.#flows = seeds.map((seed) => ({
			...this.#blank(seed.name, seed.categories),
			...seed,
			facts: inspectFlowJson(seed.json),
		}));
	}

	all(): readonly Flow[] {
		return this.#flows;
	}

	find(id: string): Flow {
		const found = this.#flows.find((flow) => flow.id === id);
		if (!found) throw notFound(`Flow ${id}`);
		return found;
	}

	create(input: NewFlow): { flow: Flow; problems: string[] } {
		this.#checkName(input.flowName);
		checkEndpoint(input.endpointUri);
		const original = input.cloneFlowId === undefined ? undefined : this.find(input.cloneFlowId);
		const json = input.flowJson ?? original?.json;
		const flow: Flow = {
			...this.#blank(input.flowName, input.categories),
			...(json ? { json, facts: inspectFlowJson(json) } : {}),
			...(input.endpointUri === undefined ? {} : { endpointUri: input.endpointUri }),
		};
		this.#flows.push(flow);
		if (!input.publish) return { flow, problems: flow.facts.problems };
		const problems = obstacles(flow);
		if (problems.length === 0) flow.status = 'PUBLISHED';
		return { flow, problems };
	}

	update(id: string, change: FlowChange): void {
		const flow = this.find(id);
		if (Object.values(change).every((value) => value === undefined))
			throw invalidParameters('At least one property of the flow must be specified.');
		this.#require(flow, 'DRAFT', 'updated');
		if (change.flowName !== undefined && change.flowName !== flow.name)
			this.#checkName(change.flowName);
		checkEndpoint(change.endpointUri);
		flow.name = change.flowName ?? flow.name;
		flow.categories = change.categories ?? flow.categories;
		flow.endpointUri = change.endpointUri ?? flow.endpointUri;
		flow.metaAppId = change.metaAppId ?? flow.metaAppId;
	}

	replaceJson(id: string, json: Buffer): string[] {
		const flow = this.find(id);
		if (flow.status === 'DEPRECATED')
			throw metaRefusal("Flow can't be updated", 'A flow that is deprecated stays as it is.');
		Object.assign(flow, { json, facts: inspectFlowJson(json), status: 'DRAFT' });
		return flow.facts.problems;
	}

	publish(id: string): void {
		const flow = this.find(id);
		this.#require(flow, 'DRAFT', 'published');
		const problems = obstacles(flow);
		if (problems.length > 0)
			throw metaRefusal("Flow can't be published", `Its errors come first: ${problems.join(' ')}`);
		flow.status = 'PUBLISHED';
	}

	deprecate(id: string): void {
		const flow = this.find(id);
		this.#require(flow, 'PUBLISHED', 'deprecated');
		flow.status = 'DEPRECATED';
	}

	delete(id: string): void {
		const flow = this.find(id);
		this.#require(flow, 'DRAFT', 'deleted');
		this.#flows = this.#flows.filter((one) => one !== flow);
	}

	/** The URL under which anyone can try the flow; a new one when the old one has expired or is unwanted. */
	preview(id: string, invalidate = false): FlowPreview {
		const flow = this.find(id);
		if (invalidate || Date.now() >= flow.preview.expiresAt) flow.preview = newPreview(flow.id);
		return flow.preview;
	}

	/** Made up, for lists of many pages. */
	add(count: number): Flow[] {
		const added = Array.from({ length: count }, (_, offset): Flow => {
			const name = `Form ${String(this.#flows.length + offset + 1).padStart(5, '0')}`;
			const json = sampleFlowJson(name);
			return { ...this.#blank(name, ['OTHER']), json, facts: inspectFlowJson(json) };
		});
		this.#flows.push(...added);
		return added;
	}

	#blank(name: string, categories: string[]): Flow {
		const id = this.#nextId();
		return { id, name, categories, status: 'DRAFT', facts: nothingYet, preview: newPreview(id) };
	}

	#checkName(name: string): void {
		if (this.#flows.some((flow) => flow.name === name))
			throw metaRefusal('Flow name is not unique', `There is already a flow named '${name}'.`);
	}

	#require(flow: Flow, status: Flow['status'], what: string): void {
		if (flow.status !== status)
			throw metaRefusal(
				`Flow can't be ${what}`,
				`Only a flow in ${status} status can be ${what}, this one is ${flow.status}.`,
			);
	}
}
