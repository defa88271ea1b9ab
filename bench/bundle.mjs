import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** what CommonJS packages inside an ES module bundle ask for */
const REQUIRE =
  "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);";

/** an empty module */
const NOTHING = fileURLToPath(new URL('./nothing.mjs', import.meta.url));

/** Bundles one TypeScript file into a temporary folder; the path of the result. */
export async function bundle(entry, { minify = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'infra-tutor-bench-'));
  const outfile = join(folder, 'bundle.mjs');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    // Ink asks for it only while somebody debugs
    alias: { 'react-devtools-core': NOTHING },
    minify,
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: REQUIRE },
  });
  return outfile;
}

/** Bundles one TypeScript file and loads it. */
export async function load(entry) {
  return import(pathToFileURL(await bundle(entry)).href);
}
