// Bundles src/cli.ts into dist/ (one small entry, the rest in chunks that are loaded when they are needed), puts the
// shipped course beside it, read, and writes the licences of what was really bundled. Usage: node build/build.mjs
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { builtCourse } from './course.mjs';
import { thirdPartyLicences } from './licences.mjs';
import { manPage } from './man-page.mjs';
import { catalogues, sentencesOf } from './messages.mjs';
import { editorFiles } from './schemas.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const standIn = (name) => join(root, 'build', 'stand-ins', name);

/** Some bundled packages are CommonJS and call require() at run time; an ES module has none of its own. */
const requireForCommonJs =
  'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);';

/**
 * Ink forgets after each frame how it took the lines of a screen apart, though most of them stand in the next frame, too:
 * that was a third of what a frame costs. It remembers some hundred lines from here on.
 */
const linesRemembered = {
  name: 'lines-remembered',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]ink[\\/]build[\\/]output\.js$/ }, ({ path }) => {
      const [before, after, ...more] = readFileSync(path, 'utf8').split('caches = new OutputCaches();');
      if (after === undefined || more.length > 0)
        throw new Error(`${path} is another Ink: look how it caches lines`);
      return { contents: `${before}caches = remembered();${after}\n${REMEMBERED}`, loader: 'js' };
    });
  },
};
const REMEMBERED = `
let caches = new OutputCaches();
function remembered() {
  if (caches.styledChars.size > 400) caches = new OutputCaches();
  return caches;
}`;

/**
 * A stand-in for ES modules alone. CommonJS packages call what `require('string-width')` gives them, and an ES module
 * in its place is no function: they keep the old version that they bring along.
 */
const stringWidthForModules = {
  name: 'string-width-for-modules',
  setup({ onResolve }) {
    onResolve({ filter: /^string-width$/ }, ({ kind }) =>
      kind === 'require-call' ? undefined : { path: standIn('string-width.mjs') },
    );
  },
};

/** @type {import('esbuild').BuildOptions} */
const options = {
  absWorkingDir: root,
  entryPoints: [
    { in: 'src/cli.ts', out: 'cli' },
    { in: 'src/workers/worker.ts', out: 'worker' },
  ],
  outdir: dist,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  legalComments: 'none',
  // Ink imports both statically for React's developer tools, which a learner never opens.
  alias: {
    'react-devtools-core': standIn('nothing.mjs'),
    ws: standIn('nothing.mjs'),
    'cli-highlight': standIn('cli-highlight.mjs'),
    'node-emoji': standIn('node-emoji.mjs'),
    'cli-table3': standIn('cli-table3.mjs'),
  },
  plugins: [stringWidthForModules, linesRemembered],
  // The development build of React is slower and keeps a record of every commit for ever.
  // Yoga would load all of Node's fetch to read the WebAssembly that it carries inside itself.
  define: { 'process.env.NODE_ENV': '"production"', fetch: 'undefined' },
  banner: { js: requireForCommonJs },
  metafile: true,
  write: false,
  logLevel: 'warning',
};

/** Builds dist/ anew. Chunks first, the entry last: whoever starts meanwhile finds a whole program. */
export async function build() {
  const result = await esbuild.build(options);
  const course = { path: join(dist, 'course.json'), contents: await builtCourse(root, options) };
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const man = { path: join(dist, 'infra-tutor.1'), contents: await manPage(root, version) };
  const schemas = (await editorFiles(root)).map(({ path, text }) => ({
    path: join(dist, 'schemas', path),
    contents: text,
  }));
  const sentences = { path: join(dist, 'messages.json'), contents: JSON.stringify(await sentencesOf(root)) };
  const locales = (await catalogues(root)).map(({ name, text }) => ({
    path: join(dist, 'locales', name),
    contents: text,
  }));
  const files = [course, man, sentences, ...locales, ...schemas, ...result.outputFiles];
  const entryLast = files.toSorted(
    (a, b) => Number(a.path === join(dist, 'cli.js')) - Number(b.path === join(dist, 'cli.js')),
  );
  for (const file of entryLast) {
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(file.path, file.contents);
  }
  chmodSync(join(dist, 'cli.js'), 0o755);
  removeOthers(new Set(files.map((file) => relative(dist, file.path))));
  writeFileSync(join(root, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicences(root, result.metafile));
  await esbuild.stop();
  return result.metafile;
}

/** What an earlier build left and this one did not write. */
function removeOthers(written) {
  for (const name of readdirSync(dist, { recursive: true })) {
    const path = join(dist, name);
    if (statSync(path).isFile() && !written.has(name)) rmSync(path, { force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build();
}
