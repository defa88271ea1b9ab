// `npm start`: builds when dist/ is missing or older than its sources, then runs the program in this process.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist', 'cli.js');

/** The newest change below a folder or of a file, in milliseconds. */
function changed(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(
    found.mtimeMs,
    ...readdirSync(path, { recursive: true }).map((name) => statSync(join(path, name)).mtimeMs),
  );
}

const sources = [
  'src',
  'build',
  'lessons',
  'quizzes',
  'missions',
  'locales',
  'course.yaml',
  'glossary.md',
  'package.json',
  'package-lock.json',
].map((name) => join(root, name));
const built = statSync(cli, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (sources.some((path) => changed(path) > built)) {
  if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
    console.error(
      'The tools that build infra-tutor are not installed yet: run npm install, then npm start again.',
    );
    process.exit(2);
  }
  const { build } = await import('./build.mjs');
  await build();
}
process.argv[1] = cli;
await import(pathToFileURL(cli).href);
