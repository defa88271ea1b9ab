/** The tutor on the small course, with a journal in memory and a simulator that only says what it was given. */
import { loadCourse } from '../../src/course/load-course.ts';
import type { Course } from '../../src/course/model.ts';
import { findTopology } from '../../src/course/topologies.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import type { JournalEvent } from '../../src/learner/progress.ts';
import type { KeyPress } from '../../src/terminal/key-reader.ts';
import { span } from '../../src/text/row.ts';
import { rowText } from '../../src/text/row-layout.ts';
import { readTopology } from '../../src/topology/read.ts';
import { App } from '../../src/ui/app.tsx';
import { jobsBy } from '../../src/ui/job.ts';
import { defineScreen, type SceneMaker, type ScreenName, step } from '../../src/ui/screen.ts';
import { compareScreen } from '../../src/ui/screens/compare/compare.ts';
import { examScreen } from '../../src/ui/screens/exam/exam.tsx';
import { glossaryScreen } from '../../src/ui/screens/glossary/glossary.tsx';
import { helpScreen } from '../../src/ui/screens/help/help.tsx';
import { incidentScreen } from '../../src/ui/screens/incident/incident.ts';
import { introScreen } from '../../src/ui/screens/intro/intro.ts';
import { lessonScreen } from '../../src/ui/screens/lesson/lesson.tsx';
import { mapScreen } from '../../src/ui/screens/map/map.tsx';
import { missionScreen } from '../../src/ui/screens/mission/mission.tsx';
import { notesScreen } from '../../src/ui/screens/notes/notes.ts';
import { overviewScreen } from '../../src/ui/screens/overview/overview.tsx';
import { presentScreen } from '../../src/ui/screens/present/present.ts';
import { placementScreen, quizScreen, reviewScreen } from '../../src/ui/screens/quiz/quiz.tsx';
import { requestScreen } from '../../src/ui/screens/request/request.ts';
import { searchScreen } from '../../src/ui/screens/search/search.tsx';
import { spofScreen } from '../../src/ui/screens/spof/spof.ts';
import { wayScreen } from '../../src/ui/screens/way/way.ts';
import { whiteboardScreen } from '../../src/ui/screens/whiteboard/whiteboard.ts';
import { whyScreen } from '../../src/ui/screens/why/why.ts';
import { Shell } from '../../src/ui/shell.ts';
import type { ShellOptions } from '../../src/ui/shell-options.ts';
import { failHere, incidentHere, judgeHere, predictHere } from '../jobs-here.ts';
import { type Mounted, mount } from './mount.ts';

/** Opened by a relative path, so that sentences with places read the same everywhere. */
export const smallCourse: Course = loadCourse('test/ui/course');

type SimulatorAction = { readonly type: 'time'; readonly ms: number } | { readonly type: 'stop' };

/** Stands for the simulator: it counts the time that it was given, and any letter is its own. */
const simulatorScreen = defineScreen<
  'simulator',
  { readonly words: string; readonly ms: number; readonly stopped: boolean },
  SimulatorAction
>({
  name: 'simulator',
  title: 'Simulator',
  open: ({ topology, run, set, lookFor }) =>
    step({ words: JSON.stringify({ topology, run, set, lookFor }), ms: 0, stopped: false }),
  reduce: (state, action) =>
    step(action.type === 'stop' ? { ...state, stopped: true } : { ...state, ms: state.ms + action.ms }),
  keys: () => [{ keys: ['k'], shown: 'k', label: 'stop', help: 'Stop', action: { type: 'stop' } }],
  view: ({ words, ms }) => ({
    title: [span('Simulator')],
    status: [span(`${ms} ms`)],
    body: [[span(words)]],
  }),
  tick: (ms) => ({ type: 'time', ms }),
  ticking: ({ stopped }) => !stopped,
  place: () => undefined,
});

export const makers: Readonly<Record<ScreenName, SceneMaker>> = {
  map: mapScreen,
  lesson: lessonScreen,
  quiz: quizScreen,
  exam: examScreen,
  review: reviewScreen,
  overview: overviewScreen,
  placement: placementScreen,
  glossary: glossaryScreen,
  request: requestScreen,
  spof: spofScreen,
  present: presentScreen,
  notes: notesScreen,
  whiteboard: whiteboardScreen,
  way: wayScreen,
  intro: introScreen,
  compare: compareScreen,
  why: whyScreen,
  search: searchScreen,
  help: helpScreen,
  simulator: simulatorScreen,
  mission: missionScreen,
  incident: incidentScreen,
};

export interface TestTutor {
  readonly shell: Shell;
  readonly events: readonly JournalEvent[];
  /** what the window shows, without colours */
  text(): string;
  press(...names: readonly string[]): void;
}

export interface TutorSettings extends Partial<ShellOptions> {
  readonly place?: Parameters<Shell['start']>[0];
  readonly events?: readonly JournalEvent[];
}

/** A key press by its name. */
export function keyPress(name: string): KeyPress {
  const text = name === 'space' ? ' ' : [...name].length === 1 ? name : '';
  return { name, text };
}

export function openTestTutor({ place, events: earlier = [], ...settings }: TutorSettings = {}): TestTutor {
  const events: JournalEvent[] = [...earlier];
  const course = settings.course ?? smallCourse;
  const shell = new Shell({
    course,
    journal: {
      record: (event) => void events.push(event),
      progress: (id) => foldProgress(events, id),
    },
    openTopology: (id, changes = []) => {
      const found = findTopology(course, id);
      return 'error' in found
        ? { topology: undefined, problems: [] }
        : readTopology(found.text, found.file, changes);
    },
    load: (name) => makers[name],
    doJob: jobsBy({
      judge: judgeHere(course),
      predict: predictHere(course),
      failParts: failHere,
      makeIncident: incidentHere,
    }),
    clock: { now: () => 1_000 },
    seed: 1,
    ascii: false,
    motion: true,
    columns: 80,
    rows: 24,
    ...settings,
  });
  void shell.start(place);
  return {
    shell,
    events,
    text: () =>
      shell
        .picture()
        .map((row) => rowText(row).trimEnd())
        .join('\n'),
    press: (...names) => {
      for (const name of names) shell.press(keyPress(name));
    },
  };
}

/** The same, painted by Ink. */
export async function mountTutor(
  settings: TutorSettings & { readonly colour?: boolean } = {},
): Promise<Mounted & TestTutor> {
  const { colour = false, ...others } = settings;
  const clock = settings.clock ?? { now: Date.now };
  const tutor = openTestTutor(others);
  const { shell } = tutor;
  const ascii = settings.ascii ?? false;
  const screen = await mount(
    (keyboard) => <App shell={shell} keyboard={keyboard} paint={{ colour, ascii }} clock={clock} />,
    shell.columns,
    shell.rows,
    (columns, rows) => shell.resize(columns, rows),
  );
  return { ...tutor, ...screen };
}
