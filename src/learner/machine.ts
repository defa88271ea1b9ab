import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * What tells this machine, and this home on it, from the others between which a folder is kept in step: each writes a
 * journal of its own, so that no two ever change the same file. It need not stay the same for ever.
 */
export function machineName(home: string): string {
  return createHash('sha256').update(`${hostname()}\0${installation()}\0${home}`).digest('hex').slice(0, 8);
}

/** What systemd calls this installation (machine-id(5)); empty elsewhere. */
function installation(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim();
  } catch {
    return '';
  }
}
