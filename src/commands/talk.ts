import { openTalk, type Talk } from '../plain/talk.ts';
import type { Context } from './command.ts';
import { terminalOf } from './opening.ts';

/** The talk in lines that a command has with its person. */
export function talkOf(context: Context): Talk {
  const { stdin, stdout } = context.world;
  return openTalk({ input: stdin, output: stdout, ascii: terminalOf(context).ascii });
}
