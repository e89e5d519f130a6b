import { flag } from '../../../form/choices';
import { shownWhen } from '../../../form/variants';
import { bucket } from '../../../whatsapp/media/bucket';

export const downloadMedia = flag('Download Media', 'downloadMedia', {
	default: false,
	description:
		'Whether to attach photos, voice notes and documents to the item as files. Otherwise the item has the media ID, which can be used to download them for 7 days.',
});

/** Whether files come along at once. */
export const mediaFields = [downloadMedia, ...shownWhen({ downloadMedia: [true] }, [bucket])];
