import { audio } from './audio.message';
import { document } from './document.message';
import { image } from './image.message';
import type { MessageType } from './messageType';
import { sticker } from './sticker.message';
import { text } from './text.message';
import { video } from './video.message';

/** All types that have a form, in alphabetical order. A new type is one file and one line here. */
export const messageTypes: MessageType[] = [audio, document, image, sticker, text, video];
