import {
	isChosen,
	isExpired,
	split,
	type CleanUpWish,
	type DueUpload,
} from '../../engine/media/cleanUpWish.ts';
import {
	bareId,
	keyOf,
	placeIn,
	readRecord,
	written,
	type UploadRecord,
} from '../../engine/media/uploadRecords.ts';

const id = '0b6c1f0e-6f0b-4a1c-8f5d-1c2d3e4f5a6b';
const phoneNumberId = 'phone-number-id-976c72a700aa43ff95ae376ee4c530d9';
const arn =
	'arn:aws:social-messaging:eu-west-1:111122223333:phone-number-id/976c72a700aa43ff95ae376ee4c530d9';
const whole: UploadRecord = {
	phoneNumberId,
	mimeType: 'application/pdf',
	bytes: 0,
	by: { workflow: 'w', execution: '1' },
	keep: true,
	s3Object: { bucketName: 'my-bucket', key: `in box/ü-${id}/Maß 1.pdf` },
	mediaId: '1013859600285441',
};

describe('the key of a record', () => {
	it.each([{ id }, { id, since: 1_767_225_600_000 }])('tells where it is: %j', (place) => {
		expect(placeIn(keyOf(place))).toEqual(place);
	});

	it('tells the time of the upload to the second', () => {
		expect(keyOf({ id, since: 1_767_225_600_999 })).toBe(`uploads/${id}-1767225600`);
	});

	it.each([
		'',
		'uploads/',
		`sends/${id}`,
		`uploads/${id}-`,
		`uploads/${id.toUpperCase()}`,
		`uploads/a/${id}`,
	])('is not %j', (key) => expect(placeIn(key)).toBeUndefined());
});

describe('a record', () => {
	it.each<[string, UploadRecord]>([
		['everything', whole],
		['little', { by: {}, keep: false }],
		['an ARN', { ...whole, phoneNumberId: arn }],
		[
			'a download',
			{ by: {}, keep: false, s3Object: { bucketName: 'bbb', key: `${id}/123`, isPrefix: true } },
		],
	])('with %s is read as it was written', (_name, record) => {
		const stored: unknown = JSON.parse(JSON.stringify({ ...written(record), write: 'x' }));
		expect(readRecord(stored as object as never, id)).toEqual(record);
	});

	it('names objects only in the folder of its own ID', () => {
		const of = (key: string) =>
			readRecord({ ...written({ by: {}, keep: false }), s3Object: { bucketName: 'bbb', key } }, id);
		expect(of(`${id}/a`)).toBeDefined();
		for (const key of [
			'a',
			`${id}`,
			`${id}/`,
			`${id}/a/b`,
			`${id}/../a`,
			`a/${id}x/a`,
			`./${id}/a`,
		]) {
			expect([key, of(key)]).toEqual([key, undefined]);
		}
	});

	it.each([null, 1, '-', [], {}, true, Number.NaN])(
		'is not read with %j in place of any value',
		(bad) => {
			for (const name of ['v', 'phoneNumberId', 'bytes', 'by', 's3Object', 'mediaId', 'keep']) {
				const isGood = {
					bytes: bad === 1,
					v: bad === 1,
					keep: bad === true,
					by: JSON.stringify(bad) === '{}',
				}[name];
				const record = readRecord({ ...written(whole), [name]: bad } as never, id);
				expect([name, record === undefined]).toEqual([name, isGood !== true]);
			}
		},
	);
});

describe('a choice', () => {
	const wish: CleanUpWish = {
		ageMs: 0,
		deletes: { media: true, s3Object: true },
		limit: Infinity,
		isPreview: false,
		atOnce: 1,
	};
	const chosen = (more: Partial<CleanUpWish>, record = whole) =>
		isChosen(record, { ...wish, ...more });

	it('is everything where there is no filter', () => {
		expect(chosen({}, { by: {}, keep: false })).toBe(true);
	});

	it('takes the ID and the ARN of a phone number for the same', () => {
		expect(bareId(arn)).toBe(bareId(phoneNumberId));
		expect(chosen({ phoneNumberId: arn })).toBe(true);
		expect(chosen({ phoneNumberId: `${arn}0` })).toBe(false);
		expect(chosen({ phoneNumberId: arn }, { by: {}, keep: false })).toBe(false);
	});

	it('is of a type, or of a family of types', () => {
		expect(chosen({ mimeType: 'application/*' })).toBe(true);
		expect(chosen({ mimeType: 'app/*' })).toBe(false);
		expect(chosen({ mimeType: 'image/*' }, { by: {}, keep: false })).toBe(false);
	});

	it('is by the beginning of the key in S3', () => {
		expect(chosen({ keyPrefix: 'in box/' })).toBe(true);
		expect(chosen({ keyPrefix: 'box/' })).toBe(false);
		expect(chosen({ keyPrefix: 'in box/' }, { ...whole, s3Object: undefined })).toBe(false);
	});

	it('splits an upload into what goes and what stays', () => {
		const { mediaId, s3Object } = whole;
		const day = 86_400_000;
		const due = (days: number): DueUpload => ({
			key: keyOf({ id }),
			place: { id },
			version: '"1"',
			record: whole,
			uploadedAt: 0,
			now: days * day,
		});
		const only = (media: boolean) => ({ ...wish, deletes: { media, s3Object: !media } });
		expect(split(due(1), wish)).toEqual({ doomed: { mediaId, s3Object }, staying: {} });
		expect(split(due(1), only(true))).toEqual({ doomed: { mediaId }, staying: { s3Object } });
		expect(split(due(1), only(false))).toEqual({ doomed: { s3Object }, staying: { mediaId } });
		// WhatsApp deletes the file by itself.
		expect([isExpired(due(31)), isExpired(due(32))]).toEqual([false, true]);
		expect(split(due(32), only(false))).toEqual({ doomed: { s3Object }, staying: {} });
	});
});
