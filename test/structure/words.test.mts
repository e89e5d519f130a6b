import { everyText } from './editorTexts.mts';
import { shipped } from './house.mts';
import { NOT_FOR_USERS, UNIDIOMATIC } from './phrases.mts';
import { commentsIn, documents, linesIn, sources, testNamesIn } from './prose.mts';
import { wordingsIn, type Wording } from './wording.mts';

const found = (wrong: RegExp, texts: Wording[]) =>
	texts.filter(({ text }) => wrong.test(text)).map(({ at, text }) => `${at}: ${text}`);

/** The folders at the top in which texts are. */
const placesOf = (texts: Wording[]) => new Set(texts.map(({ at }) => at.replace(/[/:].*/, '')));

const ROOMS = ['form', 'whatsapp', 'aws', 'credentials', 'engine', 'nodes'];

describe('the texts for users', () => {
	const texts = [
		...everyText.map((text) => ({ at: 'the editor', text })),
		...shipped.flatMap(wordingsIn),
	];

	it.each(NOT_FOR_USERS)('do not contain %s, but %s', (wrong) => {
		expect(found(wrong, texts)).toEqual([]);
	});

	it('are found in all rooms', () => {
		expect([...placesOf(texts)]).toEqual(expect.arrayContaining(ROOMS));
	});
});

describe('the texts for developers', () => {
	const comments = sources.flatMap(commentsIn);
	const names = sources.filter(({ path }) => path.endsWith('.mts')).flatMap(testNamesIn);
	const lines = documents.flatMap(linesIn);

	it.each(UNIDIOMATIC)('do not contain %s, but %s', (wrong) => {
		expect(found(wrong, [...comments, ...names, ...lines])).toEqual([]);
	});

	it('are the comments of all rooms, tests and the stand-in', () => {
		expect([...placesOf(comments)]).toEqual(
			expect.arrayContaining([...ROOMS, 'test', 'local-aws', 'gulpfile.js']),
		);
		expect(comments.length).toBeGreaterThan(2500);
	});

	it('are the names of all tests', () => {
		expect([...placesOf(names)].sort()).toEqual(['local-aws', 'test']);
		expect(names.length).toBeGreaterThan(2000);
	});

	it('are all documents', () => {
		expect(documents.map(({ path }) => path).sort()).toEqual([
			'CHANGELOG.md',
			'CONTRIBUTING.md',
			'README.md',
			'local-aws/README.md',
		]);
	});
});

describe('a source', () => {
	const source = {
		path: 'a.mts',
		text: [
			'// One line,',
			'// and another.',
			"const url = 'https://example.com'; // after code",
			'/** Several',
			' * lines with `code`. */',
			'const pattern = /\\/\\* no comment *\\//;',
			'const text = `// no comment ${url /* inside */} // no comment`;',
			"describe.each([])('a %s', () => {",
			"\tit('does it', () => {});",
			'\tit(`does ${text} too`, () => {});',
			'});',
		].join('\n'),
	};

	it('has its comments read, each as a whole, and nothing that only looks like one', () => {
		expect(commentsIn(source)).toEqual([
			{ at: 'a.mts:1', text: 'One line, and another.' },
			{ at: 'a.mts:3', text: 'after code' },
			{ at: 'a.mts:4', text: 'Several lines with ….' },
			{ at: 'a.mts:7', text: 'inside' },
		]);
	});

	it('has its names of tests read', () => {
		expect(testNamesIn(source).map(({ text }) => text)).toEqual(['a %s', 'does it', 'does … too']);
	});

	it('has the lines of a document read, without code', () => {
		const text = 'A `b` c\n\n```ts\nno prose\n```\nD';
		const read = linesIn({ path: 'a.md', text }).filter((line) => line.text !== '');
		expect(read).toEqual([
			{ at: 'a.md:1', text: 'A … c' },
			{ at: 'a.md:6', text: 'D' },
		]);
	});
});
