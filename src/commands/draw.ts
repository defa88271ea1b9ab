import { messagesOf } from '../messages/language.ts';
import { drawingLines } from '../plain/drawing.ts';
import { folded } from '../plain/prose.ts';
import { paintRow } from '../terminal/paint.ts';
import { describeTopology, drawTopology } from '../topology/draw/draw.ts';
import type { Command } from './command.ts';
import { openTopology, terminalOf } from './opening.ts';
import { talkOf } from './talk.ts';

const t = messagesOf('commands');

export const command: Command = {
  name: 'draw',
  options: { words: 'flag', set: 'texts' },
  takes: { atLeast: 1, atMost: 1, what: t`a topology` },
  completes: 'topology',
  async run(context) {
    const { given, world, asked } = context;
    const topology = await openTopology(context, given.words[0] ?? '');
    const { colour, ascii } = terminalOf(context);
    const talk = talkOf(context);
    if (given.flag('words')) {
      talk.say(...describeTopology(topology).flatMap((sentence) => folded(sentence, talk.width)));
      return 0;
    }
    talk.say(topology.title, '');
    const width = world.stdout.columns ?? usualWidth;
    if (!colour || asked.plain) {
      talk.say(...drawingLines(topology, { width, ascii }));
      return 0;
    }
    const { rows } = drawTopology(topology, { width, height: undefined, ascii, overlay: undefined });
    for (const row of rows) world.stdout.write(`${paintRow(row, { colour, ascii }, width)}\n`);
    return 0;
  },
};

/** of a pipe, which has no width of its own */
const usualWidth = 80;
