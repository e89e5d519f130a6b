import { audio } from './audio.message';
import { contacts } from './contacts.message';
import { document } from './document.message';
import { image } from './image.message';
import { interactive } from './interactive.message';
import { location } from './location.message';
import type { MessageType } from './messageType';
import { pin } from './pin.message';
import { reaction } from './reaction.message';
import { sticker } from './sticker.message';
import { text } from './text.message';
import { video } from './video.message';

/** All types that have a form, in alphabetical order. A new type is a file, and an import and an entry here. */
export const messageTypes: MessageType[] = [
	audio,
	contacts,
	document,
	image,
	interactive,
	location,
	pin,
	reaction,
	sticker,
	text,
	video,
];
