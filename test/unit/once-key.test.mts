import { Form } from '../../form/form.ts';
import { onceKey } from '../../nodes/AwsWhatsApp/resources/message/onceOptions.ts';
import { refusalOf } from './support/refusal.mts';

/** The options of a message, with what stands in the panel and what n8n has made of it. */
const options = (written: unknown, value: unknown) =>
	new Form(
		() => ({ onceKey: value }),
		() => ({ onceKey: written }),
	).options;

describe('a key that was put together by an expression', () => {
	it.each([
		['={{ $json.order }}-confirmation', '-confirmation'],
		['=order {{ $json.order }}', 'order'],
		['={{ $json.shop }}/{{ $json.order }}', '/'],
		['=a{{ $json.order }}\n{{ $json.no }}b', 'a\nb'],
	])('is refused where nothing but the rest of it is there: %j', (written, value) => {
		expect(refusalOf(() => onceKey.of(options(written, value))).message).toBe(
			"'Send Once For' has only its fixed part",
		);
	});

	it.each([
		['={{ $json.order }}-confirmation', '17-confirmation'],
		['={{ $json.order }}', '-confirmation'],
		['=order-17', 'order-17'],
		['-confirmation', '-confirmation'],
		['={{ $json.shop }}/{{ $json.order }}', 'a/'],
		[undefined, 'order-17'],
	])('is taken otherwise: %j', (written, value) => {
		expect(onceKey.of(options(written, value))).toBe(value);
	});
});
