import { Arguments } from '../arguments.mts';
import { USAGE } from '../options.mts';
import { proxies, type Proxy } from './front.mts';

export interface EventsOptions {
	seeds: number[];
	seconds: number;
	rate: number;
	database: 'sqlite' | 'postgres';
	publication: 'on' | 'off';
	proxy: Proxy;
	pace: number;
	limit?: number;
}

/** Reads what comes after `npm run chaos -- events`; throws what to write instead. */
export function eventsOptionsOf(args: string[]): EventsOptions {
	const given = new Arguments(args, USAGE);
	const options: EventsOptions = {
		seeds: given.seeds(1),
		seconds: given.number('seconds') ?? 600,
		rate: given.number('rate') ?? 20,
		database: given.oneOf('database', ['sqlite', 'postgres']),
		publication: given.oneOf('publication', ['on', 'off']),
		proxy: given.oneOf('proxy', proxies),
		pace: given.number('pace', /^\d*\.?\d+$/) ?? 1,
		limit: given.number('limit'),
	};
	given.end();
	return options;
}
