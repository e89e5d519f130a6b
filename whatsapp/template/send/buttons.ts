import type { IDataObject } from 'n8n-workflow';
import { isCodeButton } from './oneTimeCode';
import type { ComponentBuilder } from './component';
import { objectsIn, wordIn } from './definition';
import type { BuildButton } from '../buttons/sentButton';
import { catalogButton } from '../buttons/catalog.button';
import { copyCodeButton } from '../buttons/copyCode.button';
import { flowButton } from '../buttons/flow.button';
import { multiProductButton } from '../buttons/multiProduct.button';
import { orderDetailsButton } from '../buttons/orderDetails.button';
import { quickReplyButton } from '../buttons/quickReply.button';
import { codeButton, urlButton } from '../buttons/url.button';
import { voiceCallButton } from '../buttons/voiceCall.button';

const nothingToFillIn: BuildButton = () => undefined;

/** All kinds of buttons. A new one is one file and one line here. */
const BUTTONS = new Map<string, BuildButton>([
	['APP', nothingToFillIn],
	['CATALOG', catalogButton],
	['COPY_CODE', copyCodeButton],
	['FLOW', flowButton],
	['MPM', multiProductButton],
	['ORDER_DETAILS', orderDetailsButton],
	['PHONE_NUMBER', nothingToFillIn],
	['QUICK_REPLY', quickReplyButton],
	['REQUEST_CONTACT_INFO', nothingToFillIn],
	['SPM', nothingToFillIn],
	['URL', urlButton],
	['VOICE_CALL', voiceCallButton],
]);

const builderOf = (definition: IDataObject) =>
	isCodeButton(definition) ? codeButton : BUTTONS.get(wordIn(definition, 'type'));

export const isKnownButton = (definition: IDataObject): boolean =>
	builderOf(definition) !== undefined;

export const buttonParts: ComponentBuilder = (context, component) =>
	objectsIn(component, 'buttons').flatMap((definition, index) => {
		const build = context.isAuthentication ? codeButton : builderOf(definition);
		return build?.({ context: context, definition, index }) ?? [];
	});
