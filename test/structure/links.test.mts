import { readBy } from '../unit/support/form.mts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpointUri } from '../../whatsapp/flow/fields.ts';
import { messageFile, presignedUrl as presignedUrlField } from '../../whatsapp/media/fields.ts';
import { urls } from '../../whatsapp/message/contactLists.ts';
import { orderItems } from '../../whatsapp/message/interactive/orderItems.ts';
import { paymentSettings } from '../../whatsapp/message/interactive/paymentSettings.ts';
import { urlButton as linkButton } from '../../whatsapp/message/interactive/ctaUrl.interactive.ts';
import { Form } from '../../form/form.ts';
import { signupCallbackOf } from '../../nodes/AwsWhatsApp/resources/businessAccount/associate.operation.ts';
import { libraryButtonOf } from '../../nodes/AwsWhatsApp/resources/template/createFromLibrary.operation.ts';
import { url as urlButton } from '../../whatsapp/template/buttons/url.button.ts';
import { FieldError } from '../../form/fieldError.ts';
import { everyField } from './description.mts';

const ROOT = join(import.meta.dirname, '../..');

type Values = Record<string, unknown>;

const formOf = (values: Values) => new Form((name) => values[name]);
const row = (values: Values) => ({ row: [values] });

const GOOD = 'https://example.com/a';

const IMPORTER = {
	countryOfOrigin: 'India',
	importerName: 'Acme',
	importerAddressLine1: 'Hill Road',
	importerCity: 'Mumbai',
	importerCountryCode: 'IN',
	importerPostalCode: '400063',
};

const appButton = (options: Values) =>
	formOf({ text: 'Open', url: GOOD, options: { metaAppId: '1', ...options } });

/** Where a link is typed, by the name of the field: how it is read. */
const READERS: Record<string, Array<(link: string) => unknown>> = {
	link: [(link) => messageFile.of(formOf({ mediaSource: 'link', link }))],
	presignedUrl: [(presignedUrl) => presignedUrlField.of(formOf({ presignedUrl }))],
	url: [
		(url) => linkButton.of(formOf({ displayText: 'Open', url })),
		(url) => urlButton.create.members(formOf({ text: 'Open', url })),
		(url) => urls.of(formOf({ urls: row({ url }) })),
	],
	urlExample: [
		(urlExample) =>
			urlButton.create.members(formOf({ text: 'Open', url: `${GOOD}{1}`, urlExample })),
	],
	androidDeepLink: [(androidDeepLink) => urlButton.create.members(appButton({ androidDeepLink }))],
	androidFallbackPlaystoreUrl: [
		(link) =>
			urlButton.create.members(
				appButton({ androidDeepLink: 'example://a', androidFallbackPlaystoreUrl: link }),
			),
	],
	imageLink: [
		(imageLink) =>
			orderItems(
				formOf({
					items: row({
						...{ name: 'Cake', amount: '1', quantity: 1 },
						additionalFields: { ...IMPORTER, imageLink },
					}),
				}),
				{ currency: 'INR' },
			),
	],
	uri: [
		(uri) => paymentSettings.of(formOf({ paymentSettings: row({ method: 'payment_link', uri }) })),
	],
	callbackUrl: [(callbackUrl) => signupCallbackOf(formOf({ accessToken: 'x', callbackUrl }))],
	endpointUri: [(link) => readBy(endpointUri, link)],
	baseUrl: [(baseUrl) => libraryButtonOf(formOf({ type: 'URL', baseUrl }))],
	urlSuffixExample: [
		(urlSuffixExample) => libraryButtonOf(formOf({ type: 'URL', baseUrl: GOOD, urlSuffixExample })),
	],
};

const PRESIGNED = 'https://b.s3.eu-west-1.amazonaws.com/a';

describe('every field for a link', () => {
	it('is listed here', () => {
		const shown = everyField.filter(({ placeholder = '' }) => placeholder.includes('://'));
		const names = new Set([...shown.map(({ name }) => name), 'urlExample']);
		expect([...names].sort()).toEqual(Object.keys(READERS).sort());
	});

	it.each(Object.entries(READERS))('is read by the one rule: %s', (name, readers) => {
		const start = name === 'presignedUrl' ? PRESIGNED : GOOD;
		for (const read of readers) {
			expect(JSON.stringify(read(` ${start}/ü b\n`))).toContain(`${start}/%C3%BC%20b"`);
			for (const lost of ['\n', '\t', '\\', '\u200b', '\u202e', '\ud83d', '\0']) {
				expect(() => read(`${start}${lost}b`)).toThrow(FieldError);
				expect(() => read(`${start}${lost}b`)).toThrow(
					/^'[^']+' contains a character that is not allowed in a URL$/,
				);
			}
		}
	});
});

describe('no other part of the node', () => {
	/** Those that read no link of a person: of a proxy, of AWS's own hosts, and the path of one that is read. */
	const OTHERS = ['nodes/AwsWhatsApp/requestOptions.ts', 'whatsapp/media/fileName.ts'];

	it('reads a link in a way of its own', () => {
		const sources = ['engine', 'form', 'nodes/AwsWhatsApp', 'whatsapp'].flatMap((room) =>
			readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
				.filter((path) => path.endsWith('.ts'))
				.map((path) => join(room, path)),
		);
		expect(sources.length).toBeGreaterThan(100);
		const reading = sources.filter((path) =>
			/urlOf\(|new URL\(|\/\^https\?/.test(readFileSync(join(ROOT, path), 'utf8')),
		);
		expect(reading.sort()).toEqual(['form/link.ts', 'form/url.ts', ...OTHERS].sort());
	});
});
