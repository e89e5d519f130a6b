import { flag } from '../../../form/choices';
import { shownWhen } from '../../../form/variants';
import { bucket } from '../../../whatsapp/media/bucket';

export const downloadMedia = flag('Download Media', 'downloadMedia', {
	default: false,
	description:
		'Whether photos, voice notes and documents come with the item as a file. Otherwise the item has the media ID, with which they can be downloaded for seven days.',
});

/** Whether files come along at once. */
export const mediaFields = [downloadMedia, ...shownWhen({ downloadMedia: [true] }, [bucket])];
