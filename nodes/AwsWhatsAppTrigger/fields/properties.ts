import { properties as propertiesOf } from '../../../form/field';
import { eventFields } from './events';
import { filters } from './filters';
import { mediaFields } from './media';
import { optionFields } from './options';
import { subscriptionFields } from './subscription';

/** The panel of the trigger, from top to bottom. */
export const properties = propertiesOf([
	...eventFields,
	...subscriptionFields,
	...mediaFields,
	filters,
	optionFields,
]);
