import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { selected } from '../../../form/variants';
import { TEMPLATE_NAME_RULE } from '../fields';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { flag, oneOf, wholeNumber } from '../../../form/readers';
import { requiredLanguage } from '../language';
import { typesOfButtons } from './buttonFields';
import { checkPaymentLink } from '../buttons/paymentLink';
import { templateTypes } from './templateTypes';
import { hasNamedVariables } from '../typedVariables';

type Category = 'AUTHENTICATION' | 'MARKETING' | 'UTILITY';

/** How long WhatsApp may try to deliver, in seconds. */
const TIMES_TO_LIVE: Record<Category, { min: number; max: number }> = {
	AUTHENTICATION: { min: 30, max: 900 },
	MARKETING: { min: 43_200, max: 2_592_000 },
	UTILITY: { min: 30, max: 43_200 },
};

/** Instead of a time: 30 days, though not in marketing. */
const THIRTY_DAYS = -1;

export const timeToLiveField: INodeProperties = {
	displayName: 'Time to Live (Seconds)',
	name: 'messageSendTtlSeconds',
	type: 'number',
	typeOptions: { minValue: THIRTY_DAYS, maxValue: TIMES_TO_LIVE.MARKETING.max },
	default: 43_200,
	description:
		'How long WhatsApp tries to deliver a message: 30 to 900 for authentication, 30 to 43,200 for utility, 43,200 to 2,592,000 for marketing. -1 is 30 days, but for marketing.',
};

function categoryOf(form: Form): Category {
	if (form.text('templateType') === 'authentication') return 'AUTHENTICATION';
	const category = form.member(
		'templateCategory',
		oneOf(['MARKETING', 'UTILITY'], { required: true }),
	);
	return category === 'MARKETING' ? 'MARKETING' : 'UTILITY';
}

function timeToLiveMember(form: Form, category: Category): IDataObject {
	const { min, max } = TIMES_TO_LIVE[category];
	const seconds = form.member(
		timeToLiveField.name,
		wholeNumber({ min: THIRTY_DAYS, max: TIMES_TO_LIVE.MARKETING.max }),
	);
	if (seconds === undefined) return {};
	const is30Days = seconds === THIRTY_DAYS && category !== 'MARKETING';
	if (!is30Days && (seconds < min || seconds > max)) {
		throw new FieldError(
			`'${form.label(timeToLiveField.name)}' does not fit the category`,
			`For ${category.toLowerCase()}, WhatsApp allows ${min} to ${max}; you gave ${seconds}.`,
		);
	}
	return { message_send_ttl_seconds: seconds };
}

function linkTrackingMember(form: Form): IDataObject {
	const optedOut = form.member('ctaUrlLinkTrackingOptedOut', flag);
	return optedOut === undefined ? {} : { cta_url_link_tracking_opted_out: optedOut };
}

/** Templates with an order to pay are marked as such. */
const displayFormatMember = (components: IDataObject[]): IDataObject =>
	components.flatMap(typesOfButtons).includes('ORDER_DETAILS')
		? { display_format: 'ORDER_DETAILS' }
		: {};

/**
 * The components of a template from the form, in the form of Meta's API.
 *
 * @throws FieldError when WhatsApp would not take them
 */
export function componentsFromForm(form: Form): IDataObject[] {
	const components = selected(form, 'templateType', templateTypes).components(form);
	checkPaymentLink(form, components);
	return components;
}

/**
 * The whole definition of a template from the form, in the form of Meta's API.
 *
 * @throws FieldError when WhatsApp would not take it
 */
export function templateFromForm(form: Form): IDataObject {
	const name = form.id('templateName', {
		...TEMPLATE_NAME_RULE,
		pattern: /^[a-z0-9_]+$/,
		format: 'small letters, digits and underscores',
	});
	const language = requiredLanguage(form, 'templateLanguageCode');
	const components = componentsFromForm(form);
	const category = categoryOf(form);
	const additional = form.group('additionalFields');
	return {
		name,
		language,
		category,
		...(hasNamedVariables(form, components) ? { parameter_format: 'NAMED' } : {}),
		...displayFormatMember(components),
		components,
		...timeToLiveMember(additional, category),
		...linkTrackingMember(additional),
	};
}
