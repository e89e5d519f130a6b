import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../form/choices';
import { mapped, present, type Field } from '../../../form/field';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { checkDifferent } from '../../../form/rows';
import { text } from '../../../form/texts';
import type { Variant } from '../../../form/variants';
import { anyFile } from '../../media/fields';
import { bucket } from '../../media/bucket';
import { mediaObject } from '../mediaObject';
import { catalogId, productId } from './catalogFields';
import { urlButton } from './ctaUrl.interactive';
import { replyButtons } from './replyButtons';

/** What the cards of a carousel hold, and the fields of a card. */
export interface CardType extends Variant {
	/** The cards, without their positions; throws a FieldError, by the list's label where they do not match. */
	cards(rows: Form[], message: Form, label: string): IDataObject[];
}

const MAX_LINE_BREAKS = 2;

const header = choice(
	'Header',
	'headerType',
	{ image: 'Image', video: 'Video' },
	{ default: 'image' },
);

const file = anyFile();

const body = mapped(
	text('Body', 'bodyText', {
		max: 160,
		typeOptions: { rows: 2 },
		example: 'Only this week',
		description: 'At most {max} characters in 3 lines',
	}),
	(written, label) => {
		if (written.split(/\r\n|\r|\n/).length - 1 <= MAX_LINE_BREAKS) return written;
		throw new FieldError(
			`'${label}' has too many lines`,
			`WhatsApp allows ${MAX_LINE_BREAKS} line breaks on a card. Remove some.`,
		);
	},
);

/** The fields of a card with a picture or video. The bucket is that of the whole message. */
const cardFields: Field[] = [
	header,
	...file.fields.filter(({ property }) => property.name !== bucket.property.name),
	body,
];

/** A card, of which WhatsApp calls the type "cta_url" whichever buttons it has. */
function card(row: Form, message: Form, action: IDataObject): IDataObject {
	const type = header.of(row);
	return present({
		type: 'cta_url',
		header: { type, [type]: mediaObject(type, file.of(row, message)) },
		body: present({ text: body.of(row) }),
		action,
	});
}

export const linkCards: CardType = {
	name: 'Media and Website Button',
	value: 'cta_url',
	description: 'Images or videos, each with a button that opens a web page',
	fields: [...cardFields, ...urlButton.fields],
	cards: (rows, message) => rows.map((row) => card(row, message, urlButton.of(row))),
};

const buttons = replyButtons(
	'1 to 3 buttons, as many as on every other card',
	{ example: 'Choose this', description: 'At most {max} characters' },
	{
		example: 'offer-1',
		description:
			'Returned when the button is tapped, at most {max} characters. Must be unique across all cards. Defaults to the title.',
	},
);

function checkSameNumber(rows: Form[], replies: object[][]): void {
	const [first = []] = replies;
	const other = replies.findIndex(({ length }) => length !== first.length);
	const row = rows[other];
	if (!row) return;
	throw new FieldError(
		`'${row.label(buttons)}' has a different number of buttons than the first card`,
		`It has ${replies[other]?.length ?? 0}, and the first card has ${first.length}. WhatsApp requires the same number on all cards.`,
	);
}

export const replyCards: CardType = {
	name: 'Media and Reply Buttons',
	value: 'quick_reply',
	description: 'Images or videos, each with buttons; the customer taps one',
	fields: [...cardFields, buttons],
	cards: (rows, message, label) => {
		const replies = rows.map((row) => buttons.of(row));
		checkSameNumber(rows, replies);
		const labels = rows.flatMap((row, i) =>
			(replies[i] ?? []).map((_, j) => `${row.label(buttons)} ${j + 1}`),
		);
		checkDifferent(label, 'ID', replies.flat(), ({ id }) => id, labels);
		return rows.map((row, i) =>
			card(row, message, {
				buttons: replies[i]?.map((reply) => ({ type: 'quick_reply', quick_reply: reply })),
			}),
		);
	},
};

/** Cards with a product each, all of one catalog. */
export const productCards: CardType = {
	name: 'Products',
	value: 'product',
	description: 'Products of your catalog',
	fields: [productId],
	cards: (rows, message) => {
		const catalog_id = catalogId.of(message);
		return rows.map((row) => ({
			type: 'product',
			action: { product_retailer_id: productId.of(row), catalog_id },
		}));
	},
};
