import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (value: string) => createHash('sha256').update(value, 'utf8').digest();

/** Compares in a time that tells nothing about where two texts differ. */
export function isSecret(given: unknown, secret: string): boolean {
	return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}
