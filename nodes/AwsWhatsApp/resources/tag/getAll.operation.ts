import { isRecord, list } from '../../../../form/unknown';
import { listFields } from '../../../../engine/fields';
import { taggedResource } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';
import { wantedElements } from '../../../../engine/paging';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tags',
	description: 'List the tags of a business account or a phone number',
	awsAction: 'ListTagsForResource',
	effect: 'read',
	fields: [inQuery(taggedResource), ...listFields],
	// AWS gives all of them at once.
	prepare: (item) => {
		const limit = wantedElements(item);
		return async () => {
			const { tags } = await item.send();
			return list(tags).filter(isRecord).slice(0, limit);
		};
	},
};
