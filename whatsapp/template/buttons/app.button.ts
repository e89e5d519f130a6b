import { NO_INPUT, type TemplateButton } from './templateButton';

/** A button that opens an app: only in Meta's library. */
export const app: TemplateButton = { name: 'App', value: 'APP', library: NO_INPUT };
