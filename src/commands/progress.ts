/** how long something goes on before it tells how far it is, and from then on between two times, in milliseconds */
const silence = 1_000;

/** the same where stderr is a file or a pipe, in which every word stays */
const silenceInFile = 5_000;

/**
 * How far something is: on a terminal one line of stderr that is written over itself; in a file or a pipe a line
 * now and then, so that nobody thinks that it hangs.
 */
export interface Progress {
  tell(words: () => string): void;
  /** takes the line away */
  clear(): void;
}

/** Where progress is told, and when. */
export interface ProgressOutlet {
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly clock: () => number;
}

export function openProgress({ stderr, clock }: ProgressOutlet): Progress {
  let last = clock();
  let width = 0;
  return {
    tell(words) {
      const onTerminal = stderr.isTTY === true;
      if (clock() - last < (onTerminal ? silence : silenceInFile)) return;
      last = clock();
      const line = words();
      if (!onTerminal) {
        stderr.write(`${line}\n`);
        return;
      }
      stderr.write(`\r${line.padEnd(width)}`);
      width = line.length;
    },
    clear() {
      if (width > 0) stderr.write(`\r${' '.repeat(width)}\r`);
      width = 0;
    },
  };
}
