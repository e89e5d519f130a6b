import { list, required, structure, text } from './members.mts';
import { invalidParameters } from './refusals.mts';

export interface Tag {
	key: string;
	value: string | undefined;
}

export const resourceArn = required(text({ min: 0, max: 2048, pattern: 'arn:.*' }));

export const tagKey = text({ min: 1, max: 128 });

export const tagList = list(
	structure({ key: required(tagKey), value: text({ min: 0, max: 256 }) }),
);

const most = 50;

/** Tags by the ARN of what they are on. Whether that exists is for the account to know. */
export class Tags {
	readonly #byArn = new Map<string, Map<string, string>>();

	of(arn: string): Array<{ key: string; value: string }> {
		return [...(this.#byArn.get(arn) ?? [])].map(([key, value]) => ({ key, value }));
	}

	put(arn: string, tags: Tag[]): void {
		const merged = new Map(this.#byArn.get(arn));
		for (const { key, value } of tags) {
			if (key.startsWith('aws:'))
				throw invalidParameters(`Tag key '${key}' begins with the reserved prefix 'aws:'.`);
			merged.set(key, value ?? '');
		}
		if (merged.size > most)
			throw invalidParameters(`A resource can have at most ${most} tags, got ${merged.size}.`);
		this.#byArn.set(arn, merged);
	}

	remove(arn: string, keys: string[]): void {
		for (const key of keys) this.#byArn.get(arn)?.delete(key);
	}

	forget(arn: string): void {
		this.#byArn.delete(arn);
	}

	reset(): void {
		this.#byArn.clear();
	}
}
