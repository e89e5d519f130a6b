'use strict';

// n8n itself finds the nodes through the "n8n" section of package.json. This is the same list for
// tools and tests; it is not part of the published package.
const { n8n } = require('./package.json');

module.exports = Object.assign(
	{},
	...[...n8n.credentials, ...n8n.nodes].map((file) => require(`./${file}`)),
);
