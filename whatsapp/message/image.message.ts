import { captioned } from './caption';

export const image = captioned('image', 'Image', 'A JPEG or PNG image of up to 5 MB');
