import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { findTopology } from '../../src/course/topologies.ts';
import { foldProgress } from '../../src/learner/fold-progress.ts';
import { rowWidth } from '../../src/text/row-layout.ts';
import { readTopology } from '../../src/topology/read.ts';
import { lateTopologies } from '../../src/ui/late-topologies.ts';
import { mapScreen } from '../../src/ui/screens/map/map.tsx';
import { openTestTutor, smallCourse, type TestTutor } from './tutor.tsx';

const KEYS = [
  'up',
  'down',
  'left',
  'right',
  'pageup',
  'pagedown',
  'home',
  'end',
  'enter',
  'escape',
  'backspace',
  'tab',
  'space',
  ...'abcghjklmnoprstwx/?0123456789',
];

const key = fc.constantFrom(...KEYS);
/** a key, a choice in a menu, some time, another size */
const deed = fc.oneof(
  { weight: 12, arbitrary: key.map((name) => (tutor: TestTutor) => tutor.press(name)) },
  {
    weight: 2,
    arbitrary: fc.nat(5).map(
      (index) =>
        ({ shell }: TestTutor) =>
          shell.menu && shell.choose(index),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(500).map(
      (ms) =>
        ({ shell }: TestTutor) =>
          shell.tick(ms),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 140 }), fc.integer({ min: 1, max: 50 })).map(
      ([columns, rows]) =>
        ({ shell }: TestTutor) =>
          shell.resize(columns, rows),
    ),
  },
);

it('survives any sequence of keys at any size; Esc always leads back to the map, and q out of the program', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const tutor = openTestTutor();
      for (const act of deeds) {
        act(tutor);
        const { columns, rows, tooSmall } = tutor.shell;
        if (tooSmall) continue;
        expect(tutor.shell.picture()).toHaveLength(rows);
        expect(rowWidth(tutor.shell.picture()[0] ?? [])).toBeLessThanOrEqual(columns);
      }
      tutor.shell.resize(80, 24);
      for (let depth = tutor.shell.trail.length; depth > 0; depth--) tutor.press('escape');
      if (tutor.shell.menu !== undefined) tutor.press('escape');
      expect(tutor.shell.trail).toEqual(['map']);
      tutor.press('q');
      expect(tutor.shell.over).toBe(true);
    }),
    { numRuns: 60 },
  );
});

describe('the place to go on at', () => {
  const places = (tutor: TestTutor) =>
    tutor.events.flatMap((event) => (event.type === 'place' ? [event.place] : []));

  it('is written down at every page and question, once each', () => {
    const tutor = openTestTutor();
    tutor.press('enter', 'right', 'right', '1', '1');
    expect(places(tutor).slice(1)).toMatchObject(
      [0, 1, 2, 0].map((page) => ({ screen: 'lesson', lesson: 'blocks', page })),
    );
    expect(tutor.events.filter(({ type }) => type === 'page').length).toBeGreaterThan(3);
  });

  it('stays with the lesson while its run, the help or the glossary lie over it', () => {
    const tutor = openTestTutor({ place: { screen: 'lesson', lesson: 'blocks', page: 2 } });
    tutor.press('enter');
    expect(tutor.shell.trail).toEqual(['map', 'lesson', 'simulator']);
    tutor.press('?', 'escape', 'escape', 'g');
    expect(places(tutor).at(-1)).toMatchObject({ screen: 'lesson', lesson: 'blocks', page: 2 });
  });

  it('is opened over the map', () => {
    const tutor = openTestTutor({ place: { screen: 'lesson', lesson: 'blocks', page: 1 } });
    expect(tutor.text()).toContain('page 2 of 3');
    tutor.press('escape');
    expect(tutor.shell.trail).toEqual(['map']);
  });
});

it('gives time to the top screen alone, and none while something lies over it', () => {
  const tutor = openTestTutor({ place: { screen: 'simulator', topology: 'pair' } });
  expect(tutor.shell.ticking).toBe(true);
  tutor.shell.tick(80);
  expect(tutor.text()).toContain('80 ms');
  tutor.press('?');
  expect(tutor.shell.ticking).toBe(false);
  tutor.shell.tick(80);
  tutor.press('escape');
  expect(tutor.text()).toContain('80 ms');
  tutor.press('k');
  expect(tutor.shell.ticking).toBe(false);
});

it("lets a screen have a key that is the shell's elsewhere, and says so in the last line", () => {
  const tutor = openTestTutor({ place: { screen: 'simulator', topology: 'pair' } });
  expect(tutor.text().split('\n').at(-1)).toBe(' k stop  / search  g glossary  Esc map  ? keys  q quit');
});

it('asks what to break with all its switches, also before anything else was opened', async () => {
  const read = (id: string) => {
    const found = findTopology(smallCourse, id);
    return 'error' in found
      ? { topology: undefined, problems: [] }
      : readTopology(found.text, found.file, []);
  };
  const late = lateTopologies(
    async () => read,
    () => mapScreen,
  );
  const tutor = openTestTutor(late);
  tutor.press('b');
  expect(tutor.shell.menu).toBeUndefined();
  await vi.waitFor(() => expect(tutor.shell.loading).toBe(false));
  const first = tutor.shell.menu?.choices.map(({ label }) => label);
  expect(first).toContain('A pair with redispatch on');
  tutor.press('escape', 'b');
  expect(tutor.shell.menu?.choices.map(({ label }) => label)).toEqual(first);
});

it('ignores a paste, except where text is typed', () => {
  const tutor = openTestTutor();
  const paste = (text: string) => tutor.shell.press({ name: 'paste', text });
  paste('q');
  expect(tutor.shell.over).toBe(false);
  tutor.press('/');
  paste('round');
  expect(tutor.text()).toContain('round_');
});

it('comes back from a place that was found to the places beside it', () => {
  const tutor = openTestTutor();
  tutor.press('/', ...'robin', 'down', 'enter');
  expect(tutor.shell.trail).toEqual(['map', 'search', 'lesson']);
  tutor.press('escape');
  expect(tutor.text()).toContain('robin_');
  expect(tutor.text()).toContain('▸ Blocks of every kind');
});

it('shows a range of keys as a range', () => {
  const tutor = openTestTutor();
  tutor.press('g', '?');
  expect(tutor.text()).toMatch(/a-z +Go to the first word with that letter/);
});

it('leaves at once on Ctrl-C, from a menu and from a text field too', () => {
  for (const keys of [['b'], ['/'], ['?'], []]) {
    const tutor = openTestTutor();
    tutor.press(...keys, 'ctrl+c');
    expect(tutor.shell.over).toBe(true);
  }
});

it('as long as the disk refuses what is done, every screen says so', () => {
  const journal = {
    record: () => {},
    progress: () => foldProgress([], 'small'),
    refused: 'the disk is full',
  };
  const tutor = openTestTutor({ journal, columns: 60, rows: 20 });
  expect(tutor.text()).toContain('Nothing you do is kept: the disk is full');
  tutor.press('?');
  expect(tutor.text()).toContain('Nothing you do is kept');
  expect(tutor.text().split('\n')).toHaveLength(20);
});
