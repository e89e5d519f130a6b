/**
 * How often a test with random input is repeated: as often as requested, or a tenth of that if
 * `npm run test:unit` is in a hurry.
 */
export const rounds = (all: number): number =>
	process.env.AWS_WHATSAPP_FEWER_ROUNDS ? all / 10 : all;
