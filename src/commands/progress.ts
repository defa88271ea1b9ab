/** how long something goes on before it tells how far it is, and from then on between two times, in milliseconds */
const silence = 1_000;

/** How far something is, on one line of stderr that is written over itself; silent where stderr is no terminal. */
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
      if (stderr.isTTY !== true || clock() - last < silence) return;
      last = clock();
      const line = words();
      stderr.write(`\r${line.padEnd(width)}`);
      width = line.length;
    },
    clear() {
      if (width > 0) stderr.write(`\r${' '.repeat(width)}\r`);
      width = 0;
    },
  };
}
