import { S3Client } from '@aws-sdk/client-s3';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import {
	PostWhatsAppMessageMediaCommand,
	SendWhatsAppMessageCommand,
	SocialMessagingClient,
} from '@aws-sdk/client-socialmessaging';
import type { SocialMessagingClientConfig } from '@aws-sdk/client-socialmessaging';
import aws4 from 'aws4';
import type { LocalAws } from './local-aws.mts';

/** AWS's own clients, without retries: the test sees what the stand-in answers. */
export function socialMessagingClient(
	aws: LocalAws,
	config: SocialMessagingClientConfig = {},
): SocialMessagingClient {
	return new SocialMessagingClient({
		endpoint: aws.endpoints.socialMessaging,
		region: aws.region,
		credentials: aws.credentials,
		maxAttempts: 1,
		...config,
	});
}

export function s3Client(aws: LocalAws, config: S3ClientConfig = {}): S3Client {
	return new S3Client({
		endpoint: aws.endpoints.s3,
		region: aws.region,
		credentials: aws.credentials,
		forcePathStyle: true,
		maxAttempts: 1,
		requestChecksumCalculation: 'WHEN_REQUIRED',
		...config,
	});
}

export function sendCommand(aws: LocalAws, message: object): SendWhatsAppMessageCommand {
	return new SendWhatsAppMessageCommand({
		originationPhoneNumberId: aws.account.phoneNumbers[0]?.id,
		metaApiVersion: 'v20.0',
		message: Buffer.from(JSON.stringify({ messaging_product: 'whatsapp', ...message })),
	});
}

export function textTo(aws: LocalAws, to: string, body: string): SendWhatsAppMessageCommand {
	return sendCommand(aws, { to, type: 'text', text: { body } });
}

/** Puts a file into the bucket and from there to WhatsApp, and returns its media id. */
export async function uploadMedia(
	aws: LocalAws,
	client: SocialMessagingClient,
	key: string,
	contentType: string,
	body = Buffer.from('media'),
): Promise<string> {
	const bucketName = 'whatsapp-media';
	await aws.s3.put(bucketName, key, body, contentType);
	const { mediaId = '' } = await client.send(
		new PostWhatsAppMessageMediaCommand({
			originationPhoneNumberId: aws.account.phoneNumbers[0]?.id,
			sourceS3File: { bucketName, key },
		}),
	);
	return mediaId;
}

interface RawRequest {
	service: 'social-messaging' | 'sts' | 's3';
	method: string;
	path: string;
	headers?: Record<string, string>;
	body?: string;
}

/** A signed request by hand, for what the SDK would not let through. */
export async function signedFetch(
	aws: LocalAws,
	request: RawRequest,
	credentials: aws4.Credentials = aws.credentials,
): Promise<Response> {
	const names = { 'social-messaging': 'socialMessaging', sts: 'sts', s3: 's3' } as const;
	const endpoint = aws.endpoints[names[request.service]];
	const signed = aws4.sign(
		{ ...request, host: new URL(endpoint).host, region: aws.region },
		credentials,
	);
	return await fetch(endpoint + request.path, {
		method: request.method,
		headers: signed.headers as Record<string, string>,
		body: request.body,
	});
}

/** A signed request to an action the SDK does not know yet. */
export async function callSocialMessaging(
	aws: LocalAws,
	method: string,
	path: string,
	body?: object,
): Promise<{ status: number; error: string | null; output: unknown }> {
	const response = await signedFetch(aws, {
		service: 'social-messaging',
		method,
		path,
		...(body
			? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
			: {}),
	});
	const text = await response.text();
	return {
		status: response.status,
		error: response.headers.get('x-amzn-errortype'),
		output: text === '' ? undefined : JSON.parse(text),
	};
}

export const base64 = (value: unknown): string =>
	Buffer.from(JSON.stringify(value)).toString('base64');
