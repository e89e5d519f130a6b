import { FieldError } from '../../../form/fieldError.ts';

/** The refusal that the work ends in; anything else, success included, fails the test. */
export function refusalOf(work: () => unknown): FieldError {
	try {
		work();
	} catch (error) {
		if (error instanceof FieldError) return error;
		throw error;
	}
	throw new Error('nothing was refused');
}
