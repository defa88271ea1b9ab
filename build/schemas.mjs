// The schemas and snippets for editors, made of the very tables that the readers use.
import * as esbuild from 'esbuild';

/** Their files, by name. */
export async function editorFiles(root) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    stdin: {
      contents: `export { editorFiles } from './src/course/schemas/editor-files.ts';`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    define: { 'process.env.npm_lifecycle_event': 'undefined' },
    write: false,
  });
  const made = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return made.editorFiles();
}
