import { defineAction } from '../action.mts';
import { resourceArn } from '../tags.mts';

export const listTagsForResource = defineAction({
	name: 'ListTagsForResource',
	method: 'GET',
	path: '/v1/tags/list',
	source: 'query',
	members: { resourceArn },
	run: (input, { account }) => ({
		statusCode: 200,
		tags: account.tags.of(account.taggable(input.resourceArn)),
	}),
});
