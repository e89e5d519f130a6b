import type { Violation } from './violation.mts';

const SHOWN_PER_LINE = 3;

/** The result of one run. */
export interface Figures {
	items: number;
	done: number;
	notKnown: number;
	throttled: number;
	ms: number;
	violations: Violation[];
}

/** A run that broke a promise, and how to see it again. */
export interface Breach extends Violation {
	command: string;
}

const count = (value: number) => value.toLocaleString('en');

/** One line for all seeds of a profile and mode, and the first of what went wrong in them. */
export function lineOf(name: string, runs: Figures[], breaches: Breach[]): string {
	const sum = (of: (figures: Figures) => number) =>
		runs.reduce((total, figures) => total + of(figures), 0);
	const facts = [
		`${count(runs.length)} runs`,
		`${count(sum(({ done }) => done))} of ${count(sum(({ items }) => items))} done`,
		`${count(sum(({ notKnown }) => notKnown))} not known`,
		`${count(sum(({ throttled }) => throttled))} throttled`,
		`${(sum(({ ms }) => ms) / 1000).toFixed(1)} s`,
		breaches.length === 0 ? 'ok' : `${count(breaches.length)} violations`,
	];
	return [`${name.padEnd(62)} ${facts.join(' · ')}`, ...firstOf(breaches)].join('\n');
}

function firstOf(breaches: Breach[]): string[] {
	const shown = breaches.slice(0, SHOWN_PER_LINE);
	const lines = shown.map(({ rule, text, command }) => `  ✗ ${rule}: ${text}\n    ${command}`);
	const left = breaches.length - shown.length;
	return left === 0 ? lines : [...lines, `  … and ${count(left)} more`];
}

/** What was broken, how often, and the first run that shows it. */
export function summaryOf(runs: number, breaches: Breach[]): string {
	const rules = [...new Set(breaches.map(({ rule }) => rule))];
	const lines = rules.map((rule) => {
		const broken = breaches.filter((breach) => breach.rule === rule);
		return `✗ ${rule}: in ${count(broken.length)} runs, first: ${broken[0]?.command}`;
	});
	return [...lines, `${count(runs)} runs, ${count(breaches.length)} violations`].join('\n');
}
