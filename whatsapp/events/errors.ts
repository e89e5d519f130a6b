import type { IDataObject } from 'n8n-workflow';
import { known, knownList, record, text } from '../../form/unknown';

/** Meta's errors, with what is nested in them laid flat; undefined where there are none. */
export function errorsOf(value: unknown): IDataObject[] | undefined {
	return knownList(value, (error) => {
		const { code, title, message, error_data: data, href } = record(error);
		return known({
			code: typeof code === 'string' && /^\d{1,15}$/.test(code) ? Number(code) : code,
			// An error that is but a text says what went wrong.
			title: text(title) ?? text(error),
			message: text(message),
			details: text(record(data).details),
			href: text(href),
		});
	});
}
