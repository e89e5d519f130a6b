/**
 * What n8n forces on anyone who brings a file of an item to S3: its stream of binary data, its
 * credential, its HTTP client. Redirects are off, because that client would keep the body to repeat it.
 */
class FloorUpload {
	description = {
		displayName: 'Floor of an Upload',
		name: 'floorUpload',
		group: ['output'],
		version: 1,
		description: 'Puts a file into S3 and does nothing else',
		defaults: { name: 'Floor of an Upload' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'awsSocialMessagingApi', required: true }],
		properties: [{ displayName: 'URL', name: 'url', type: 'string', default: '' }],
	};

	async execute() {
		const { id, fileSize, bytes, mimeType } = this.helpers.assertBinaryData(0, 'data');
		await this.helpers.httpRequestWithAuthentication.call(this, 'awsSocialMessagingApi', {
			method: 'PUT',
			url: this.getNodeParameter('url', 0),
			headers: { 'content-type': mimeType, 'content-length': bytes },
			body: await this.helpers.getBinaryStream(id),
			disableFollowRedirect: true,
			returnFullResponse: true,
		});
		return [[{ json: { fileSize }, pairedItem: { item: 0 } }]];
	}
}

module.exports = { FloorUpload };
