'use strict';

const { execFile } = require('node:child_process');
const { mkdir, rm, writeFile } = require('node:fs/promises');
const { basename, dirname, relative } = require('node:path/posix');
const { promisify } = require('node:util');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const { n8n } = require('./package.json');

const DIST = 'dist';
const BUNDLE = 'bundle.js';

const entries = [...n8n.credentials, ...n8n.nodes];

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
 * All classes in one file, so that what they share is shipped and loaded once, with AWS's signer inside:
 * n8n's verification forbids runtime dependencies. The ES-module build is taken because only that one
 * shakes down to code that passes n8n's scanner.
 */
const bundle = () =>
	esbuild.build({
		stdin: {
			contents: entries.map((entry) => `export * from './${sourceOf(entry)}';`).join('\n'),
			resolveDir: __dirname,
		},
		outfile: `${DIST}/${BUNDLE}`,
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

/** What n8n loads: dist/nodes/X/X.node.js with the class X of the bundle. */
const announced = () =>
	Promise.all(
		entries.map(async (entry) => {
			const [name] = basename(entry).split('.');
			const path = relative(dirname(entry), `${DIST}/${BUNDLE}`);
			await mkdir(dirname(entry), { recursive: true });
			await writeFile(entry, `exports.${name} = require('${path}').${name};\n`);
		}),
	);

/** Icons and codex files, at the same place beside the bundled entries as beside the sources. */
const assets = () =>
	src(['icons/*.svg', 'nodes/**/*.node.json'], { base: '.', encoding: false }).pipe(dest(DIST));

module.exports = { build: series(clean, parallel(types, bundle, announced, assets)), clean, types };

module.exports.default = module.exports.build;
