import { AwsSocialMessagingApi } from '../../credentials/AwsSocialMessagingApi.credentials.ts';
import { choicesOf, description, everyField, everyRow, operations } from './description.mts';

const credential = new AwsSocialMessagingApi();
const allFields = [...everyField, ...credential.properties];
export const notices = allFields.filter(({ type }) => type === 'notice');
/** What a person fills in. */
export const fields = allFields.filter(({ type }) => type !== 'notice' && type !== 'hidden');
const choices = fields.filter(({ name }) => name !== 'region').flatMap(choicesOf);
export const modes = fields.flatMap((field) => field.modes ?? []);

export const labels = [
	...fields.map(({ displayName }) => displayName),
	...everyRow.map(({ displayName }) => displayName),
	...choices.map(({ name }) => name),
	...modes.map(({ displayName }) => displayName),
	description.displayName,
	credential.displayName,
];

export const descriptions = [
	description.description,
	...fields.flatMap(({ description: text = [], hint = [] }) => [text, hint].flat()),
	...choices.flatMap(({ description: text = [] }) => text),
];

export const everyText = [
	...labels,
	...descriptions,
	...notices.map(({ displayName }) => displayName),
	...[...fields, ...modes].flatMap(({ placeholder = [] }) => placeholder),
	...operations.map(({ operation }) => operation.action ?? ''),
];
