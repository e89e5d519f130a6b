import { onlyOfPhoneNumber } from '../../../fields/locators';
import { choice, flag, number } from '../../../../form/choices';
import { withLook, type Field } from '../../../../form/field';
import { emptyField } from '../../../../form/fieldError';
import { id } from '../../../../form/texts';
import { keyPrefix as anyKeyPrefix } from '../../../../whatsapp/media/bucket';
import { requestsAtOnceOf } from '../../../../engine/fields';
import { cleanUp as run } from '../../../../engine/media/cleanUp';
import type { CleanUpWish } from '../../../../engine/media/cleanUpWish';
import type { Operation } from '../../../../engine/operation';
import { noBucket } from '../../../../engine/store';
import type { Form } from '../../../../form/form';

const DAY_MS = 24 * 60 * 60 * 1000;

const olderThanDays = number('Older Than (Days)', 'olderThanDays', {
	min: 0,
	max: 36_500,
	default: 30,
	description:
		'Only files that were uploaded at least so many days ago. With 0, all files are deleted, even those of messages that are being sent.',
});

const whatToDelete = choice(
	'Delete',
	'whatToDelete',
	{
		s3Object: ['Only S3 Object', 'The media ID still works until WhatsApp deletes the file'],
		media: ["Only WhatsApp's Copy", 'The media ID no longer works. Objects in S3 stay.'],
		both: ["WhatsApp's Copy and S3 Object", 'Everything that is left of the upload'],
	},
	{ default: 'both', needed: true, description: 'Which copies of each file to delete' },
);

const output = choice(
	'Output',
	'output',
	{
		files: ['One Item per File', 'An item for each file that was deleted, or could not be'],
		summary: ['Summary', 'One item that says how much was deleted'],
	},
	{ default: 'summary', needed: true, description: 'What to return' },
);

const keyPrefix = withLook(anyKeyPrefix, {
	description:
		'Only files whose object in S3 has a key that begins with this. Files without an object in S3 stay.',
});

const maxFiles = number('Max Files', 'maxFiles', {
	min: 1,
	max: Number.MAX_SAFE_INTEGER,
	default: 1000,
	optional: true,
	strict: true,
	description: 'Max number of files to delete in one run. There is no limit by default.',
});

const mimeType = id('MIME Type', 'mimeType', {
	rule: {
		maxLength: 200,
		by: 'this node',
		pattern: /^[\w.+-]+\/(\*|[\w.+-]+)$/,
		format: 'a type such as image/jpeg, or image/* for all images',
	},
	example: 'image/*',
	description: 'Only files of this type. Use image/* for all images.',
});

const previewOnly = flag('Preview Only', 'previewOnly', {
	default: true,
	description: 'Whether to return what would be deleted without deleting it',
});

/** A filter that was added must have a value: without one, everything would be deleted. */
function filterOf(options: Form, field: Field<string | undefined>): string | undefined {
	const value = field.of(options);
	if (value !== undefined || !options.isGiven(field.property.name)) return value;
	throw emptyField(options.label(field), 'Enter a value, or remove the option.');
}

function ageOf(form: Form): number {
	if (form.isEmpty(olderThanDays)) {
		throw emptyField(form.label(olderThanDays), 'Enter a number of days.');
	}
	return olderThanDays.of(form) * DAY_MS;
}

function wishOf(form: Form): CleanUpWish {
	const { options } = form;
	const what = whatToDelete.of(form);
	return {
		ageMs: ageOf(form),
		deletes: { media: what !== 's3Object', s3Object: what !== 'media' },
		phoneNumberId: filterOf(options, onlyOfPhoneNumber),
		keyPrefix: filterOf(options, keyPrefix),
		mimeType: filterOf(options, mimeType),
		limit: maxFiles.of(options) ?? Infinity,
		isPreview: previewOnly.of(options),
		atOnce: requestsAtOnceOf(form),
	};
}

export const cleanUp: Operation = {
	name: 'Clean Up',
	value: 'cleanUp',
	action: 'Clean up media',
	description:
		'Delete old files that this node uploaded, from WhatsApp and from S3. Only uploads that were remembered are deleted.',
	awsAction: 'DeleteWhatsAppMessageMedia',
	effect: 'removal',
	fields: [olderThanDays, whatToDelete, output],
	options: [keyPrefix, maxFiles, mimeType, onlyOfPhoneNumber, previewOnly],
	// One after the other: two at once would find the same files.
	lane: () => ({ key: 'cleanUp' }),
	prepare: (item) => {
		const wish = wishOf(item.form);
		const eachFile = output.of(item.form) === 'files';
		if (!item.bucket) throw noBucket("'Clean Up' finds uploads by their records");
		return async () => {
			const clean = async () => await run(item, wish, eachFile);
			return wish.isPreview ? await clean() : await item.own.attempt(clean);
		};
	},
};
