import { businessAccount } from '../../../fields/locators';
import {
	fileToUpload,
	inputSource,
	mediaSource,
	s3Source,
} from '../../../../whatsapp/media/fields';
import {
	keepS3ObjectOption,
	keyPrefixOption,
	optionsField,
} from '../../../../engine/fields/options';
import { fileFacts, s3Fact } from '../../../../engine/media/facts';
import { uploadSource } from '../../../../engine/media/source';
import { whileStaged } from '../../../../engine/media/staging';
import { sourceMembers } from '../../../../engine/media/upload';
import type { Operation } from '../../../../engine/operation';

export const uploadMedia: Operation = {
	name: 'Upload Media',
	value: 'uploadMedia',
	action: 'Upload media of template',
	description: 'Give an example file for the header of a template that you are going to create',
	request: { method: 'POST', url: '/v1/whatsapp/template/media' },
	permissions: ['CreateWhatsAppMessageTemplateMedia'],
	effect: 'repeatable',
	fields: [
		businessAccount({ location: 'body' }),
		...mediaSource([inputSource, s3Source]).fields,
		optionsField(
			{ ...keepS3ObjectOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
			{ ...keyPrefixOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
		),
	],
	plan: async (call) => {
		const source = await uploadSource(call, fileToUpload.of(call.form));
		return async () => {
			const { result, remaining } = await whileStaged(call, async (copies) => {
				const members = await sourceMembers(call, source, copies);
				return await call.send({ body: { ...call.request.body, ...members } });
			});
			const { metaHeaderHandle } = result;
			return { metaHeaderHandle, ...fileFacts(source), ...s3Fact(remaining) };
		};
	},
};
