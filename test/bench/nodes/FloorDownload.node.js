/** What n8n forces on anyone who brings a file from S3 into an item: its credential, its HTTP client, its keeping of binary data. */
class FloorDownload {
	description = {
		displayName: 'Floor of a Download',
		name: 'floorDownload',
		group: ['input'],
		version: 1,
		description: 'Gets a file from S3 and does nothing else',
		defaults: { name: 'Floor of a Download' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'awsSocialMessagingApi', required: true }],
		properties: [{ displayName: 'URL', name: 'url', type: 'string', default: '' }],
	};

	async execute() {
		const body = await this.helpers.httpRequestWithAuthentication.call(
			this,
			'awsSocialMessagingApi',
			{
				method: 'GET',
				url: this.getNodeParameter('url', 0),
				encoding: 'stream',
				disableFollowRedirect: true,
			},
		);
		const data = await this.helpers.prepareBinaryData(body, 'large.pdf', 'application/pdf');
		return [[{ json: {}, binary: { data }, pairedItem: { item: 0 } }]];
	}
}

module.exports = { FloorDownload };
