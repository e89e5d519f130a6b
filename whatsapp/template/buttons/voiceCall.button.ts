import { filledIn } from '../../../form/field';
import { wholeNumber } from '../../../form/readers';
import { text } from '../../../form/texts';
import { askedAs, namesIn, readField } from '../send/component';
import { voiceCallText, buttonText } from './buttonText';
import type { BuildButton } from './sentButton';
import { NO_INPUT, type TemplateButton } from './templateButton';

/** At most 30 days. */
const ttlMinutes = wholeNumber({ min: 1, max: 43_200 });

/** WhatsApp shows it without a position. */
const send: BuildButton = ({ context }) => {
	const minutes = askedAs(
		readField(
			namesIn(context, 'Voice call button minutes', 'callTtlMinutes'),
			{ type: 'number' },
			ttlMinutes,
		),
		`${context.label}Voice call button: validity in minutes (1 to 43,200)`,
	);
	const payload = askedAs(
		text(...namesIn(context, 'Voice call button payload', 'callPayload'), { max: 512 }),
		`${context.label}Voice call button: payload returned with the call`,
	);
	return {
		fields: [minutes, payload],
		component: (form) => {
			const given = filledIn(form, { ttl_minutes: minutes, payload });
			const parameters = Object.entries(given).map(([type, value]) => ({ type, [type]: value }));
			return parameters.length === 0
				? undefined
				: { type: 'button', sub_type: 'voice_call', parameters };
		},
	};
};

/** A button that calls the business. */
export const voiceCall: TemplateButton = {
	name: 'Voice Call',
	value: 'VOICE_CALL',
	create: {
		description: 'Calls you through WhatsApp',
		on: ['template'],
		max: 1,
		fields: [buttonText],
		members: (row) => ({ text: voiceCallText.of(row) }),
	},
	send,
	library: NO_INPUT,
};
