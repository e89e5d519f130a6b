import { defineAction } from '../action.mts';
import { list, required, text } from '../members.mts';
import { resourceArn } from '../tags.mts';

export const untagResource = defineAction({
	name: 'UntagResource',
	method: 'POST',
	path: '/v1/tags/untag-resource',
	source: 'body',
	members: { resourceArn, tagKeys: required(list(text())) },
	run(input, { account }) {
		account.tags.remove(account.taggable(input.resourceArn), input.tagKeys);
		return { statusCode: 200 };
	},
});
