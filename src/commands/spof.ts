import { spofWords as words } from '../messages/spof.ts';
import { openTalk } from '../plain/talk.ts';
import { findSpofs, type SpofReport } from '../simulator/spof.ts';
import type { Command } from './command.ts';
import { openTopology, printJson, terminalOf } from './opening.ts';
import { openProgress } from './progress.ts';

export const command: Command = {
  name: 'spof',
  options: { set: 'texts', json: 'flag' },
  takes: { atLeast: 1, atMost: 1, what: 'a topology' },
  async run(context) {
    const { given, world } = context;
    const topology = await openTopology(context, given.words[0] ?? '');
    const progress = openProgress(world);
    const report = findSpofs(topology, (share) => progress.tell(() => words.progress(share)));
    progress.clear();
    if (given.flag('json')) {
      printJson(context, report);
      return 0;
    }
    const talk = openTalk({ input: world.stdin, output: world.stdout, ascii: terminalOf(context).ascii });
    talk.say(...spofLines(report, topology.title));
    return 0;
  },
};

/** What stops the site, what makes it worse, and what it survives. */
function spofLines({ spofs, degrades, survives }: SpofReport, title: string): string[] {
  return [
    title,
    '',
    spofs.length === 0 ? words.none : words.stops,
    ...spofs.map(({ component, how, stops }) => words.stopped(how, component, stops)),
    ...(degrades.length === 0 ? [] : ['', words.degrades]),
    ...degrades.map((failure) => words.degraded(failure.how, failure.component, failure.degrades)),
    ...(survives.length === 0 ? [] : ['', words.survives]),
    ...survives.map(({ component, how, recovers_after_s }) =>
      words.survived(how, component, recovers_after_s),
    ),
  ];
}
