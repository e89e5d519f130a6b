import { bodyParts } from './body';
import { buttonParts, isKnownButton } from './buttons/buttons';
import { carouselParts } from './carousel';
import { headerParts } from './header';
import { MAX_BODY, MAX_LONE_BODY } from './limits';
import { offerParts } from './limitedTimeOffer';
import { isAuthentication } from './oneTimeCode';
import { partsOf, type BuildParts, type TemplatePart } from './part';
import { objectsIn, wordIn, type SendableTemplate } from './sendable';
import { tapTargetParts } from './tapTarget';

/** The components of templates in the order in which a phone shows them, and Meta's examples send them. */
const COMPONENTS = new Map<string, BuildParts>([
	['HEADER', headerParts],
	['BODY', bodyParts],
	['LIMITED_TIME_OFFER', offerParts],
	['CAROUSEL', carouselParts],
	['BUTTONS', buttonParts],
	['FOOTER', () => []],
	['CALL_PERMISSION_REQUEST', () => []],
]);

/** Everything that a template wants filled in. */
export function templateParts(template: SendableTemplate): TemplatePart[] {
	const { components } = template;
	const place = {
		prefix: '',
		label: '',
		isAuthentication: isAuthentication(template),
		isOffer: components.some((each) => wordIn(each, 'type') === 'LIMITED_TIME_OFFER'),
		maxBody: components.every((each) => wordIn(each, 'type') === 'BODY') ? MAX_LONE_BODY : MAX_BODY,
	};
	return [...partsOf(COMPONENTS, place, components), ...tapTargetParts(template)];
}

/** Whether a template has a component or a button for which there are no fields here. */
export const hasUnknownPart = ({ components }: SendableTemplate): boolean =>
	components.some(
		(component) =>
			!COMPONENTS.has(wordIn(component, 'type')) ||
			!objectsIn(component, 'buttons').every(isKnownButton),
	);
