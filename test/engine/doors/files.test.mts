import { BUCKET, fileContent, fileItem, jsonOf, useSetting } from '../setting.mts';
import { throughBothDoors, type DoorRun } from './both.mts';

/** Values of the panel by expression, as far as n8n lets them be one. */
const fromItem = { bucketName: '={{ $json.bucket }}', binaryPropertyName: '={{ $json.field }}' };

const picture = (n: number, field = 'data') => {
	const content = fileContent('image/jpeg', `picture ${n}`);
	const item = fileItem(content, `${n}.jpg`, 'image/jpeg', {
		bucket: BUCKET,
		field,
		to: `+4915112345${n}78`,
	});
	return { json: item.json, binary: { [field]: item.binary.data } };
};

const pictures = [picture(0), picture(1, 'photo'), picture(2)];

/** The second item says that its file is in a field that it does not have. */
const oneMissing = [picture(0), { ...picture(1), json: { ...picture(1).json, field: 'photo' } }];

describe.each(['filesystem', 'default'] as const)(
	'with n8n keeping files in %s mode, both doors',
	(binaryDataMode) => {
		const setting = useSetting({ binaryDataMode });

		const both = async (place: string, run: DoorRun) =>
			await throughBothDoors(setting, place, async () => run);

		it.each([
			['media.upload', {}],
			['template.uploadMedia', {}],
			[
				'message.send',
				{ messageType: 'image', to: '={{ $json.to }}', caption: '={{ $itemIndex }}' },
			],
		])("hand over each item's file: %s", async (place, parameters) => {
			const { custom, declarative } = await both(place, {
				parameters: { ...fromItem, ...parameters },
				items: pictures,
			});
			expect(custom.error).toBeUndefined();
			expect(custom.outputs[0]).toHaveLength(3);
			expect(
				custom.requests.filter((request) => JSON.stringify(request).includes('PUT')),
			).toHaveLength(3);
			expect(declarative).toEqual(custom);
			expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
		});

		it.each(['media.upload', 'message.send'])(
			'give the same failed item for a file that is not there: %s',
			async (place) => {
				const { custom, declarative } = await both(place, {
					parameters: { ...fromItem, messageType: 'image', to: '={{ $json.to }}' },
					items: oneMissing,
					onError: 'continueRegularOutput',
				});
				expect(custom.outputs[0]?.map(({ json }) => typeof json.error)).toEqual([
					'undefined',
					'string',
				]);
				expect(declarative).toEqual(custom);
			},
		);

		it('put the downloaded file into the field that the item names', async () => {
			const prepare = async (): Promise<DoorRun> => {
				const uploads = await setting.run(
					'media',
					'upload',
					{ ...fromItem, options: { maxRequestsAtOnce: 1 } },
					{ items: pictures },
				);
				return {
					parameters: {
						mediaId: '={{ $json.id }}',
						bucketName: BUCKET,
						binaryPropertyName: '={{ $json.field }}',
						options: { fileName: '={{ $json.name }}' },
					},
					items: jsonOf(uploads).map(({ mediaId }, i) => ({
						json: { id: mediaId, field: `file${i}`, name: `mine ${i}.jpg` },
					})),
				};
			};
			const { custom, declarative } = await throughBothDoors(setting, 'media.download', prepare);
			const files = custom.outputs[0]?.flatMap(({ binary }) => Object.entries(binary ?? {}));
			expect(files?.map(([field, { fileName }]) => [field, fileName])).toEqual([
				['file0', 'mine 0.jpg'],
				['file1', 'mine 1.jpg'],
				['file2', 'mine 2.jpg'],
			]);
			expect(declarative).toEqual(custom);
		});
	},
);
