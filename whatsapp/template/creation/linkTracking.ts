import type { INodeProperties } from 'n8n-workflow';

export const linkTrackingField: INodeProperties = {
	displayName: 'Link Tracking Opted Out',
	name: 'ctaUrlLinkTrackingOptedOut',
	type: 'boolean',
	default: true,
	description: 'Whether to opt out of having Meta count the clicks on URL buttons',
};
