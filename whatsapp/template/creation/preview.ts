import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../form/unknown';
import { objectsIn, textIn, wordIn } from '../parts';
import { examplesOf, variablesIn } from '../variables';

/** A text of a definition in which variables may stand. */
interface Text {
	/** Where a person finds it, e.g. "Card 1: Body". */
	place: string;
	text: string;
	examples: Map<string, string>;
}

const PLACES = new Map([
	['HEADER', 'Header'],
	['BODY', 'Body'],
]);

/** The address of a button has one variable at most, whatever it is called. */
function addressOf(button: IDataObject, place: string): Text {
	const text = textIn(button, 'url');
	const [example] = [button.example].flat();
	const examples = variablesIn(text).map(({ name }): [string, string] => [name, String(example)]);
	return { place, text, examples: new Map(example === undefined ? [] : examples) };
}

function textsIn(components: IDataObject[], where = ''): Text[] {
	return components.flatMap((component) => {
		const place = PLACES.get(wordIn(component, 'type'));
		const own =
			place === undefined
				? []
				: [
						{
							place: `${where}${place}`,
							text: textIn(component, 'text'),
							examples: examplesOf(component),
						},
					];
		const buttons = objectsIn(component, 'buttons').map((button, i) =>
			addressOf(button, `${where}Button ${i + 1}`),
		);
		const cards = objectsIn(component, 'cards').flatMap((card, i) =>
			textsIn(objectsIn(card, 'components'), `Card ${i + 1}: `),
		);
		return [...own, ...buttons, ...cards];
	});
}

/**
 * What a template says as it was submitted, and the variables that WhatsApp finds in it: none where
 * they got lost on the way.
 *
 * @param document the whole definition, or its components
 */
export function templatePreview(document: unknown): IDataObject {
	const components = isRecord(document) ? objectsIn(document, 'components') : document;
	const texts = textsIn(Array.isArray(components) ? components.filter(isRecord) : []);
	const textAt = (place: string) => texts.find((text) => text.place === place)?.text ?? '';
	const headerText = textAt('Header');
	const bodyText = textAt('Body');
	return {
		...(headerText === '' ? {} : { headerText }),
		...(bodyText === '' ? {} : { bodyText }),
		variables: texts.flatMap(({ place, text, examples }) =>
			variablesIn(text, examples).map(({ name, example }) => ({
				name,
				place,
				...(example === undefined ? {} : { example }),
			})),
		),
	};
}
