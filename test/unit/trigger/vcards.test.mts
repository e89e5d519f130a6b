import { nameInVcard } from '../../../whatsapp/events/vcard.ts';

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n');

const CARDS: Array<[name: string, vcard: string, expected: string | undefined]> = [
	['as it is to be shown', card('VERSION:3.0', 'FN:Barbara J. Johnson'), 'Barbara J. Johnson'],
	['with line feeds only', 'BEGIN:VCARD\nFN:Ada\nTEL:+1\nEND:VCARD', 'Ada'],
	['in a group', card('item1.TEL:+1', 'item1.FN:Ada'), 'Ada'],
	['with parameters', card('FN;CHARSET=UTF-8;X="a:b";TYPE=x:Ada: née B'), 'Ada: née B'],
	['in small letters', card('version:4.0', 'fn:Ada'), 'Ada'],
	['in all scripts', card('FN:أحمد 王小明 Ωμέγα'), 'أحمد 王小明 Ωμέγα'],
	['with escaped signs', card('FN:Doe\\, Jane\\; Dr\\nJr \\\\'), 'Doe, Jane; Dr Jr \\'],
	['over several lines', card('FN:Ada Love', ' lace', '\tKing'), 'Ada LovelaceKing'],
	['beside a note that mentions one', card('NOTE:FN:Bob', 'FN:Ada'), 'Ada'],
	['before a second card', card('FN:Ada') + card('FN:Bob'), 'Ada'],
	['put together', card('N:Johnson;Barbara;Joana;Dr.;Jr.'), 'Dr. Barbara Joana Johnson Jr.'],
	['put together of two parts', card('N:Johnson;Barbara;;;'), 'Barbara Johnson'],
	['put together of escaped parts', card('N:Johnson\\;X;Barbara'), 'Barbara Johnson;X'],
	['put together where none is to be shown', card('FN:', 'N:Doe;Jane'), 'Jane Doe'],
	['of an organization', card('N:;;;;', 'ORG:Nordwind GmbH;Sales'), 'Nordwind GmbH'],
	[
		'in quoted-printable',
		card('VERSION:2.1', 'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD'),
		'Иван',
	],
	[
		'in quoted-printable over several lines',
		card('FN;ENCODING=QUOTED-PRINTABLE:J=C3=BC=', 'rgen 100%', 'TEL:+1'),
		'Jürgen 100%',
	],
	['in another encoding', card('FN;ENCODING=QUOTED-PRINTABLE:J=FCrgen'), 'J=FCrgen'],
	['with an end that is no break', card('FN:a=b=', 'TEL:+1'), 'a=b='],
	['that is none', card('VERSION:3.0', 'TEL:+1'), undefined],
	['in nothing', '', undefined],
	['in no vCard', 'Hello', undefined],
	['in a line that is none', card('FN'), undefined],
];

describe('the name in a vCard', () => {
	it.each(CARDS)('is found %s', (_name, vcard, expected) => {
		expect(nameInVcard(vcard)).toBe(expected);
	});

	it.each([
		['a long line', 'x'.repeat(1_000_000)],
		['many lines', 'FN\r\n'.repeat(250_000)],
		['quotes without end', `FN;${'"'.repeat(500_000)}`],
		['parameters without end', `FN${';a=b'.repeat(250_000)}`],
		['groups without end', 'a.'.repeat(500_000)],
		['breaks without end', `FN:${'=\r\n'.repeat(300_000)}`],
		['parts without end', `N:${';'.repeat(1_000_000)}`],
	])('is searched for quickly in %s', (_name, vcard) => {
		const began = Date.now();
		nameInVcard(vcard);
		expect(Date.now() - began).toBeLessThan(1_000);
	});
});
