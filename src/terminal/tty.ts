/** Writing to a terminal that may be slower than the program. */
import { writeSync } from 'node:fs';

/** What is needed of the terminal's stdout; Node's own has it. */
export interface Output extends NodeJS.EventEmitter {
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  readonly fd?: number;
  /** what the terminal has not taken yet */
  readonly writableLength: number;
  write(text: string, taken?: () => void): boolean;
}

/** The part of Node's handle behind a stream that libuv's `uv_stream_set_blocking` is reached through. */
interface WithHandle {
  readonly _handle?: { setBlocking?(blocking: boolean): unknown } | null;
}

/**
 * Whether a write waits for the terminal. Node makes every write to a terminal wait ("A note on process I/O"), and
 * on a slow line the keys would wait with it.
 */
export function setBlocking(output: Output, blocking: boolean): void {
  (output as WithHandle)._handle?.setBlocking?.(blocking);
}

/** Writes what must be there before the program ends or stops, past whatever the terminal has not taken yet. */
export function writeNow(output: Output, text: string): void {
  const { fd } = output;
  if (output.writableLength === 0 || fd === undefined) {
    output.write(text);
    return;
  }
  let bytes = Buffer.from(text);
  while (bytes.length > 0) bytes = bytes.subarray(writeSync(fd, bytes));
}
