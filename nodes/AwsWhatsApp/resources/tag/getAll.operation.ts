import type { IDataObject } from 'n8n-workflow';
import { listFields } from '../../../../engine/fields/list';
import { taggedResource } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';
import { wantedElements } from '../../../../engine/paging';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tags',
	description: 'List the tags of a business account or a phone number',
	request: { method: 'GET', url: '/v1/tags/list' },
	permissions: ['ListTagsForResource'],
	effect: 'read',
	fields: [inQuery(taggedResource), ...listFields, optionsField()],
	// AWS gives all of them at once.
	plan: (call) => {
		const limit = wantedElements(call);
		return async () => {
			const { tags = [] } = (await call.send()) as { tags?: IDataObject[] };
			return tags.slice(0, limit);
		};
	},
};
