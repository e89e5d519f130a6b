import { bodyParts } from './body';
import { buttonParts, isKnownButton } from './buttons';
import { carouselParts } from './carousel';
import { headerParts } from './header';
import { MAX_BODY, MAX_LONE_BODY } from '../limits';
import { offerParts } from './limitedTimeOffer';
import { isAuthentication } from './oneTimeCode';
import { buildComponents, type ComponentBuilder, type TemplateComponent } from './component';
import { objectsIn, wordIn, type TemplateDefinition } from './definition';
import { tapTargetParts } from './tapTarget';

/** The components of templates in the order in which a phone shows them, and Meta's examples send them. */
const COMPONENTS = new Map<string, ComponentBuilder>([
	['HEADER', headerParts],
	['BODY', bodyParts],
	['LIMITED_TIME_OFFER', offerParts],
	['CAROUSEL', carouselParts],
	['BUTTONS', buttonParts],
	['FOOTER', () => []],
	['CALL_PERMISSION_REQUEST', () => []],
]);

/** Everything that a template wants filled in. */
export function templateComponents(template: TemplateDefinition): TemplateComponent[] {
	const { components } = template;
	const place = {
		prefix: '',
		label: '',
		isAuthentication: isAuthentication(template),
		isOffer: components.some((each) => wordIn(each, 'type') === 'LIMITED_TIME_OFFER'),
		maxBody: components.every((each) => wordIn(each, 'type') === 'BODY') ? MAX_LONE_BODY : MAX_BODY,
	};
	return [...buildComponents(COMPONENTS, place, components), ...tapTargetParts(template)];
}

/** Whether a template has a component or a button for which there are no fields here. */
export const hasUnknownComponent = ({ components }: TemplateDefinition): boolean =>
	components.some(
		(component) =>
			!COMPONENTS.has(wordIn(component, 'type')) ||
			!objectsIn(component, 'buttons').every(isKnownButton),
	);
