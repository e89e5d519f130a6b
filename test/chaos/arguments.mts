/** `--name value` after a command, each read once; what cannot be read throws how to use the command. */
export class Arguments {
	private readonly given = new Map<string, string>();
	private readonly usage: string;

	constructor(args: string[], usage: string) {
		this.usage = usage;
		for (let i = 0; i < args.length; i += 2) this.given.set(args[i] ?? '', args[i + 1] ?? '');
	}

	text(name: string): string | undefined {
		const value = this.given.get(`--${name}`);
		this.given.delete(`--${name}`);
		return value;
	}

	/** A whole number, unless others are good as well. */
	number(name: string, form = /^\d+$/): number | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		if (!form.test(value)) throw new Error(this.usage);
		return Number(value);
	}

	oneOf<T extends string>(name: string, values: readonly [T, ...T[]]): T {
		const value = this.text(name) ?? values[0];
		const found = values.find((each) => each === value);
		if (found === undefined) throw new Error(this.usage);
		return found;
	}

	/** The one that is named, or as many as are asked for. */
	seeds(standard: number): number[] {
		const seed = this.number('seed');
		const count = this.number('seeds') ?? standard;
		return seed === undefined ? Array.from({ length: count }, (_, i) => i + 1) : [seed];
	}

	/** Nothing may be left over. */
	end(): void {
		if (this.given.size > 0) throw new Error(this.usage);
	}
}
