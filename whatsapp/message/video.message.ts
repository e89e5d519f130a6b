import { captioned } from './caption';

export const video = captioned('video', 'Video', 'An MP4 or 3GP video of up to 16 MB');
