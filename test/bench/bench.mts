/** `npm run bench [-- upload|download|sending]`: speed and memory in real n8n, as ratios within one run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalAws } from '../../local-aws/index.mts';
import { localCredential } from '../n8n/demo.mts';
import { createN8nHome } from '../n8n/n8n.mts';
import { benchDownload } from './download.mts';
import { verdict, type Claim } from './figures.mts';
import { benchSending } from './sending.mts';
import { benchUpload } from './upload.mts';

const benches = { upload: benchUpload, download: benchDownload, sending: benchSending };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) throw new Error(`No such benchmark: ${unknown.join(', ')}`);

const folder = await mkdtemp(join(tmpdir(), 'aws-whatsapp-bench-'));
const aws = await startLocalAws();
const home = await createN8nHome({
	tarball: process.env.AWS_WHATSAPP_TARBALL ?? '',
	env: { N8N_RESTRICT_FILE_ACCESS_TO: folder },
});
try {
	await home.importCredentials([localCredential(aws)]);
	console.log(`Node.js ${process.version}, ${cpus().length} cores, ${process.platform}`);
	const claims: Claim[] = [];
	for (const [name, bench] of Object.entries(benches)) {
		if (wanted.length === 0 || wanted.includes(name)) {
			claims.push(...(await bench(aws, home, folder)));
		}
	}
	console.log(['', ...claims.map(verdict)].join('\n'));
	// NaN fails as well: a figure that could not be taken proves nothing.
	if (claims.some(({ value, atMost }) => !(value <= atMost))) process.exitCode = 1;
} finally {
	await home.dispose();
	await aws.close();
	await rm(folder, { recursive: true, force: true });
}
