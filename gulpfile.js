'use strict';

const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const { n8n } = require('./package.json');

const DIST = 'dist';

/** dist/nodes/X/X.node.js, as package.json announces it, is made from nodes/X/X.node.ts. */
const sourceOf = (output) => output.replace(`${DIST}/`, '').replace(/\.js$/, '.ts');

const clean = () => rm(DIST, { recursive: true, force: true });

const types = () =>
	promisify(execFile)(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', '.']).catch(
		({ stdout, stderr }) => {
			throw new Error(`Type check failed\n${stdout}${stderr}`);
		},
	);

/**
 * One file an entry, with AWS's signer inside: n8n's verification forbids runtime dependencies.
 * The ES-module build is taken because only that one shakes down to code that passes n8n's scanner.
 */
const bundle = () =>
	esbuild.build({
		entryPoints: [...n8n.credentials, ...n8n.nodes].map(sourceOf),
		outbase: '.',
		outdir: DIST,
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		mainFields: ['module', 'main'],
		conditions: ['module', 'import'],
		external: ['n8n-workflow'],
		legalComments: 'none',
		logLevel: 'warning',
	});

/** Icons and codex files, at the same place beside the bundled entries as beside the sources. */
const assets = () =>
	src(['icons/*.svg', 'nodes/**/*.node.json'], { base: '.', encoding: false }).pipe(dest(DIST));

module.exports = { build: series(clean, parallel(types, bundle, assets)), clean, types };

module.exports.default = module.exports.build;
