import type { Case } from '../case.mts';
import { businessAccountCases } from './businessAccount.mts';
import { callCases } from './call.mts';
import { conversionCases } from './conversion.mts';
import { flowCases } from './flow.mts';
import { mediaCases } from './media.mts';
import { messageCases } from './message.mts';
import { phoneNumberCases } from './phoneNumber.mts';
import { tagCases } from './tag.mts';
import { templateCases } from './template.mts';
import { templateLibraryCases } from './templateLibrary.mts';

export const cases: Case[] = [
	...businessAccountCases,
	...callCases,
	...conversionCases,
	...flowCases,
	...mediaCases,
	...messageCases,
	...phoneNumberCases,
	...tagCases,
	...templateCases,
	...templateLibraryCases,
];
