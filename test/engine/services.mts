import type { IDataObject, INodeCredentials } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type {
	BinaryDataService,
	CredentialEntity,
	CredentialsTester,
	DynamicNodeParameters,
	Installation,
	LoadNodesAndCredentials,
} from './installation.mts';

const AGENT_FOLDER = fileURLToPath(new URL('./agent', import.meta.url));
const AGENT_PACKAGE = 'n8n-nodes-engine-agent';
/** The node that calls tools as an AI agent does, without a model. */
export const AGENT_TYPE = `${AGENT_PACKAGE}.agent`;

/** n8n's services, wired as its own start-up does, with a map in place of its database. */
export interface Services {
	nodes: LoadNodesAndCredentials;
	binaryData: BinaryDataService;
	tester: CredentialsTester;
	dynamicParameters: DynamicNodeParameters;
	/** Saves a credential and hands the call the reference that a node would hold. */
	withCredential<T>(
		type: string,
		data: IDataObject,
		use: (reference: INodeCredentials) => Promise<T>,
		id?: string,
	): Promise<T>;
}

/** Stands in for the credentials table: the only two queries n8n makes of it during a run. */
class CredentialsTable {
	private readonly rows = new Map<string, CredentialEntity>();

	insert(row: CredentialEntity) {
		this.rows.set(row.id, row);
	}

	async findOneByOrFail({ id }: { id: string }): Promise<CredentialEntity> {
		const row = this.rows.get(id);
		if (!row) throw new Error(`No credential ${id}`);
		return row;
	}

	async update({ id }: { id: string }, change: Partial<CredentialEntity>) {
		this.insert({ ...(await this.findOneByOrFail({ id })), ...change });
	}
}

export async function startServices(n8n: Installation, packageName: string): Promise<Services> {
	const { container, core } = n8n;

	useInstanceKey(n8n);
	container.set(n8n.VariablesService, { getAllCached: async () => [] });
	const nodes = await loadNodes(n8n, packageName);
	const table = new CredentialsTable();
	container.set(n8n.CredentialsHelper, createCredentialsHelper(n8n, table));
	await startExpressionEngine(n8n);
	const binaryData = container.get(core.BinaryDataService);
	await binaryData.init();

	return {
		nodes,
		binaryData,
		tester: container.get(n8n.CredentialsTester),
		dynamicParameters: new n8n.DynamicNodeParametersService(
			container.get(n8n.Logger),
			container.get(n8n.NodeTypes),
		),
		async withCredential(type, data, use, id = randomUUID()) {
			const reference = { id, name: 'Test credential' };
			const credentials = new core.Credentials(reference, type);
			await credentials.setData(data);
			// It stays, as in n8n's database: a node may clean up after its execution has ended.
			table.insert({ ...credentials.getDataToSave(), usageScope: 'project' });
			return await use({ [type]: reference });
		},
	};
}

/** Credentials are encrypted with the instance's key, as they are where no key rotation was set up. */
function useInstanceKey({ container, core }: Installation) {
	const { encryptionKey } = container.get(core.InstanceSettings);
	const key = {
		id: 'instance',
		value: container.get(core.Cipher).encryptDEKWithInstanceKey(encryptionKey),
		algorithm: 'aes-256-cbc',
		format: 'no-prefix',
	} as const;
	container.get(core.EncryptionKeyProxy).setProvider({
		getActiveKey: async () => key,
		getLegacyKey: async () => key,
		getKeyById: async () => null,
	});
}

/** Only a few of n8n's own nodes are loaded: its 400 others would take six seconds. */
async function loadNodes(n8n: Installation, packageName: string) {
	const nodes = n8n.container.get(n8n.LoadNodesAndCredentials);
	const base = new n8n.core.PackageDirectoryLoader(n8n.baseNodesFolder);
	for (const name of ['ManualTrigger', 'NoOp', 'SplitInBatches']) {
		base.loadNodeFromFile(join('dist/nodes', name, `${name}.node.js`));
	}
	nodes.loaders['n8n-nodes-base'] = base;
	const agent = new n8n.core.PackageDirectoryLoader(AGENT_FOLDER);
	agent.loadNodeFromFile('Agent.node.mts');
	nodes.loaders[AGENT_PACKAGE] = agent;
	await nodes.loadPackage(packageName);
	await nodes.postProcessLoaders();
	return nodes;
}

function createCredentialsHelper(n8n: Installation, table: CredentialsTable) {
	const { container } = n8n;
	const noOverwrites = { applyOverwrite: (_type: string, data: object) => data };
	const noExternalSecrets = { isExternalSecretsLicensed: () => false };
	const noPolicy = { enforceCredentialDecrypt: async () => {} };
	return new n8n.CredentialsHelper(
		container.get(n8n.CredentialTypes),
		noOverwrites,
		table,
		container.get(n8n.DynamicCredentialsProxy),
		undefined,
		noExternalSecrets,
		undefined,
		undefined,
		noPolicy,
	);
}

/** As n8n's start command does it: expressions then run in an isolate of their own. */
async function startExpressionEngine({ container, GlobalConfig, workflow }: Installation) {
	const { idleTimeout, ...options } = container.get(GlobalConfig).expressionEngine;
	await workflow.Expression.initExpressionEngine({
		...options,
		idleTimeoutMs: idleTimeout === undefined ? undefined : idleTimeout * 1000,
	});
}
