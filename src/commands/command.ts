import type { CommandName } from '../messages/commands.ts';
import type { Asked } from '../terminal/abilities.ts';

/** How an option is read: a flag, a word after it, or that many times. */
export type OptionKind = 'flag' | 'text' | 'texts';

/** What the words after a command's name are. */
export type Completes = 'anything' | 'quiz' | 'mission' | 'part' | 'stage' | 'topology' | 'shell';

/** One command: its words stand in messages/commands.ts under the same name. */
export interface Command {
  readonly name: CommandName;
  readonly options: Readonly<Record<string, OptionKind>>;
  /** how many words it takes after its name; undefined: none are missing */
  readonly takes?: { readonly atLeast: number; readonly atMost: number; readonly what: string };
  /** what its words may be, for the shell's completion; undefined: nothing that is known */
  readonly completes?: Completes;
  /** Does it; the exit status. A `Failure` is thrown for what can't be done. */
  run(context: Context): Promise<number>;
}

/** What was asked for on the command line, checked against the command's options. */
export interface Given {
  readonly words: readonly string[];
  flag(option: string): boolean;
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
}

/** The world outside, as far as commands may use it. A test gives its own. */
export interface World {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
  /** a name that tells this machine from others that share a folder with it */
  readonly machine: string;
  readonly clock: () => number;
  /** calls back at Ctrl-C until the returned function is called */
  readonly onInterrupt: (listener: () => void) => () => void;
}

/** The folder that the person stands in. */
export const HERE = '.';

export interface Context {
  readonly given: Given;
  readonly world: World;
  /** `--plain`, `--ascii`, `--no-color`, `--no-motion` */
  readonly asked: Asked;
  /** the folder or archive of the course that is meant (asked-course.ts); undefined: the shipped one */
  readonly courseAsked: string | undefined;
  /** drafts are shown, too: an author looks at the course */
  readonly drafts?: boolean;
  /** the folder of the package: the shipped course stands in it */
  readonly packageFolder: string;
}

/** Something that can't be done, as a sentence for the person who asked for it. */
export class Failure extends Error {
  /** 2: wrong usage, or the very thing asked for can't be read; 1: it was tried and failed */
  readonly status: 1 | 2;

  constructor(sentence: string, status: 1 | 2 = 2) {
    super(sentence);
    this.status = status;
  }
}
