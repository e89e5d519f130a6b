import type { WhatsAppEvent } from '../../../whatsapp/events/event.ts';
import { canonicalNumber } from '../../../whatsapp/events/phoneNumbers.ts';
import { matches, type EventFilter } from '../../../whatsapp/events/eventFilter.ts';
import { seededRandom } from '../../../local-aws/index.mts';
import { EXAMPLES } from '../support/phone-numbers.mts';
import { changed, received } from './published.mts';

const all: EventFilter = {
	triggerOn: ['messages'],
	statuses: [],
	phoneNumbers: [],
	senders: [],
	messageTypes: [],
	keywords: [],
	keywordMatch: 'containsWord',
};

const fromTo = (from: string, wanted: Partial<EventFilter>) =>
	matches(received({ from, type: 'text' }, []) as WhatsAppEvent, { ...all, ...wanted });

/** The same subscriber in the spelling of today and in that of before, as people report them. */
const SAME: Array<[country: string, long: string, short: string]> = [
	['Brazil, Belo Horizonte', '+5531988887777', '+553188887777'],
	['Brazil, São Paulo', '+5511987654321', '+551187654321'],
	['Brazil, Rio de Janeiro', '+5521964180266', '+552164180266'],
	['Brazil, Natal', '+5584991234567', '+558491234567'],
	['Brazil, a mobile number with 7', '+5592973123456', '+559273123456'],
	['Mexico City', '+5215512345678', '+525512345678'],
	['Mexico, Cancún', '+5219841056553', '+529841056553'],
	['Argentina, Buenos Aires', '+5491154933738', '+541154933738'],
	['Argentina, Catamarca', '+5493831234567', '+543831234567'],
	['Argentina, Tandil', '+5492494123456', '+542494123456'],
	['Côte d’Ivoire, Moov', '+2250103123456', '+22503123456'],
	['Côte d’Ivoire, MTN', '+2250545123456', '+22545123456'],
	['Côte d’Ivoire, Orange', '+2250709123456', '+22509123456'],
	['Benin, MTN', '+2290197123456', '+22997123456'],
	['Benin, Moov', '+2290195123456', '+22995123456'],
	['Benin, Celtiis', '+2290140123456', '+22940123456'],
	['Benin, a landline', '+2290121312345', '+22921312345'],
];

/** Numbers that look like two spellings of one, and are two subscribers'. */
const DIFFERENT: Array<[why: string, one: string, other: string]> = [
	['a landline in Brazil got no ninth digit', '+5545932782153', '+554532782153'],
	['nor did one in São Paulo', '+5511933334444', '+551133334444'],
	['nor did a radio in Brazil', '+5511978123456', '+551178123456'],
	['there are no area codes with 0 in Brazil', '+5510987654321', '+551087654321'],
	['a number in Brazil without area code is none', '+55987654321', '+5587654321'],
	['no number in Mexico begins with 1', '+5211512345678', '+521512345678'],
	['no area code in Argentina begins with 4', '+5494112345678', '+544112345678'],
	['the second digit decides in Côte d’Ivoire', '+2250545123456', '+2250145123456'],
	['a new number in Côte d’Ivoire has no old one', '+2250501234567', '+22501234567'],
	['landlines in Côte d’Ivoire have other digits', '+2250121234567', '+22521234567'],
	['what got another prefix in Benin than 01 has no old number', '+2290297123456', '+22997123456'],
	['no old number in Benin began with 0', '+2290101234567', '+22901234567'],
	['nor with 3 or 7', '+2290171234567', '+22971234567'],
	['in the USA a 1 is a digit', '+1521234567890', '+152234567890'],
	['in the UK a 9 is a digit', '+44912345678', '+4412345678'],
	['the last digit counts', '+5531988887777', '+553188887778'],
];

describe('a sender', () => {
	it.each(SAME)('from %s matches in both spellings, both ways', (_country, long, short) => {
		for (const [from, sender] of [
			[long, short],
			[short, long],
			[long, long],
			[short, short],
		] as const)
			expect([from, sender, fromTo(from.slice(1), { senders: ['+1', sender] })]).toEqual([
				from,
				sender,
				true,
			]);
	});

	it.each(DIFFERENT)('is a different one: %s', (_why, one, other) => {
		expect(fromTo(one.slice(1), { senders: [other] })).toBe(false);
		expect(fromTo(other.slice(1), { senders: [one] })).toBe(false);
	});

	it('without a number is not mistaken for someone', () => {
		const hidden = received({ from: undefined, from_user_id: 'BR.1', type: 'text' }, []);
		const wants = (senders: string[]) => matches(hidden as WhatsAppEvent, { ...all, senders });
		expect(wants(['+5531988887777'])).toBe(false);
		expect(wants(['+5531988887777', 'BR.1'])).toBe(true);
	});
});

