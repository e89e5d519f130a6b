import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import { jsonOf } from '../../../form/json';
import { isRecord } from '../../../form/unknown';
import { asked, readField } from './component';

const isComponent = (each: unknown): each is IDataObject =>
	isRecord(each) && typeof each.type === 'string' && each.type !== '';

function componentsIn(value: unknown, label: string): IDataObject[] {
	const given = jsonOf(value, label);
	if (given === undefined) return [];
	if (Array.isArray(given) && given.every(isComponent)) return given;
	throw new FieldError(
		`'${label}' is not a list of components`,
		'Enter a list of objects with a type, e.g. [{ "type": "button", "sub_type": "url", … }].',
	);
}

/** Send components as the user wrote them, for what WhatsApp adds to its templates. */
export const otherComponents = asked(
	readField(['Other components', 'otherComponents'], { type: 'json' }, componentsIn),
	{ about: 'anything not offered here, as a JSON list of components' },
);
