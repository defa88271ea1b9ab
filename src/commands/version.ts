import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version that the package's own description gives; `unknown` where that can't be read. */
export function versionOf(packageFolder: string): string {
  try {
    const description: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
    const hasVersion = typeof description === 'object' && description !== null && 'version' in description;
    return hasVersion ? String(description.version) : 'unknown';
  } catch {
    return 'unknown';
  }
}
