import { EXAMPLES } from '../examples.mts';
import { useSetting } from '../setting.mts';
import { remembering } from '../uploads.mts';
import { throughBothDoors } from './both.mts';
import { byExpression } from './by-expression.mts';
import { goodParameters } from './world.mts';

const setting = useSetting();

describe.each([...EXAMPLES.keys()])('%s', (place) => {
	it('sends the same requests and gives the same items', async () => {
		const { custom, declarative } = await throughBothDoors(setting, place, async () => ({
			...byExpression(await goodParameters(setting, place)),
			...(place === 'media.cleanUp' ? { credentials: remembering(setting).credentials } : {}),
		}));
		expect(custom.error).toBeUndefined();
		expect(custom.outputs.flat().length).toBeGreaterThanOrEqual(3);
		expect(declarative).toEqual(custom);
	});
});
