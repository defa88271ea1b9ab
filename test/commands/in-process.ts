/** Commands in this process, for a learner with a folder of one's own and a clock that the test turns. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { Failure, type World } from '../../src/commands/command.ts';
import { runCommand } from '../../src/commands/run.ts';

export interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface Learner {
  readonly home: string;
  /** milliseconds since 1970 */
  now: number;
  /**
   * Runs one command on the small course of the screens' tests, or on what the command itself names (`own`); `lines` are
   * typed into it.
   */
  run(
    args: readonly string[],
    lines?: readonly string[],
    options?: { readonly own?: boolean; readonly packageFolder?: string; readonly columns?: number },
  ): Promise<Said>;
}

/** A learner; the folder is taken away when the test is over. */
export function learner(home = folder(), machine = 'here'): Learner {
  return {
    home,
    now: Date.UTC(2026, 2, 2, 8),
    async run(args, lines = [], { own = false, packageFolder = '.', columns } = {}) {
      const [out, err] = [sink(), sink()];
      const stdin = Object.assign(new PassThrough(), { isTTY: false });
      stdin.end(lines.map((line) => `${line}\n`).join(''));
      const world: World = {
        stdin: stdin as unknown as World['stdin'],
        stdout: Object.assign(out.stream, { columns }) as unknown as World['stdout'],
        stderr: err.stream as unknown as World['stderr'],
        env: { INFRA_TUTOR_HOME: home, LANG: 'C.UTF-8' },
        platform: 'linux',
        home,
        machine,
        clock: () => this.now,
        onInterrupt: () => () => undefined,
      };
      try {
        const named = own ? args : [...args, '--course', 'test/ui/course'];
        const status = await runCommand(named, packageFolder, world);
        return { status, out: out.text(), err: err.text() };
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        return { status: error.status, out: out.text(), err: `${err.text()}${error.message}\n` };
      }
    },
  };
}

export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'infra-tutor-commands-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function sink() {
  const chunks: string[] = [];
  const stream = { isTTY: false, write: (text: string) => chunks.push(text) > 0 };
  return { stream, text: () => chunks.join('') };
}
