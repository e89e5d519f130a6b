import { app } from './app.button';
import { catalog } from './catalog.button';
import { copyCode } from './copyCode.button';
import { flow } from './flow.button';
import { multiProduct } from './multiProduct.button';
import { oneTimePassword } from './oneTimePassword.button';
import { orderDetails } from './orderDetails.button';
import { phoneNumber } from './phoneNumber.button';
import { quickReply } from './quickReply.button';
import { requestContactInfo } from './requestContactInfo.button';
import { singleProduct } from './singleProduct.button';
import type { TemplateButton } from './templateButton';
import { url } from './url.button';
import { voiceCall } from './voiceCall.button';

/** All types of buttons. A new one is a file, and an import and an entry here. */
export const templateButtons: TemplateButton[] = [
	quickReply,
	phoneNumber,
	url,
	copyCode,
	flow,
	voiceCall,
	catalog,
	multiProduct,
	orderDetails,
	requestContactInfo,
	singleProduct,
	oneTimePassword,
	app,
];
