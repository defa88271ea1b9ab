import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version that the package's own description gives. */
export function versionOf(packageFolder: string): string {
  const description: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const hasVersion = typeof description === 'object' && description !== null && 'version' in description;
  return hasVersion ? String(description.version) : 'unknown';
}
