/** What all tests of messages with keys need. */
import { BUCKET, useSetting, type Setting } from './setting.mts';

type Run = NonNullable<Parameters<Setting['send']>[1]>;

/** Parameters of a message that goes out once. */
export const once = (onceKey: unknown, options: object = {}, more: object = {}) => ({
	options: { onceKey, ...options },
	...more,
});

/** A setting whose credential names a bucket, and which is reset before each test of a file. */
export function useOnce() {
	const setting = useSetting();
	const withBucket = (bucketName: string = BUCKET) => ({ ...setting.credentials, bucketName });
	const requests = (action: string) =>
		setting.aws.requests.filter((each) => each.action === action);
	return {
		setting,
		withBucket,
		/** A credential that the process has not met: it finds out first whether the bucket is fit. */
		unknown: () => ({
			...withBucket(),
			snsEndpoint: `${setting.aws.endpoints.sns}/${Math.random()}`,
		}),
		send: async (parameters: object, { credentials = withBucket(), ...run }: Partial<Run> = {}) =>
			await setting.send(
				{ messageType: 'text', textBody: 'Your order is on its way', ...parameters },
				{ credentials, ...run },
			),
		requests,
		sends: () => requests('SendWhatsAppMessage').length,
		records: async () =>
			await Promise.all(
				(await setting.aws.s3.list(BUCKET))
					.filter(({ key }) => key.startsWith('n8n-whatsapp/v1/sends/'))
					.map(async ({ key }) => ({
						key,
						text: (await setting.aws.s3.get(BUCKET, key)).toString('utf8'),
					})),
			),
	};
}
