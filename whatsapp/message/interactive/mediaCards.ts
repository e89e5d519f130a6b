import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { mediaSourceFields } from '../../media/fields';
import { rowsField } from '../../../form/rows';
import { fileSource } from '../../media/fileSource';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { oneOf } from '../../../form/readers';
import { mediaObject } from '../mediaObject';
import type { CardType } from './cardType';
import { allDifferent, buttonTitle, countedRows, replyId } from './choices';
import { urlAction, urlButtonFields } from './urlButton';

/** WhatsApp's limits; lengths are in Unicode code points. */
const MAX_BODY = 160;
const MAX_LINE_BREAKS = 2;
const MAX_REPLIES = 3;

const LINKS = 'cta_url';
const REPLIES = 'quick_reply';

const shownOn = (types: string[], field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { '/carouselType': types } },
});

/** The fields of a card with a picture or video. The bucket is that of the whole message. */
export const mediaCardFields: INodeProperties[] = [
	shownOn([LINKS, REPLIES], {
		displayName: 'Header',
		name: 'headerType',
		type: 'options',
		options: [
			{ name: 'Image', value: 'image' },
			{ name: 'Video', value: 'video' },
		],
		default: 'image',
	}),
	...mediaSourceFields(['binary', 'link', 'mediaId', 'presignedUrl', 's3Object'], {
		'/carouselType': [LINKS, REPLIES],
	}).filter(({ name }) => name !== 'bucketName'),
	shownOn([LINKS, REPLIES], {
		displayName: 'Body',
		name: 'bodyText',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Only this week',
		description: 'At most 160 characters in 3 lines',
	}),
	...urlButtonFields.map((field) => shownOn([LINKS], field)),
	shownOn(
		[REPLIES],
		rowsField({
			displayName: 'Buttons',
			name: 'buttons',
			row: 'Button',
			description: 'One to three, as many as on every other card',
			required: true,
			values: [
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'e.g. Choose this',
					description: 'At most 20 characters',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. offer-1',
					description:
						'Comes back when the button is pressed, at most 256 characters and on no other card. Without it, the title.',
				},
			],
		}),
	),
];

function body(row: Form): IDataObject {
	const text = row.limitedText('bodyText', MAX_BODY);
	const lineBreaks = text.split(/\r\n|\r|\n/).length - 1;
	if (lineBreaks > MAX_LINE_BREAKS) {
		throw new FieldError(
			`'${row.label('bodyText')}' has too many lines`,
			`WhatsApp allows ${MAX_LINE_BREAKS} line breaks on a card. Take some out.`,
		);
	}
	return text.trim() === '' ? {} : { body: { text } };
}

/** A card, of which WhatsApp calls the type "cta_url" whichever buttons it has. */
function card(row: Form, message: Form, action: IDataObject): IDataObject {
	const type = row.member('headerType', oneOf(['image', 'video'])) === 'video' ? 'video' : 'image';
	return {
		type: 'cta_url',
		header: { type, [type]: mediaObject(type, fileSource(row, message)) },
		...body(row),
		action,
	};
}

export const linkCards: CardType = {
	name: 'Media and a Link',
	value: LINKS,
	description: 'Pictures or videos, each with a button that opens a web page',
	cards: (rows, message) => rows.map((row) => card(row, message, urlAction(row))),
};

interface Reply {
	id: string;
	title: string;
}

function repliesOf(row: Form): Reply[] {
	return countedRows(row, 'buttons', row.rows('buttons'), { max: MAX_REPLIES }).map((button) => {
		const title = buttonTitle(button, 'title');
		return { id: replyId(button, 'id', title), title };
	});
}

function checkSameNumber(rows: Form[], replies: Reply[][]): void {
	const [first = []] = replies;
	const other = replies.findIndex(({ length }) => length !== first.length);
	const row = rows[other];
	if (!row) return;
	throw new FieldError(
		`'${row.label('buttons')}' are not as many as on the first card`,
		`There are ${replies[other]?.length ?? 0} and ${first.length}. WhatsApp wants the same number on all cards.`,
	);
}

export const replyCards: CardType = {
	name: 'Media and Reply Buttons',
	value: REPLIES,
	description: 'Pictures or videos, each with buttons of which the customer presses one',
	cards: (rows, message) => {
		const replies = rows.map(repliesOf);
		checkSameNumber(rows, replies);
		allDifferent(
			message,
			'cards',
			'button ID',
			replies.flat().map(({ id }) => id),
		);
		return rows.map((row, i) =>
			card(row, message, {
				buttons: replies[i]?.map((reply) => ({ type: 'quick_reply', quick_reply: reply })),
			}),
		);
	},
};
