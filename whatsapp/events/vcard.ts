/** What of a property's value is notation, by what it stands for (RFC 6350, 3.4). */
const unescaped = (value: string) =>
	value.replace(/\\([\\,;:nN])/g, (_notation, sign: string) => (/n/i.test(sign) ? ' ' : sign));

/** What a text says in vCard 2.1's quoted-printable; unchanged where that is not UTF-8. */
function decoded(value: string): string {
	const encoded = value.replace(/=\r?\n/g, '').replace(/%/g, '%25');
	try {
		return decodeURIComponent(encoded.replace(/=([0-9a-f]{2})/gi, '%$1'));
	} catch {
		return value;
	}
}

/** The value of a property, maybe in a group and with parameters. Lines that end with "=" go on. */
function valueOf(vcard: string, name: 'FN' | 'N' | 'ORG'): string | undefined {
	const property = new RegExp(
		`^(?:[\\w-]+\\.)?${name}((?:;(?:"[^"\\r\\n]*"|[^:"\\r\\n])*)?):(.*(?:(?<==)\\r?\\n.*)*)`,
		'im',
	);
	const [, parameters = '', value] = property.exec(vcard) ?? [];
	if (value === undefined) return undefined;
	const isEncoded = /quoted-printable/i.test(parameters);
	return isEncoded ? decoded(value) : value.split(/\r?\n/, 1)[0];
}

/** A name has five components. */
const MOST_COMPONENTS = 5;

/** The components of a property, which semicolons part unless they are escaped. */
const componentsOf = (value = '') =>
	value.split(/(?<!\\);/, MOST_COMPONENTS).map((component) => unescaped(component).trim());

/**
 * The name in a vCard of version 2.1, 3 or 4: as it is to be shown, or else put together, or the
 * organization's. Undefined where there is none. Source: RFC 6350, 6.2 and 6.6.
 */
export function nameInVcard(vcard: string): string | undefined {
	const unfolded = vcard.replace(/\r?\n[ \t]/g, '');
	const shown = unescaped(valueOf(unfolded, 'FN') ?? '').trim();
	const [family, given, additional, prefix, suffix] = componentsOf(valueOf(unfolded, 'N'));
	const together = [prefix, given, additional, family, suffix].filter(Boolean).join(' ');
	const [organization] = componentsOf(valueOf(unfolded, 'ORG'));
	return [shown, together, organization].find(Boolean);
}
