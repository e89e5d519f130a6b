import Sequencer from '@jest/test-sequencer';

/** Runs tests in the order in which `AWS_WHATSAPP_TEST_ORDER` names them, a path a line. */
export default class InOrder extends Sequencer {
	sort(tests) {
		const order = (process.env.AWS_WHATSAPP_TEST_ORDER ?? '').split('\n');
		const placeOf = ({ path }) => order.findIndex((each) => path.endsWith(`/${each}`));
		return [...tests].sort((one, other) => placeOf(one) - placeOf(other));
	}
}
