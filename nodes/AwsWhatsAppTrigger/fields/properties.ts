import type { INodeProperties } from 'n8n-workflow';
import { eventFields } from './events';
import { filterFields } from './filters';
import { mediaFields } from './media';
import { optionFields } from './options';
import { subscriptionFields } from './subscription';

/** The panel of the trigger, from top to bottom. */
export const properties: INodeProperties[] = [
	...eventFields,
	...subscriptionFields,
	...mediaFields,
	filterFields,
	optionFields,
];
