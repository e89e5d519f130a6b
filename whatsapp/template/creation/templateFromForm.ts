import type { IDataObject } from 'n8n-workflow';
import { flag, number } from '../../../form/choices';
import { collection } from '../../../form/collection';
import { filledIn, present } from '../../../form/field';
import { grouped } from '../../../form/counts';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { checkPaymentLink } from '../buttons/paymentLink';
import { type CATEGORIES, templateLanguage } from '../fields';
import { newTemplateName } from '../newTemplateName';
import { buttons, displayFormatOf } from './buttonFields';
import { cards } from './cardFields';
import { headerFormat } from './headerFields';
import { hasNamedVariables } from './namedVariables';
import { authentication, category, templateType } from './templateTypes';

type Category = 'AUTHENTICATION' | keyof typeof CATEGORIES;

/** How long WhatsApp may try to deliver, in seconds. */
const TIMES_TO_LIVE: Record<Category, { min: number; max: number }> = {
	AUTHENTICATION: { min: 30, max: 900 },
	MARKETING: { min: 43_200, max: 2_592_000 },
	UTILITY: { min: 30, max: 43_200 },
};

/** Instead of a time: 30 days, though not in marketing. */
const THIRTY_DAYS = -1;

const timeToLive = number('Time to Live (Seconds)', 'messageSendTtlSeconds', {
	min: THIRTY_DAYS,
	max: TIMES_TO_LIVE.MARKETING.max,
	default: 43_200,
	optional: true,
	description:
		'How long WhatsApp tries to deliver a message: 30 to 900 for authentication, 30 to 43,200 for utility, 43,200 to 2,592,000 for marketing. -1 means 30 days and is not allowed for marketing.',
});

export const linkTracking = flag('Link Tracking Opted Out', 'ctaUrlLinkTrackingOptedOut', {
	default: true,
	optional: true,
	description: "Whether to opt out of Meta's click tracking for website buttons",
});

export const additionalFields = collection(
	'Additional Fields',
	'additionalFields',
	[linkTracking, timeToLive],
	{ placeholder: 'Add field' },
);

const categoryOf = (form: Form): Category =>
	templateType.of(form) === authentication ? 'AUTHENTICATION' : category.of(form);

function timeToLiveMember(form: Form, given: Category): IDataObject {
	const { min, max } = TIMES_TO_LIVE[given];
	const seconds = timeToLive.of(form);
	if (seconds === undefined) return {};
	const is30Days = seconds === THIRTY_DAYS && given !== 'MARKETING';
	if (!is30Days && (seconds < min || seconds > max)) {
		throw new FieldError(
			`'${form.label(timeToLive)}' is not allowed for the category`,
			`For ${given.toLowerCase()}, WhatsApp allows ${grouped(min)} to ${grouped(max)}; you entered ${grouped(seconds)}.`,
		);
	}
	return { message_send_ttl_seconds: seconds };
}

/** The components in the form of Meta's API; throws a FieldError when WhatsApp would not take them. */
export function componentsFromForm(form: Form): IDataObject[] {
	const components = templateType.of(form).components(form);
	checkPaymentLink(form, { headerFormat, buttons, cards }, components);
	return components;
}

/** The definition in the form of Meta's API; throws a FieldError when WhatsApp would not take it. */
export function templateFromForm(form: Form): IDataObject {
	const name = newTemplateName.of(form);
	const language = templateLanguage.of(form);
	const components = componentsFromForm(form);
	const chosen = categoryOf(form);
	const additional = additionalFields.of(form);
	return {
		name,
		language,
		category: chosen,
		...(hasNamedVariables(form, components) ? { parameter_format: 'NAMED' } : {}),
		...present({ display_format: displayFormatOf(components) }),
		components,
		...timeToLiveMember(additional, chosen),
		...filledIn(additional, { cta_url_link_tracking_opted_out: linkTracking }),
	};
}
