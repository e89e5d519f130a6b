/**
 * WhatsApp's limits of a template's texts, in Unicode code points. They hold for the text that is
 * submitted, and for the one that is sent, with its values. Sources: Meta's pages "Template components"
 * and "Media card carousel templates", and the parameter object of its reference of messages.
 */
export const MAX_HEADER = 60;

/** Where the template has other components than its body. */
export const MAX_BODY = 1024;

/** What is sent of a template that has nothing but its body. */
export const MAX_LONE_BODY = 32_768;

export const MAX_CARD_BODY = 160;
