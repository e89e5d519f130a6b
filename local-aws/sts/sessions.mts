import { randomBytes } from 'node:crypto';
import { identities } from './identities.mts';
import type { AwsKeys, Identity } from './identities.mts';

interface Session {
	identity: Identity;
	keys: Required<AwsKeys>;
	/** In milliseconds since 1970. */
	endsAt: number;
}

export interface IssuedKeys extends Required<AwsKeys> {
	/** In seconds since 1970. */
	expiration: number;
}

const randomCapitals = (length: number): string =>
	Array.from(randomBytes(length), (byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte % 32]).join('');

/** Who may sign requests: those who always could, and the sessions issued since then. */
export class Sessions {
	/** Makes every session issued from now on end this soon, whatever its owner asked for. */
	lifetimeSeconds: number | undefined;
	#issued: Session[] = [];

	issue(owner: Pick<Identity, 'arn' | 'userId'>, durationSeconds: number): IssuedKeys {
		const keys = {
			accessKeyId: `ASIA${randomCapitals(16)}`,
			secretAccessKey: randomBytes(30).toString('base64'),
			sessionToken: randomBytes(384).toString('base64'),
		};
		const expiration = Math.floor(Date.now() / 1000) + (this.lifetimeSeconds ?? durationSeconds);
		const identity = { ...keys, ...owner, expired: false };
		this.#issued.push({ identity, keys, endsAt: expiration * 1000 });
		return { ...keys, expiration };
	}

	/** The keys issued so far, including expired ones. */
	get issued(): Array<Required<AwsKeys>> {
		return this.#issued.map(({ keys }) => keys);
	}

	find(accessKeyId: string): Identity | undefined {
		const session = this.#issued.find(({ identity }) => identity.accessKeyId === accessKeyId);
		if (session) return { ...session.identity, expired: Date.now() >= session.endsAt };
		return identities.find((identity) => identity.accessKeyId === accessKeyId);
	}

	expireAll(): void {
		for (const session of this.#issued) session.endsAt = 0;
	}

	reset(): void {
		this.#issued = [];
		this.lifetimeSeconds = undefined;
	}
}
