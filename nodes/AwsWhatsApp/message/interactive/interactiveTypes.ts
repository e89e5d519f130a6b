import { addressMessage } from './addressMessage.interactive';
import { button } from './button.interactive';
import { callPermissionRequest } from './callPermissionRequest.interactive';
import { ctaUrl } from './ctaUrl.interactive';
import { flow } from './flow.interactive';
import type { InteractiveType } from './interactiveType';
import { list } from './list.interactive';
import { locationRequest } from './locationRequest.interactive';
import { requestContactInfo } from './requestContactInfo.interactive';
import { voiceCall } from './voiceCall.interactive';

/** All interactive types. A new one is one file and one line here. */
export const interactiveTypes: InteractiveType[] = [
	addressMessage,
	button,
	callPermissionRequest,
	ctaUrl,
	flow,
	list,
	locationRequest,
	requestContactInfo,
	voiceCall,
];
