import { businessAccount } from '../../../fields/locators';
import { notice } from '../../../../form/notice';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';

export const disassociate: Operation = {
	name: 'Disassociate',
	value: 'disassociate',
	action: 'Disassociate business account',
	description: 'Unlink a WhatsApp Business Account from AWS. This cannot be undone from here.',
	awsAction: 'DisassociateWhatsAppBusinessAccount',
	effect: 'removal',
	fields: [
		notice(
			'disassociateNotice',
			'This cannot be undone from here. All phone numbers of the account stop sending and receiving through AWS. To link it again, someone has to sign up in the AWS console.',
		),
		inQuery(businessAccount, 'id'),
	],
	result: (_answer, { request }) => ({ success: true, businessAccountId: request.qs.id }),
};
