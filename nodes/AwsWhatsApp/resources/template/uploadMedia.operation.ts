import { businessAccount } from '../../fields/locators';
import { mediaSourceFields } from '../../fields/media';
import { keepS3ObjectOption, keyPrefixOption, optionsField } from '../../fields/options';
import { fileToUpload } from '../../media/fileSource';
import type { S3File } from '../../media/s3File';
import { uploadSource } from '../../media/source';
import { throughS3, type UploadSource } from '../../media/upload';
import type { Call } from '../../request/call';
import type { Operation } from '../../request/operation';

async function upload(call: Call, source: UploadSource) {
	const takeOver = async (file: S3File) => {
		const body = { ...call.request.body, sourceS3File: { ...file } };
		const { metaHeaderHandle } = await call.send({ body });
		return String(metaHeaderHandle);
	};
	switch (source.from) {
		case 'input':
			return await throughS3(call, source, takeOver);
		case 's3Object':
			return { id: await takeOver(source.file) };
		case 'presignedUrl':
			throw new TypeError('AWS takes example files from S3 objects only');
	}
}

export const uploadMedia: Operation = {
	name: 'Upload Media',
	value: 'uploadMedia',
	action: 'Upload media of template',
	description: 'Give an example file for the header of a template that you are going to create',
	request: { method: 'POST', url: '/v1/whatsapp/template/media' },
	permissions: ['CreateWhatsAppMessageTemplateMedia'],
	effect: 'idempotent',
	fields: [
		businessAccount({ location: 'body' }),
		...mediaSourceFields(['binary', 's3Object']),
		optionsField(
			{ ...keepS3ObjectOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
			{ ...keyPrefixOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
		),
	],
	plan: async (call) => {
		const source = await uploadSource(call, fileToUpload(call.form));
		return async () => {
			const uploaded = await upload(call, source);
			const staged = 'staged' in uploaded ? uploaded.staged : undefined;
			return {
				metaHeaderHandle: uploaded.id,
				...(source.from === 'input'
					? {
							fileName: source.file.fileName,
							mimeType: source.file.mimeType,
							fileSize: source.file.bytes,
						}
					: {}),
				...(staged ? { s3Object: { ...staged } } : {}),
			};
		};
	},
};
