import { NEWER_ACTIONS } from '../../local-aws/index.mts';
import { AwsWhatsApp } from '../../nodes/AwsWhatsApp/AwsWhatsApp.node.ts';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';
import { cases } from './cases/index.mts';
import { membersOfInput, membersOfSdk } from './members.mts';
import { sdkActions } from './sdk.mts';

/** Members that no form sets, or no case can. */
const NOT_COMPARED: Record<string, string[]> = {
	// The node's own paging sends it, but the Flows of the stand-in have one page of assets.
	ListWhatsAppFlowAssets: ['nextToken'],
};

/** As "tag.add", out of the dropdowns of the form. */
function describedOperations(): string[] {
	const dropdowns = new AwsWhatsApp().description.properties.filter(
		({ name }) => name === 'operation',
	);
	return dropdowns.flatMap(({ displayOptions, options = [] }) =>
		(displayOptions?.show?.resource ?? []).flatMap((resource) =>
			options.map((option) => `${String(resource)}.${'value' in option ? option.value : ''}`),
		),
	);
}

const unique = (names: string[]) => [...new Set(names)].sort();

describe('the wire cases', () => {
	it('send every action of the installed SDK and the newer ones, and no other', () => {
		const sent = unique(cases.map(({ action }) => action));
		expect(sent).toEqual(unique([...sdkActions, ...NEWER_ACTIONS]));
	});

	it('compare with the SDK wherever it has the action', () => {
		const withoutSdk = cases.filter(({ input }) => !input).map(({ action }) => action);
		expect(unique(withoutSdk)).toEqual(NEWER_ACTIONS);
		expect(NEWER_ACTIONS.filter((name) => sdkActions.some((action) => action === name))).toEqual(
			[],
		);
	});

	it("contain every operation of the node's description, at least twice", () => {
		const places = cases.map(({ resource, operation }) => `${resource}.${operation}`);
		const wanted = describedOperations();
		expect(unique(places)).toEqual(unique(wanted));
		expect(wanted.filter((name) => places.filter((place) => place === name).length < 2)).toEqual(
			[],
		);
	});

	it("send the action that the operation's data sheet names", () => {
		const sheets = resources.flatMap(({ value: resource, operations: sheetsOf }) =>
			sheetsOf.map(({ value, awsAction }) => `${resource}.${value}: ${awsAction}`),
		);
		const sent = cases.map(
			({ resource, operation, action }) => `${resource}.${operation}: ${action}`,
		);
		expect(unique(sent)).toEqual(unique(sheets));
	});

	it.each(sdkActions)('set every member that the SDK has for %s', (action) => {
		const own = cases.filter((example) => example.action === action);
		const reached = new Set([
			...own.flatMap(({ input }) => membersOfInput(input)),
			...own.flatMap(({ secondPage }) => (secondPage ? ['nextToken'] : [])),
		]);
		const missing = membersOfSdk(action).filter((member) => !reached.has(member));
		expect(missing).toEqual(NOT_COMPARED[action] ?? []);
	});
});
