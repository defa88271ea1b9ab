import type { NewFile } from '../new-course.ts';
import { schemas, schemaText } from './all.ts';
import { SCHEMA_FOLDER } from './schema-comment.ts';
import { snippets } from './snippets.ts';

/** The files for editors as they are shipped, by name. */
export function editorFiles(): readonly NewFile[] {
  return [
    ...[...schemas()].map(([name, schema]) => ({ path: `${name}.json`, text: schemaText(schema) })),
    { path: 'infra-tutor.code-snippets', text: `${JSON.stringify(snippets, null, 1)}\n` },
  ];
}

/** The same where an editor finds them in the folder of a course. */
export function editorFilesOfCourse(): readonly NewFile[] {
  return editorFiles().map(({ path, text }) => ({
    path: path.endsWith('.json') ? `${SCHEMA_FOLDER}/${path}` : `.vscode/${path}`,
    text,
  }));
}
