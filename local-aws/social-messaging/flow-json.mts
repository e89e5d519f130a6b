import { isObject } from './message.mts';

export interface FlowJsonFacts {
	/** Meta's errors, one text each. */
	problems: string[];
	version?: string;
	dataApiVersion?: string;
}

const problem = (kind: string, text: string): string => `${kind}: ${text}`;

function problemsOfScreen(screen: unknown, index: number): string[] {
	const missing = ['id', 'layout'].filter(
		(name) => !isObject(screen) || screen[name] === undefined,
	);
	return missing.map((name) =>
		problem(
			'MISSING_REQUIRED_PROPERTY',
			`Screen ${index + 1} is missing the required property '${name}'.`,
		),
	);
}

const ifText = (value: unknown): string | undefined =>
	typeof value === 'string' ? value : undefined;

/** Checks the JSON of a flow, much less closely than Meta does. */
export function inspectFlowJson(bytes: Buffer): FlowJsonFacts {
	let json: unknown;
	try {
		json = JSON.parse(bytes.toString());
	} catch (error) {
		const text = error instanceof Error ? error.message : String(error);
		return { problems: [problem('INVALID_FLOW_JSON', `Flow JSON cannot be read. ${text}`)] };
	}
	if (!isObject(json))
		return { problems: [problem('INVALID_FLOW_JSON', 'Flow JSON must be an object.')] };
	const { version, screens, data_api_version: dataApiVersion } = json;
	const problems = ['version', 'screens']
		.filter((name) => !Object.hasOwn(json, name))
		.map((name) =>
			problem('MISSING_REQUIRED_PROPERTY', `Flow JSON is missing the required property '${name}'.`),
		);
	if (version !== undefined && !/^\d+\.\d+$/.test(String(version)))
		problems.push(
			problem('INVALID_PROPERTY_VALUE', "The value of 'version' is not a version, such as '7.3'."),
		);
	if (Array.isArray(screens) && screens.length > 0)
		problems.push(...screens.flatMap(problemsOfScreen));
	else if (screens !== undefined)
		problems.push(
			problem('INVALID_PROPERTY_VALUE', "The value of 'screens' must be a list of screens."),
		);
	return {
		problems,
		version: ifText(version),
		dataApiVersion: ifText(dataApiVersion),
	};
}
