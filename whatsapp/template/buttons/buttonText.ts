import { text } from '../../../form/texts';
import { withoutVariables } from '../typedText';

/** WhatsApp's limits, in Unicode code points. */
export const MAX_BUTTON_TEXT = 25;
const MAX_VOICE_CALL_TEXT = 20;

const buttonTextWithin = (max: number) =>
	withoutVariables(
		text('Text', 'text', {
			max,
			required: true,
			example: 'Track order',
			description: `Text of the button, at most {max} characters; ${MAX_VOICE_CALL_TEXT} for a voice call`,
		}),
	);

/** The text on a button. */
export const buttonText = buttonTextWithin(MAX_BUTTON_TEXT);

/** The same field, as it is read for a button that calls. */
export const voiceCallText = buttonTextWithin(MAX_VOICE_CALL_TEXT);
