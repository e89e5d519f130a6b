import * as answers from '../gateway/answers.mts';
import { echoes, spoilt } from '../gateway/echo.mts';
import { together, type Chance, type Fate, type Profile } from '../gateway/fate.mts';
import type { Passage } from '../gateway/passage.mts';

type Suits = (passage: Passage) => boolean;

const s3: Suits = ({ service }) => service === 's3';
const social: Suits = ({ service }) => service === 'socialMessaging';
const asked =
	(...beginnings: string[]): Suits =>
	({ subject }) =>
		beginnings.some((beginning) => subject.startsWith(`${beginning} `));
const only = (suits: Suits, weight: number, fates: Fate[]): Chance[] =>
	together(weight, fates).map((chance) => ({ ...chance, suits }));

const cuts = together(2, [answers.cutBefore, answers.cutAfter, answers.cutInBody]);
const s3Failures = only(s3, 2, [...answers.s3Fails, ...answers.doneButS3Fails]);
const stalls = together(1, [answers.stallBefore, answers.stallAfter, answers.stallInBody]);
const wrongContent = [
	...only(asked('GET', 'list'), 3, [answers.shortBody, answers.cutInBody]),
	...only(s3, 2, [answers.s3ErrorThatSays200]),
	...only(s3, 1, answers.noAnswer.slice(0, 3)),
];
const socialAnswers = only(social, 2, [
	...answers.doneButGatewayFails,
	...answers.doneButAwsFails,
	...answers.doneButNoAnswer,
	...answers.gatewayFails,
	...answers.noAnswer,
]);
const delays = together(1, answers.delays);

/** A request that fails is repeated with success; so a run can leave everything as it should be. */
const wearsOff = 2;

/** A profile, and whether what it does leaves a run that nobody listens to any way to clean up. */
export interface FilesProfile extends Profile {
	/** Not for runs that are canceled: they have no output to name what they cannot remove. */
	isForEndedRuns?: true;
}

export const filesProfiles: FilesProfile[] = [
	{
		name: 'everything',
		share: 0.15,
		wearsOff,
		chances: [
			...cuts,
			...s3Failures,
			...stalls,
			...wrongContent,
			...socialAnswers,
			...delays,
			...only((passage) => !asked('DELETE')(passage), 1, [...echoes, spoilt]),
			...only(social, 1, [answers.throttled]),
		],
	},
	{ name: 'cuts', share: 0.25, wearsOff, chances: [...cuts, ...delays] },
	{ name: 'errors of S3', share: 0.25, wearsOff, chances: s3Failures },
	{
		name: 'stalls',
		share: 0.1,
		wearsOff,
		chances: [
			...stalls,
			...only(asked('GET'), 3, [answers.stallInBody]),
			...only(asked('DELETE'), 2, [answers.stallBefore, answers.stallAfter]),
		],
	},
	{ name: 'wrong content', share: 0.25, wearsOff, chances: [...wrongContent, ...socialAnswers] },
	{
		name: 'listing denied',
		share: 0.15,
		wearsOff,
		chances: [...cuts, ...s3Failures, ...socialAnswers, ...delays],
		always: [{ weight: 1, fate: answers.s3Denies, suits: asked('list') }],
		isForEndedRuns: true,
	},
	{
		name: 'written, then lost',
		share: 0.6,
		wearsOff,
		chances: only(asked('write', 'take over', 'PUT'), 1, [
			answers.cutAfter,
			answers.stallAfter,
			answers.stallInBody,
		]),
	},
	{
		name: 'never removed',
		share: 0.4,
		isLasting: true,
		isForEndedRuns: true,
		chances: only(asked('DELETE'), 1, [
			answers.s3Denies,
			answers.cutBefore,
			answers.stallBefore,
			...answers.s3Fails,
		]),
	},
	{
		name: 'echoes',
		share: 0.2,
		wearsOff,
		chances: together(1, [...echoes, spoilt]),
		isForEndedRuns: true,
	},
];
