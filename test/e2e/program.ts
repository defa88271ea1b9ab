import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

/** The environment of a learner: no CI, no colour wishes, a UTF-8 locale, and a data folder of its own. */
export function learnersEnvironment(home: string): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !notTheirs.has(name)) own[name] = value;
  }
  return { ...own, INFRA_TUTOR_HOME: home, LANG: 'C.UTF-8', TERM: 'xterm-256color', NODE_ENV: 'production' };
}

const notTheirs = new Set([
  'CI',
  'CONTINUOUS_INTEGRATION',
  'NO_COLOR',
  'FORCE_COLOR',
  'LC_ALL',
  'LC_CTYPE',
  'LC_MESSAGES',
  'INFRA_TUTOR_LANGUAGE',
  'ACCESSIBLE',
  'INK_SCREEN_READER',
  'INFRA_TUTOR_DEBUG',
  'VITEST',
]);

/** An empty folder under the system's temporary one. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'infra-tutor-e2e-'));
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** what stands on stdin; nothing when not given */
  readonly input?: string;
  readonly home?: string;
  readonly directory?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the packed program without a terminal until it ends. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { input = '', home = emptyFolder(), directory = home, env = {} } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inject('cli'), ...args], {
      cwd: directory,
      env: { ...learnersEnvironment(home), ...env },
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        said[name] += text;
      });
    }
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...said }));
  });
}

/** A learner who has been here before and has done nothing yet: an empty journal of another machine. */
export function startedBefore(home: string): void {
  if (readdirSync(home).some((name) => name.startsWith('journal'))) return;
  writeFileSync(join(home, 'journal-elsewhere.jsonl'), '');
}
