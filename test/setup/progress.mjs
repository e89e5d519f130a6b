import { run, SetupError } from './process.mjs';

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const LINES_SHOWN_ON_FAILURE = 40;
/** npm's log line for a package it downloaded or found in its cache; captures the file's name. */
const NPM_FETCH = /\bhttp (?:fetch GET \d+|cache) \S*?([^/\s]+) /;

export function say(text = '') {
	process.stdout.write(`${text}\n`);
}

/** Runs a quiet, long command and shows that it is alive: seconds, downloads, what it does now. */
export async function runWithProgress(label, command, args, { cwd, env } = {}) {
	const started = Date.now();
	const lastLines = [];
	let downloads = 0;
	let doing = '';

	const onLine = (line) => {
		const fetched = NPM_FETCH.exec(line);
		if (fetched) downloads++;
		else lastLines.push(line);
		if (lastLines.length > LINES_SHOWN_ON_FAILURE) lastLines.shift();
		doing = fetched ? decodeURIComponent(fetched[1]) : line;
	};
	const status = () => {
		const seconds = `${Math.round((Date.now() - started) / 1000)} s`;
		const counted = downloads ? `${downloads.toLocaleString('en')} downloads` : '';
		return [label, seconds, counted, doing.trim()].filter(Boolean).join(' · ');
	};

	const stopShowing = process.stdout.isTTY ? animate(status) : printNowAndThen(status);
	try {
		const code = await run(command, args, { cwd, env, onLine });
		if (code !== 0) {
			throw new SetupError(`${label} failed (exit code ${code}):\n${lastLines.join('\n')}`, code);
		}
	} finally {
		stopShowing();
	}
	say(`  ✓ ${label} (${Math.round((Date.now() - started) / 1000)} s)`);
}

function animate(status) {
	let frame = 0;
	const timer = setInterval(() => {
		const line = `  ${SPINNER[frame++ % SPINNER.length]} ${status()}`;
		process.stdout.write(`\r\x1b[2K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
	}, 200);
	return () => {
		clearInterval(timer);
		process.stdout.write('\r\x1b[2K');
	};
}

function printNowAndThen(status) {
	const timer = setInterval(() => say(`  … ${status().slice(0, 120)}`), 15_000);
	return () => clearInterval(timer);
}
