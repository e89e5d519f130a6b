import { createHmac } from 'node:crypto';
import { AwsError } from '../http/aws-error.mts';
import { integer, text } from './members.mts';

const defaultPageSize = 25;
const lifetime = 10 * 60_000;

/** The members of every action that lists something in pages. */
export const pageMembers = {
	nextToken: text({ min: 1, max: 600 }),
	maxResults: integer({ min: 1, max: 100 }),
};

interface PageInput {
	nextToken: string | undefined;
	maxResults: number | undefined;
}

const seal = (listing: string, content: string): string =>
	createHmac('sha256', listing).update(content).digest('base64url');

function refuse(text: string): AwsError {
	return new AwsError(400, 'ValidationException', text);
}

/** Cuts lists into pages. A token is only good for the list that gave it, and not for long. */
export class Pages {
	/** Tokens of an earlier generation have expired. */
	#generation = 0;

	of<T>(
		listing: string,
		items: readonly T[],
		{ nextToken, maxResults = defaultPageSize }: PageInput,
	): { items: T[]; nextToken?: string } {
		const start = nextToken === undefined ? 0 : this.#offsetOf(listing, nextToken);
		const end = start + maxResults;
		return {
			items: items.slice(start, end),
			...(end < items.length ? { nextToken: this.#tokenFor(listing, end) } : {}),
		};
	}

	expireTokens(): void {
		this.#generation += 1;
	}

	#tokenFor(listing: string, offset: number): string {
		const content = `${offset}.${this.#generation}.${Date.now()}`;
		return Buffer.from(`${content}.${seal(listing, content)}`).toString('base64url');
	}

	#offsetOf(listing: string, token: string): number {
		const opened = Buffer.from(token, 'base64url').toString();
		const dot = opened.lastIndexOf('.');
		const content = opened.slice(0, Math.max(dot, 0));
		if (opened.slice(dot + 1) !== seal(listing, content))
			throw refuse('The nextToken is not valid.');
		const [offset, generation, issuedAt] = content.split('.').map(Number);
		if (generation !== this.#generation || Date.now() - Number(issuedAt) > lifetime)
			throw refuse('The nextToken has expired.');
		return Number(offset);
	}
}
