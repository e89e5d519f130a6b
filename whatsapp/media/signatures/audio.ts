import { beginsLike, type Look } from './look';

/** A frame of MPEG audio, layers II and III. Source: ISO 11172-3, 2.4.1.3. */
function isMpegFrame([first = 0, second = 0, third = 0]: Buffer): boolean {
	const isSync = first === 0xff && (second & 0xe0) === 0xe0;
	const hasVersion = (second & 0x18) !== 0x08;
	const isLayer2or3 = (second & 0x06) === 0x02 || (second & 0x06) === 0x04;
	const hasBitRate = third >> 4 !== 0x0f && third >> 4 !== 0;
	const hasSampleRate = (third & 0x0c) !== 0x0c;
	return isSync && hasVersion && isLayer2or3 && hasBitRate && hasSampleRate;
}

/** A frame of AAC in ADTS, which is MPEG audio's with layer 0. Source: ISO 14496-3, 1.A.2.2. */
function isAdtsFrame([first = 0, second = 0, third = 0]: Buffer): boolean {
	return first === 0xff && (second & 0xf6) === 0xf0 && (third & 0x3c) <= 0x30;
}

const frames: Look = (head) => {
	if (isAdtsFrame(head)) return { type: 'audio/aac' };
	return isMpegFrame(head) ? { type: 'audio/mpeg' } : undefined;
};

/** With its first block, whose kind and length never change. */
const flac = beginsLike(/^fLaC[\0\x80]\0\0"/, 'audio/flac');

/** In bytes, header and footer included; 0 where there is no tag. Sources: id3.org, APEv2's specification. */
function tagBytes(head: Buffer, text: string): number {
	if (/^ID3[^ -\xff\s][^\xff][^][\0-\x7f]{4}/.test(text)) {
		const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6, 10);
		const hasFooter = ((head[5] ?? 0) & 0x10) !== 0;
		return 10 + ((a << 21) | (b << 14) | (c << 7) | d) + (hasFooter ? 10 : 0);
	}
	// Version 1 or 2, in thousands.
	if (/^APETAGEX[\xe8\xd0][^ -\xff]\0\0[^]{4}/.test(text)) return 32 + head.readUInt32LE(12);
	return text.startsWith('TAG') && head.length > 128 ? 128 : 0;
}

/** Sound with tags in front of it: of MPEG audio, unless something else is seen there. */
const tagged: Look = (head, text) => {
	let at = 0;
	let tag = tagBytes(head, text);
	while (tag > 0) {
		at += tag;
		tag = tagBytes(head.subarray(at), text.slice(at));
	}
	if (at === 0) return undefined;
	const sound = head.subarray(at);
	const found = flac(sound, text.slice(at)) ?? frames(sound, '');
	// The oldest kind of tag begins with a word and tells no more.
	return (
		found ?? (text.startsWith('TAG') ? undefined : { type: 'audio/mpeg', also: /^audio\/aac$/ })
	);
};

const ogg: Look = (_head, text) => {
	if (!text.startsWith('OggS\0')) return undefined;
	return { type: text.slice(28, 35) === '\u0080theora' ? 'video/ogg' : 'audio/ogg' };
};

export const AUDIO_LOOKS: Look[] = [
	ogg,
	beginsLike(/^#!AMR(-WB)?(_MC1\.0)?\n/, 'audio/amr'),
	// Rights, origin and home are hardly ever given.
	beginsLike(/^ADIF[^ -\xff\s]/, 'audio/aac'),
	flac,
	tagged,
	frames,
];
