import * as sdk from '@aws-sdk/client-socialmessaging';
import { wireRequest, type WireRequest } from './wire.mts';

/** The SDK's commands by the names of their actions; `$Command` is their base class. */
type Commands = {
	[Name in keyof typeof sdk as Name extends '$Command'
		? never
		: Name extends `${infer Action}Command`
			? Action
			: never]: (typeof sdk)[Name];
};

export type SdkAction = keyof Commands;

/** What the SDK takes for an action, by its own types. */
export type SdkInput<Action extends SdkAction> = NonNullable<
	ConstructorParameters<Commands[Action]>[0]
>;

type AnyCommand = Parameters<sdk.SocialMessagingClient['send']>[0];

/** The names of all actions that the installed version of the SDK has. */
export const sdkActions = Object.keys(sdk)
	.filter((name) => name.endsWith('Command') && name !== '$Command')
	.map((name) => name.slice(0, -'Command'.length)) as SdkAction[];

interface HandledRequest {
	method: string;
	path: string;
	query?: Record<string, string | string[] | null>;
	headers: Record<string, string>;
	body?: string | Uint8Array;
}

class Captured extends Error {
	constructor(readonly request: HandledRequest) {
		super('captured');
	}
}

const client = new sdk.SocialMessagingClient({
	region: 'eu-west-1',
	credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
	maxAttempts: 1,
	requestHandler: {
		handle: async (request: HandledRequest) => {
			throw new Captured(request);
		},
	},
});

/** What AWS's own SDK puts on the wire for an action, without a network. */
export async function wireOfSdk<Action extends SdkAction>(
	action: Action,
	input: SdkInput<Action>,
): Promise<WireRequest> {
	const Command = sdk[`${action}Command`] as unknown as new (own: SdkInput<Action>) => AnyCommand;
	try {
		await client.send(new Command(input));
	} catch (error) {
		if (!(error instanceof Captured)) throw error;
		const { method, path, query = {}, headers, body = '' } = error.request;
		const texts = Object.entries(query).map(([name, value]) => [name, String(value)] as const);
		return wireRequest(
			{ method, path, query: Object.fromEntries(texts) },
			headers['content-type'],
			typeof body === 'string' ? body : new TextDecoder().decode(body),
		);
	}
	throw new Error('The SDK sent nothing');
}
