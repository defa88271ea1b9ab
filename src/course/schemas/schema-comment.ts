import type { SchemaName } from './all.ts';

/** Where the schemas lie in a course: a folder that is no part of it. */
export const SCHEMA_FOLDER = '.schemas';

/** The comment by which an editor knows what a file is (yaml-language-server, "Using inlined schema"). */
export function schemaComment(name: SchemaName, depth: number): string {
  return `# yaml-language-server: $schema=${'../'.repeat(depth)}${SCHEMA_FOLDER}/${name}.json`;
}
