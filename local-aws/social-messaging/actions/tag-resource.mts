import { defineAction } from '../action.mts';
import { required } from '../members.mts';
import { resourceArn, tagList } from '../tags.mts';

export const tagResource = defineAction({
	name: 'TagResource',
	method: 'POST',
	path: '/v1/tags/tag-resource',
	source: 'body',
	members: { resourceArn, tags: required(tagList) },
	run(input, { account }) {
		account.tags.put(account.taggable(input.resourceArn), input.tags);
		return { statusCode: 200 };
	},
});
