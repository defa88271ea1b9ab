import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { errorCode, errorReason } from '../../disk/system-error.ts';
import { proofWords as words } from '../../messages/teach.ts';
import { Failure } from '../command.ts';

/**
 * The files of a folder that differ from a commit or are new, as git tells. What the folder's own configuration would have
 * git run is left out: a course may be a stranger's.
 *
 * @param ref anything that git takes for a commit, e.g. `origin/main`
 * @returns paths as the person knows them: they begin with the folder
 * @throws Failure where git, the repository or the commit is missing
 */
export function changedFiles(folder: string, ref: string): ReadonlySet<string> {
  const git = (...args: string[]): string[] => {
    const safe = ['-c', 'core.fsmonitor=', '-c', 'core.hooksPath=', '-c', 'core.quotePath=off'];
    return execFileSync('git', ['-C', folder, ...safe, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    }).split('\0');
  };
  try {
    // a commit that begins with a hyphen would be an option
    const [commit = ''] = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
    const diff = ['diff', '--name-only', '--relative', '-z', '--no-ext-diff', '--no-textconv'];
    const names = [
      ...git(...diff, commit.trim(), '--', '.'),
      ...git('ls-files', '--others', '--exclude-standard', '-z', '--', '.'),
    ];
    return new Set(names.filter(Boolean).map((name) => join(folder, name)));
  } catch (error) {
    throw new Failure(words.noChanges(folder, ref, gitReason(error)));
  }
}

/** What git itself said; nothing where it knows no such commit. */
function gitReason(error: unknown): string {
  if (errorCode(error) !== undefined) return errorReason(error);
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const [first = ''] = stderr.trim().split('\n', 1);
  return first.replace(/^(?:fatal|error): /, '').replace(/\.$/, '');
}
