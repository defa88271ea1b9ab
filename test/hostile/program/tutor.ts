import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { Terminal, type TerminalOptions } from '../../e2e/terminal.ts';

/**
 * A shell as a person's. It shows how the terminal is set before, while the program is stopped, and after; a program
 * that was killed leaves that to somebody who may be a moment later than the shell.
 */
const SHELL = `
  ulimit -c 0
  settings() { echo "<<$(stty -a)>>"; }
  settings
  "$@"
  status=$?
  while [ $status -eq 148 ] || [ $status -eq 146 ]; do settings; fg; status=$?; done
  while stty -a | grep -q -- -icanon; do :; done
  echo "status $status"
  settings
  echo over
  read -r _
`;

/** Tells its pid, and at a signal does what a program does that breaks or runs out of memory. */
const SABOTAGE = `
  import { writeFileSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) {
    writeFileSync(process.env.INFRA_TUTOR_HOME + '/pid', String(process.pid));
    const broken = () => { throw new Error('broken on purpose'); };
    process.on('SIGUSR2', broken);
    process.on('SIGURG', () => { String.prototype.repeat = broken; });
    process.on('SIGIO', () => { for (const all = []; ; ) all.push(new Array(100_000).fill(0.5)); });
  }
`;

/** Where a learner may be, and what is seen there. */
export const places = [
  { args: [], sign: 'Web infrastructure' },
  { args: ['start', 'three-hosts'], sign: 'page 1 of' },
  { args: ['quiz', 'round-robin'], sign: 'question 1 of' },
  { args: ['start', 'distributed'], sign: 'Break it' },
] as const;

/** The program in a person's shell. */
export class Tutor extends Terminal {
  constructor(options: TerminalOptions) {
    const NODE_OPTIONS = `--max-old-space-size=100 --import data:text/javascript,${encodeURIComponent(SABOTAGE)}`;
    super({ script: SHELL, ...options, env: { NODE_OPTIONS } });
  }

  get pid(): number {
    return Number(readFileSync(join(this.home, 'pid'), 'utf8'));
  }

  signalProgram(name: NodeJS.Signals): void {
    process.kill(this.pid, name);
  }

  /** Waits for the child that gives the terminal back where the program can't; it comes after the first frame. */
  async guard(): Promise<number> {
    const children = `/proc/${this.pid}/task/${this.pid}/children`;
    await this.until(() => readFileSync(children, 'utf8') !== '', 'for the guard');
    return Number(readFileSync(children, 'utf8').trim());
  }

  /** How the terminal was set each time that the shell looked. */
  settings(): readonly string[] {
    return [...this.sent.matchAll(/<<([\s\S]*?)>>/g)].map(([, settings = '']) => settings);
  }
}

/** Opens the program; it is closed when the test is over. */
export function start({ onTestFinished }: TestContext, options: TerminalOptions): Tutor {
  const tutor = new Tutor(options);
  onTestFinished(() => tutor.close());
  return tutor;
}
