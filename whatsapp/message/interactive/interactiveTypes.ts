import { addressMessage } from './addressMessage.interactive';
import { button } from './button.interactive';
import { callPermissionRequest } from './callPermissionRequest.interactive';
import { carousel } from './carousel.interactive';
import { catalogMessage } from './catalogMessage.interactive';
import { ctaUrl } from './ctaUrl.interactive';
import { flow } from './flow.interactive';
import type { InteractiveType } from './interactiveType';
import { list } from './list.interactive';
import { locationRequest } from './locationRequest.interactive';
import { orderDetails } from './orderDetails.interactive';
import { orderStatus } from './orderStatus.interactive';
import { product } from './product.interactive';
import { productList } from './productList.interactive';
import { requestContactInfo } from './requestContactInfo.interactive';
import { voiceCall } from './voiceCall.interactive';

/** All interactive types. A new one is a file, and an import and an entry here. */
export const interactiveTypes: InteractiveType[] = [
	addressMessage,
	button,
	callPermissionRequest,
	carousel,
	catalogMessage,
	ctaUrl,
	flow,
	list,
	locationRequest,
	orderDetails,
	orderStatus,
	product,
	productList,
	requestContactInfo,
	voiceCall,
];
