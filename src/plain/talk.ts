import { toAscii } from '../text/ascii.ts';
import { plain } from '../text/plain-text.ts';
import { LineReader } from './line-reader.ts';
import { folded } from './prose.ts';

/** A talk in lines: the program says something and asks, a person answers in a line. */
export interface Talk {
  readonly width: number;
  readonly ascii: boolean;
  /** Says these lines, cleaned of everything that is not to be read. */
  say(...lines: readonly string[]): void;
  /** The answer, without the space around it; undefined when the input has ended. */
  ask(prompt: string): Promise<string | undefined>;
  /** Lets go of the input. */
  end(): void;
}

export interface TalkOptions {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: { write(text: string): unknown; readonly columns?: number | undefined };
  readonly ascii: boolean;
}

/** Lines are folded at the terminal's width, and never beyond what an eye follows with ease. */
const widest = 100;
const usual = 80;

/** Opens a talk over two streams. */
export function openTalk({ input, output, ascii }: TalkOptions): Talk {
  const reader = new LineReader(input);
  const width = Math.min(widest, Math.max(20, output.columns ?? usual));
  const write = (text: string) => output.write(ascii ? toAscii(plain(text)) : plain(text));
  return {
    width,
    ascii,
    say(...lines) {
      write(`${lines.join('\n')}\n`);
    },
    async ask(prompt) {
      write(`${folded(prompt, width).join('\n')} `);
      const line = await reader.next();
      // What comes from a pipe is not echoed by a terminal; a log without the answers would be hard to read.
      if (line === undefined || input.isTTY !== true) write(`${line ?? ''}\n`);
      return line?.trim();
    },
    end() {
      reader.close();
    },
  };
}
