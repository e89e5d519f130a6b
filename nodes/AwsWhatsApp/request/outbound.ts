import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { Call } from './call';
import { errorItem, nodeErrorOf } from './errors';
import { Form, labelsOf, plainValue } from './form';
import { laneOf, type Lane, type Work } from './lane';
import { checkMembers, labelled } from './members';
import { ItemWithFile, type Operation, type Result } from './operation';
import { listPlan } from './paging';

/** Enough for speed, few enough for AWS's quotas of 10 to 100 requests a second. */
const DEFAULT_REQUESTS_AT_ONCE = 16;
const MOST_REQUESTS_AT_ONCE = 100;

type Routed = DeclarativeRestApiSettings.ResultOptions;

function requestsAtOnce(form: Form): number {
	const wanted = Math.trunc(Number(form.options.raw('maxRequestsAtOnce')));
	return wanted >= 1 ? Math.min(wanted, MOST_REQUESTS_AT_ONCE) : DEFAULT_REQUESTS_AT_ONCE;
}

function callOf(
	context: IExecutePaginationFunctions,
	form: Form,
	{ request: { method, url }, effect }: Operation,
	{ options }: Routed,
): Call {
	const { qs, body, proxy, timeout, skipSslCertificateValidation } = options;
	return new Call(
		context,
		form,
		{ method, url, qs: { ...qs }, body: { ...(body as IDataObject) } },
		effect,
		{
			proxy,
			timeout,
			skipSslCertificateValidation: skipSslCertificateValidation === true,
		},
	);
}

function itemsOf(result: Result, item: number): INodeExecutionData[] {
	const pairedItem = { item };
	if (result instanceof ItemWithFile) return [{ ...result, pairedItem }];
	return (Array.isArray(result) ? result : [result]).map((json) => ({ json, pairedItem }));
}

/** "0-7, 9" */
function ranges(items: number[]): string {
	const found: Array<[first: number, last: number]> = [];
	for (const item of items) {
		const current = found.at(-1);
		if (current && item === current[1] + 1) current[1] = item;
		else found.push([item, item]);
	}
	return found
		.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))
		.join(', ');
}

/** So that nobody has to guess, before running it again, which messages have already gone out. */
async function doneBefore(
	lane: Lane<Result>,
	{ effect, action }: Operation,
): Promise<string | undefined> {
	const { done, unknown } = await lane.settled();
	if (effect === 'read' || !lane.total || lane.total === 1) return undefined;
	const account =
		done.length === 0
			? `"${action}" was not done for any ${unknown.length === 0 ? '' : 'other '}of the ${lane.total} items.`
			: `"${action}" was already done for ${done.length} of the ${lane.total} items: ${ranges(done)}. Leave these out when you run it again.`;
	return unknown.length === 0
		? account
		: `It may have been done for these items, so check them first: ${ranges(unknown)}. ${account}`;
}

/**
 * The one way out: n8n calls this function instead of sending an operation's request itself. It
 * keeps the number of requests at once in bounds, checks before it sends, retries where that is
 * safe, pairs every output item with its input, and turns failures into errors one can act on.
 */
export function outbound(operation: Operation) {
	const { fields, request, compose, plan, list, result, permissions } = operation;
	const labels = labelsOf(fields.map(labelled));
	const hasBody = !['GET', 'DELETE'].includes(request.method);

	const prepare = async (call: Call): Promise<Work<Result>> => {
		checkMembers(fields, call);
		if (compose) Object.assign(hasBody ? call.request.body : call.request.qs, compose(call.form));
		if (plan) return await plan(call);
		if (list) return listPlan(call, list);
		return async () => {
			const answer = await call.send();
			return result ? result(answer, call) : answer;
		};
	};

	return async function (
		this: IExecutePaginationFunctions,
		routed: Routed,
	): Promise<INodeExecutionData[]> {
		const itemIndex = this.getItemIndex();
		const form = new Form((name) => plainValue(this.getNodeParameter(name, undefined)), labels);
		const lane = laneOf(this, () => requestsAtOnce(form));
		try {
			const outcome = await lane.run(
				itemIndex,
				async () => await prepare(callOf(this, form, operation, routed)),
			);
			return outcome === undefined ? [] : itemsOf(outcome, itemIndex);
		} catch (failure) {
			const place = { node: this.getNode(), itemIndex, permissions };
			if (this.continueOnFail()) {
				return [errorItem(failure, nodeErrorOf(failure, place), itemIndex)];
			}
			throw nodeErrorOf(failure, { ...place, note: await doneBefore(lane, operation) });
		}
	};
}
