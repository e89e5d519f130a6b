/** Processes of processes, as the system knows them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The processes that a process started, that those started, and so on, without those that have ended. */
export function descendantsOf(pid: number): number[] {
	const children = new Map<number, number[]>();
	for (const { pid: child, parent } of processes()) {
		children.set(parent, [...(children.get(parent) ?? []), child]);
	}
	const of = (each: number): number[] =>
		(children.get(each) ?? []).flatMap((child) => [child, ...of(child)]);
	return of(pid);
}

export const isRunning = (pid: number): boolean =>
	processes().some((running) => running.pid === pid);

interface Process {
	pid: number;
	parent: number;
}

/** Without those that have ended and wait for nothing but to be noticed. */
function processes(): Process[] {
	return existsSync('/proc/self/stat') ? processesOfLinux() : processesOfPs();
}

function processesOfLinux(): Process[] {
	return readdirSync('/proc').flatMap((name) => {
		const pid = Number(name);
		if (Number.isNaN(pid)) return [];
		const [state = 'Z', parent] = statOf(pid);
		return state === 'Z' ? [] : [{ pid, parent: Number(parent) }];
	});
}

/** What follows the name, which may contain anything; nothing of a process that has ended meanwhile. */
function statOf(pid: number): string[] {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /s, '')
			.split(' ');
	} catch {
		return [];
	}
}

function processesOfPs(): Process[] {
	return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,comm='], { encoding: 'utf8' })
		.split('\n')
		.map((line) => line.trim().split(/\s+/))
		.filter(([, , state = 'Z', name = '']) => !state.startsWith('Z') && !name.endsWith('ps'))
		.map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}
