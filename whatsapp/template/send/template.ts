import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import { Form } from '../../../form/form';
import { quoted } from '../../../form/rule';
import { templateValues } from '../fields';
import { MAX_BODY, MAX_LONE_BODY } from '../limits';
import { objectsIn, wordIn } from '../parts';
import { buttonParts, isKnownButton } from './buttons';
import { carouselParts } from './carousel';
import {
	buildComponents,
	type ComponentBuilder,
	type SendContext,
	type TemplateComponent,
	type TemplateField,
} from './component';
import type { TemplateDefinition } from './definition';
import { headerParts } from './header';
import { offerParts } from './limitedTimeOffer';
import { bucket } from './mediaField';
import { isAuthentication } from './oneTimeCode';
import { otherComponents } from './otherComponents';
import { tapTargetParts } from './tapTarget';
import { bodyParts } from './textComponent';

/** The components of templates in the order in which a phone shows them, and Meta's examples send them. */
const COMPONENTS = new Map<string, ComponentBuilder>([
	['HEADER', headerParts],
	['BODY', bodyParts],
	['LIMITED_TIME_OFFER', offerParts],
	['CAROUSEL', carouselParts],
	['BUTTONS', buttonParts],
	['FOOTER', () => []],
	['CALL_PERMISSION_REQUEST', () => []],
]);

/** Everything that a template needs to be filled in. */
function componentsOf(definition: TemplateDefinition): TemplateComponent[] {
	const { components } = definition;
	const isOnly = (type: string) => components.every((each) => wordIn(each, 'type') === type);
	const context = {
		prefix: '',
		label: '',
		labels: new Map<string, string>(),
		isAuthentication: isAuthentication(definition),
		isOffer: components.some((each) => wordIn(each, 'type') === 'LIMITED_TIME_OFFER'),
		maxBody: isOnly('BODY') ? MAX_LONE_BODY : MAX_BODY,
	};
	return [...buildComponents(COMPONENTS, context, components), ...tapTargetParts(definition)];
}

/** Whether there are no fields here for a component or a button. */
const isUnknown = (component: IDataObject): boolean =>
	!COMPONENTS.has(wordIn(component, 'type')) ||
	!objectsIn(component, 'buttons').every(isKnownButton);

const nameOf = ({ property }: TemplateField) => property.name;

/** A value that goes to several places is asked for once. */
const distinct = (fields: TemplateField[]): TemplateField[] =>
	fields.filter((field, i) => fields.findIndex((each) => nameOf(each) === nameOf(field)) === i);

const isFilledIn = (value: unknown) => value !== undefined && value !== null && value !== '';

/** A template to send: the fields that it asks for, and what it becomes with their values. Pure. */
export class Template {
	/** In the order in which a phone shows what they fill. */
	readonly fields: TemplateField[];

	private readonly components: TemplateComponent[];

	constructor(readonly definition: TemplateDefinition) {
		this.components = componentsOf(definition);
		const fields = this.components.flatMap((component) => component.fields);
		this.fields = distinct([
			...fields,
			...(fields.some(({ isFile }) => isFile) ? [bucket] : []),
			definition.components.some(isUnknown) ? otherComponents : { ...otherComponents, rare: true },
		]);
	}

	/** The values as a form; throws a FieldError for one without a place, which would be lost silently. */
	form(values: Record<string, unknown>): Form {
		const ids = this.fields.map(nameOf);
		const stranger = Object.keys(values).find((id) => !ids.includes(id) && isFilledIn(values[id]));
		if (stranger !== undefined) {
			const { name, language } = this.definition;
			throw new FieldError(
				`'${templateValues.property.displayName}' has a value that the template does not use`,
				`The value is named ${quoted(stranger)}. The template ${name} (${language}) has these fields: ${ids.join(', ')}. Reload the fields in the panel, or remove the value.`,
			);
		}
		return new Form((id) => (Object.hasOwn(values, id) ? values[id] : undefined));
	}

	/** The template as it is sent; throws a FieldError when WhatsApp would not take a value. */
	content(form: Form, sending: SendContext): IDataObject {
		const { name, language } = this.definition;
		const components = [
			...this.components.flatMap((component) => component.component(form, sending) ?? []),
			...otherComponents.of(form),
		];
		return {
			name,
			language: { code: language },
			...(components.length > 0 ? { components } : {}),
		};
	}
}