describe('your own phone number', () => {
	const ofNumber = (display_phone_number: string) =>
		changed('security', { display_phone_number, event: 'PIN_CHANGED' })[0] as WhatsAppEvent;
	const wants = (display: string, phoneNumber: string) =>
		matches(ofNumber(display), { ...all, triggerOn: ['everything'], phoneNumbers: [phoneNumber] });

	it.each(SAME)('from %s matches in both spellings, both ways', (_country, long, short) => {
		expect(wants(long, short)).toBe(true);
		expect(wants(short, long)).toBe(true);
	});

	it.each(DIFFERENT)('is a different one: %s', (_why, one, other) => {
		expect(wants(one, other)).toBe(false);
		expect(wants(other, one)).toBe(false);
	});

	it.each([
		'+55 (31) 98888-7777',
		'5531988887777',
		'0055 31 8888-7777',
		'+55 31 ８８８８－７７７７',
	])('may be written as %j', (written) => {
		expect(wants('+55 31 98888-7777', written)).toBe(true);
		expect(wants('+55 31 98888-7778', written)).toBe(false);
	});
});

/** Random digits, few of them different, so that the same and similar numbers come again and again. */
type Digits = (count: number) => string;

/** The numbering plans again, the other way around: from a subscriber to the spellings. */
const PLANS: Array<(digits: Digits, either: boolean) => string[]> = [
	function brazil(digits, either) {
		const start = `+55${digits(2).replaceAll('0', '1')}`;
		const local = digits(8).replace(/^[01]/, '8');
		const spellings = [`${start}9${local}`, `${start}${local}`];
		// Of landlines and radios, the number with a 9 in front of it is someone else's.
		return /^(?:[2-5]|7[0789])/.test(local) ? [spellings[either ? 0 : 1] ?? ''] : spellings;
	},
	function mexico(digits) {
		const national = digits(10).replace(/^[01]/, '5');
		return [`+52${national}`, `+521${national}`];
	},
	function argentina(digits) {
		const national = digits(10).replace(/^[04-9]/, '1');
		return [`+54${national}`, `+549${national}`];
	},
	function coteDIvoire(digits, either) {
		const old = digits(8);
		const operator = [...'1571'].find(
			(_, at) => at * 3 < Number(old[1]) && Number(old[1]) <= at * 3 + 3,
		);
		const isMobile = /^(?:[0457][1-9]|[689][4-9])/.test(old);
		if (isMobile && either) return [`+225${old}`, `+2250${operator}${old}`];
		const [other = ''] = [...'157'].filter((each) => each !== operator);
		return isMobile ? [`+2250${other}${old}`] : [`+225${old}`];
	},
	function benin(digits, either) {
		const old = digits(8);
		if (/^[24-69]/.test(old)) return [`+22901${old}`, `+229${old}`];
		return [either ? `+22901${old}` : `+229${old}`];
	},
];

describe('random numbers', () => {
	it('are the same subscriber exactly if their numbering plan says so', () => {
		const random = seededRandom(229);
		const below = (limit: number) => Math.floor(random() * limit);
		const digits: Digits = (count) =>
			Array.from({ length: count }, (_, at) => below(at < 4 ? 10 : 2)).join('');
		const owners = new Map<string, string>();
		let repeated = 0;
		for (let turn = 0; turn < 100_000; turn++) {
			const spellings = PLANS[below(PLANS.length)]?.(digits, random() < 0.5) ?? [];
			const [subscriber = '', ...others] = new Set(spellings.map(canonicalNumber));
			if (others.length > 0) throw new Error(`${spellings.join(' ')} are apart`);
			const owner = spellings.join(' ');
			const known = owners.get(subscriber);
			if (known !== undefined && known !== owner)
				throw new Error(`${subscriber} is ${known} and ${owner}`);
			if (known !== undefined) repeated++;
			owners.set(subscriber, owner);
		}
		expect(owners.size).toBeGreaterThan(10_000);
		expect(repeated).toBeGreaterThan(1_000);
	});

	it('have at most two spellings, and one for comparison', () => {
		const random = seededRandom(54);
		const found = new Map<string, Set<string>>();
		for (let turn = 0; turn < 200_000; turn++) {
			const code = ['55', '52', '54', '225', '229', '1', '49'][Math.floor(random() * 7)];
			const length = 8 + Math.floor(random() * 4);
			const digits = Array.from({ length }, () => Math.floor(random() * 10)).join('');
			const number = `+${code}${digits}`;
			const subscriber = canonicalNumber(number);
			if (canonicalNumber(subscriber) !== subscriber) throw new Error(`${number} goes on changing`);
			const all = found.get(subscriber) ?? new Set();
			found.set(subscriber, all.add(number));
			if (all.size > 2) throw new Error([...all].join(' '));
		}
	});

	it('of all other countries are compared unchanged', () => {
		const changing = EXAMPLES.filter(({ number }) => canonicalNumber(number) !== number);
		const codes = new Set(changing.map(({ code }) => code));
		expect([...codes].filter((code) => !['52', '54', '55', '225', '229'].includes(code))).toEqual(
			[],
		);
	});
});
