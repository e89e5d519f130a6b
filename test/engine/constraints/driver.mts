import { isDeepStrictEqual } from 'node:util';
import type { RecordedRequest } from '../../../local-aws/index.mts';
import type { Json } from '../engine.mts';
import { exampleOf } from '../examples.mts';
import { bodyOf } from '../recorded.mts';
import { jsonOf, chosen, type Setting } from '../setting.mts';
import type { Constraint } from './constraint.mts';

type Container = Record<string, unknown>;

const isContainer = (value: unknown): value is Container =>
	typeof value === 'object' && value !== null;

/** A copy in which no object is at two places. */
const apart = (parameters: Json = {}): Json => JSON.parse(JSON.stringify(parameters)) as Json;

/** Puts a value at a path, making the groups on the way that are not there. */
function put(parameters: Json, path: string, value: unknown): Json {
	const steps = path.split('.');
	const last = steps.pop() ?? '';
	let container: Container = parameters;
	for (const step of steps) {
		const next = container[step];
		const inner: Container = isContainer(next) ? next : {};
		container[step] = inner;
		container = inner;
	}
	container[last] = value;
	return parameters;
}

export interface Verdict {
	value: unknown;
	/** The error of the item, if it has one. */
	error?: string;
	description?: string;
}

/** Runs the operation with each of the values in its place, one item each. */
export async function tryValues(
	setting: Setting,
	{ place: [resource, operation], path, more, isLiteral }: Constraint,
	values: unknown[],
): Promise<Verdict[]> {
	const run = async (inPlace: unknown, items: Array<{ json: object }>) => {
		const parameters = put(
			{
				originationPhoneNumberId: chosen(setting.phoneNumberId),
				phoneNumberId: chosen(setting.phoneNumberId),
				businessAccountId: chosen(setting.businessAccountId),
				...exampleOf(resource, operation),
				...apart(more),
			},
			path,
			inPlace,
		);
		const result = await setting.run(resource, operation, parameters, {
			items,
			onError: 'continueRegularOutput',
		});
		if (result.error) throw new Error(result.error.message);
		return result;
	};
	const results = isLiteral
		? await Promise.all(values.map(async (value) => await run(value, [{ json: {} }])))
		: [
				await run(
					'={{ $json.value }}',
					values.map((value) => ({ json: { value } })),
				),
			];
	const failed = results.flatMap((result, index) =>
		jsonOf(result).flatMap((json, position) => {
			const { pairedItem } = result.outputs[0]?.[position] ?? {};
			const item = isLiteral ? index : (pairedItem as { item: number }).item;
			return typeof json.error === 'string' ? [{ item, json }] : [];
		}),
	);
	return values.map((value, item) => {
		const found = failed.find((each) => each.item === item)?.json;
		const details = found?.details as { description?: string } | undefined;
		return { value, error: found?.error as string | undefined, description: details?.description };
	});
}

function holds(container: unknown, wanted: unknown): boolean {
	if (isDeepStrictEqual(container, wanted)) return true;
	return isContainer(container) && Object.values(container).some((each) => holds(each, wanted));
}

/** Whether the request has the value in its query or anywhere in its body. */
export function carries(request: RecordedRequest, wanted: unknown): boolean {
	return holds(request.query, wanted) || holds(bodyOf(request), wanted);
}
