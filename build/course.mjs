// The shipped course as src/course reads it, for dist/course.json.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const reader = `
  export { buildCourse } from './src/course/built-course.ts';
  export { diskFiles } from './src/course/course-files.ts';
  export { loadCourse } from './src/course/load-course.ts';
  export { settledCourse } from './src/course/settled-course.ts';
`;

/** Node can't run TypeScript: the reader is bundled into a temporary file first. */
async function loadReader(root, { alias, banner }) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    stdin: { contents: reader, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    write: false,
    alias,
    banner,
  });
  const folder = mkdtempSync(join(tmpdir(), 'infra-tutor-build-'));
  try {
    const file = join(folder, 'reader.mjs');
    writeFileSync(file, outputFiles[0].contents);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The course in the package's folder, as text. */
export async function builtCourse(root, options) {
  const { buildCourse, diskFiles, loadCourse, settledCourse } = await loadReader(root, options);
  const files = diskFiles(root);
  const course = loadCourse('.', { files: { ...files, root: '.' } });
  return buildCourse(settledCourse(course), files);
}
