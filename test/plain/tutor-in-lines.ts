import { Readable } from 'node:stream';
import type { Course } from '../../src/course/model.ts';
import { topologiesOf } from '../../src/course/topologies.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import type { Tutor } from '../../src/plain/room.ts';
import { openTalk } from '../../src/plain/talk.ts';
import { readTopology } from '../../src/topology/read.ts';
import { failHere, incidentHere, judgeHere } from '../jobs-here.ts';

interface Sitting {
  readonly columns?: number;
  readonly clock?: () => number;
  /** what was done before; more is added */
  readonly events?: JournalEvent[];
}

/** A tutor for somebody who writes these lines; what it says and writes down. */
export function tutorInLines(
  course: Course,
  lines: readonly string[],
  { columns = 100, clock = () => 0, events = [] }: Sitting = {},
): { readonly tutor: Tutor; readonly events: readonly JournalEvent[]; readonly said: () => string } {
  let said = '';
  const write = (more: string) => {
    said += more;
  };
  const input = Readable.from(lines.map((line) => `${line}\n`));
  const tutor: Tutor = {
    course,
    journal: {
      record: (event) => void events.push(event),
      progress: (id) => foldProgress(events, id),
      problems: [],
      saves: true,
    },
    talk: openTalk({ input, output: { columns, write }, ascii: false }),
    openTopology: topologiesOf(course, readTopology),
    judge: judgeHere(course),
    failParts: failHere,
    makeIncident: incidentHere,
    clock,
    seed: 1,
  };
  return { tutor, events, said: () => said };
}
