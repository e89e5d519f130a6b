import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { setPublicKey } from '../../nodes/AwsWhatsApp/resources/phoneNumber/setPublicKey.operation.ts';
import { NOT_TEXT } from './support/hostile.mts';
import { formWith } from './support/form.mts';
import { refusalOf } from './support/refusal.mts';

const compose = (values: Record<string, unknown>) => setPublicKey.compose?.(formWith(values));
const pemForm = (businessPublicKey: unknown) => ({
	keySource: 'businessPublicKey',
	businessPublicKey,
});
const refusal = (values: Record<string, unknown>) => refusalOf(() => compose(values));
const refusedKey = (value: unknown) => refusal(pemForm(value));

const publicPem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString().trim();
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });

const good = rsa(2048);
const PEM = publicPem(good.publicKey);
const NOT_ONE = "'Public Key' is not an RSA public key with 2,048 bits in PEM format";

/** Self-signed, of a key with 2,048 bits that nobody has. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIC+zCCAeOgAwIBAgIUeQEW4+uQDJQXjB8WbxowcwC1pVowDQYJKoZIhvcNAQEL
BQAwDDEKMAgGA1UEAwwBeDAgFw0yNjExMjMyMzMwMjJaGA8yMTI2MTAzMDIzMzAy
MlowDDEKMAgGA1UEAwwBeDCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEB
AJG2c5k3Jvg5mbXYJcFyrbmDvYRzGcjKGaPaSCgc5QJtFOVztMai7RZ7aMyIKs71
FUOCkjoAhOao9S6zToNuAgnONcZOoa2ZPFnslpwvd6+vWhWlGNcg82jbRYzDojIn
xeZpRAZ1Mn2cxzkXBOfobeFf0ZE4H/0+gWH//kAuUEyQzueYpXLtYgA8cCIQsItA
oFIFvxXkfCrkWenVkPB0el3RWNW2C3W+uEzgypMtV7z/cvElufq4p2yMZKBlNSey
6gXY4v7W9pQ3U8usXx34TEGguR7YiUzPoTsHymWs8Mz5lpm1vNZMAgnhSLs98Dn/
CaAQlycgyjh/nL8yFC0Jt10CAwEAAaNTMFEwHQYDVR0OBBYEFITP5GBLDmwcwkJe
krdH5beClVkmMB8GA1UdIwQYMBaAFITP5GBLDmwcwkJekrdH5beClVkmMA8GA1Ud
EwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADggEBAATHaavbpx3wbiv8DopfC412
ZshCARK3hwKJ48YCfcAb5B7H5h5jDCGsSefxY2ZD6fWOqQpmq7TqEc8DS5/CqSze
hMhOpIr2yOnmmxovrq1e0qVZLCWM13jdbpZ3OoiA2VrxRZHhXuiuLZLBLR/dZNe2
SwgjEJFOLGImEr5vdcOZJznkZu70Hs7X3RfZ4zxK1pmFrAJbULx7Bd8FUUfPh2iB
Dta0tSLYi8OTKKByWrJVmqGh0tr4lfkDT0ZBS196X2NSQFyOwwbsRHJI50M0T0d3
nyJaCFlQao8kVG/2rBwPSgxq3hovDQ5kpaazzcI/nho276yRE3FqdHCDaT/PQ7s=
-----END CERTIFICATE-----`;

describe('a public key as text', () => {
	it('is sent unchanged, without surrounding spaces', () => {
		expect(compose(pemForm(`\n ${PEM} \n`))).toEqual({ businessPublicKey: PEM });
	});

	it('may have its line breaks written as "\\n", or those of Windows', () => {
		expect(compose(pemForm(PEM.replace(/\n/g, '\\n')))).toEqual({ businessPublicKey: PEM });
		const windows = PEM.replace(/\n/g, '\r\n');
		expect(compose(pemForm(windows))).toEqual({ businessPublicKey: windows });
	});

	it('may be in the older form for RSA', () => {
		const pkcs1 = good.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString().trim();
		expect(compose(pemForm(pkcs1))).toEqual({ businessPublicKey: pkcs1 });
	});

	it.each<[string, string]>([
		['PKCS 8', good.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
		['PKCS 1', good.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
		[
			'encrypted',
			good.privateKey
				.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' })
				.toString(),
		],
		[
			'EC',
			generateKeyPairSync('ec', { namedCurve: 'P-256' })
				.privateKey.export({ type: 'sec1', format: 'pem' })
				.toString(),
		],
		[
			'behind the public one',
			`${PEM}\n${good.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()}`,
		],
	])('is refused if it is a private one, and not quoted: %s', (_name, pem) => {
		for (const written of [pem, pem.replace(/\n/g, '\\n')]) {
			const { message, description } = refusedKey(written);
			expect(message).toBe("'Public Key' contains a private key");
			expect(description).toContain('It was not sent.');
			for (const line of pem.split('\n').filter((each) => each && !each.startsWith('-----'))) {
				expect(`${message}${description}`).not.toContain(line);
			}
		}
	});

	it.each<[string, string]>([
		['RSA with 1,024 bits', publicPem(rsa(1024).publicKey)],
		['RSA with 4,096 bits', publicPem(rsa(4096).publicKey)],
		['EC', publicPem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)],
		['Ed25519', publicPem(generateKeyPairSync('ed25519').publicKey)],
		['RSA-PSS', publicPem(generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey)],
		['half a key', PEM.slice(0, 200)],
		['a key without its frame', PEM.replace(/-----.*-----/g, '').trim()],
		['a certificate', CERTIFICATE],
		['any text', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ ada@example.com'],
		['HTML', '<script>alert(1)</script>'],
		['emoji', '👩‍👩‍👧‍👦'],
		['a number', '4711'],
	])('is refused if it is %s', (_name, pem) => {
		const { message, description } = refusedKey(pem);
		expect(message).toBe(NOT_ONE);
		expect(description).not.toContain(pem.slice(0, 40));
	});

	it('has at most 8,192 characters', () => {
		const remark = `${'x'.repeat(60)}\n`.repeat(200);
		const padded = (length: number) => `${remark.slice(0, length - PEM.length - 1)}\n${PEM}`;
		expect(compose(pemForm(padded(8192)))).toEqual({ businessPublicKey: padded(8192) });
		expect(refusedKey(padded(8193)).message).toBe("'Public Key' is too long");
	});

	it.each(['', ' \n', null, undefined])('is refused if it is %p', (value) => {
		expect(refusedKey(value).message).toBe("'Public Key' is empty");
	});

	it.each(NOT_TEXT.filter(([name]) => name !== 'a resource locator'))(
		'is refused if it is %s',
		(_name, value) => {
			expect(refusedKey(value).message).toBe("'Public Key' is not text");
		},
	);
});

describe('a key in KMS', () => {
	const kms = (kmsKeyArn: unknown) => ({ keySource: 'kmsKeyArn', kmsKeyArn });
	const prefix = 'arn:aws:kms:eu-west-1:111122223333:';

	it.each([
		`${prefix}key/1234abcd-12ab-34cd-56ef-1234567890ab`,
		`${prefix}key/mrk-1234abcd12ab34cd56ef1234567890ab`,
		`${prefix}alias/flows`,
		'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/1',
		`${prefix}alias/${'a'.repeat(256 - prefix.length - 6)}`,
	])('is named by %p', (arn) => {
		expect(compose(kms(` ${arn} `))).toEqual({ kmsKeyArn: arn });
	});

	it.each([
		['', 'is empty'],
		['1234abcd-12ab-34cd-56ef-1234567890ab', 'has an invalid format'],
		['alias/flows', 'has an invalid format'],
		[`${prefix}key/`, 'has an invalid format'],
		[prefix.replace('kms', 'sns'), 'has an invalid format'],
		[`${prefix}alias/${'a'.repeat(257 - prefix.length - 6)}`, 'is too long'],
	])('is not named by %p', (arn, problem) => {
		expect(refusal(kms(arn)).message).toBe(`'KMS Key ARN' ${problem}`);
	});
});
