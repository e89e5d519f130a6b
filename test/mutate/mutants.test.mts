import { mutantsOf, mutated } from './mutants.mts';

const mutationsOf = (source: string) =>
	mutantsOf('a.ts', source).map((mutant) => mutated(source, mutant));

it.each<[string, string[]]>([
	['const a = b > 1;', ['const a = b >= 1;', 'const a = b > 2;']],
	['if (a && b) c();', ['if (!(a && b)) c();', 'if (a || b) c();', 'if (a && b) ;']],
	['const a = !b ? c : d;', ['const a = (b) ? c : d;']],
	[
		'const a = { b: true, ...c };',
		['const a = { b: false, ...c };', 'const a = { b: true, ...{} };'],
	],
	['const a = /^b$/u;', ['const a = /b$/u;', 'const a = /^b/u;']],
	["const a = ['b', ''];", ["const a = ['', ''];", "const a = ['b', 'mutant'];"]],
	['await a.b();', [';']],
	["type A = 'b' | 1; import c from 'd'; const e = { description: 'Words', 'f-g': h };", []],
])('%s', (source, expected) => {
	expect(mutationsOf(source).sort()).toEqual(expected.sort());
});
