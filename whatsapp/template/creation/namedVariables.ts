import { FieldError } from '../../../form/fieldError';
import type { Field } from '../../../form/field';
import type { Form } from '../../../form/form';
import { isRecord } from '../../../form/unknown';
import { quoted } from '../../../form/rule';
import { braced, isNumbered, namesIn } from '../typedVariables';
import { bodyText } from './bodyFields';
import { buttons } from './buttonFields';
import { cards } from './cardFields';
import { headerText } from './headerFields';

/** The variables of a component. Numbered ones in addresses may stand in templates of either kind. */
function namesInComponent(part: unknown, key = ''): string[] {
	if (typeof part === 'string') {
		if (key === 'text') return namesIn(part);
		return key === 'url' ? namesIn(part).filter((name) => !isNumbered(name)) : [];
	}
	if (Array.isArray(part)) return part.flatMap((each) => namesInComponent(each));
	return isRecord(part)
		? Object.entries(part).flatMap(([inner, value]) => namesInComponent(value, inner))
		: [];
}

/** The fields whose variables a component has, by the type of the component. */
const FIELDS = new Map<unknown, Field>([
	['HEADER', headerText],
	['BODY', bodyText],
	['BUTTONS', buttons],
	['CAROUSEL', cards],
]);

/** Whether the variables of a whole template are named; a FieldError when only some are. */
export function hasNamedVariables(form: Form, components: Array<{ type?: unknown }>): boolean {
	const used = components.flatMap((component) =>
		namesInComponent(component).map((name) => ({ name, field: FIELDS.get(component.type) })),
	);
	const [first] = used;
	if (!first) return false;
	const other = used.find(({ name }) => isNumbered(name) !== isNumbered(first.name));
	if (other) {
		throw new FieldError(
			`'${other.field ? form.label(other.field) : ''}' mixes numbered and named variables`,
			`It has ${quoted(braced(other.name))}, but there is also ${quoted(braced(first.name))}. Write all variables of the template as {1}, {2} or all as {first_name}.`,
		);
	}
	return !isNumbered(first.name);
}
