import { describe, expect, it, vi } from 'vitest';
import { cells } from '../../src/text/cells.ts';
import { span } from '../../src/text/row.ts';
import { defineScreen, type SceneMaker, step } from '../../src/ui/screen.ts';
import { modifiedKeys, terminalReports } from '../hostile/sequences.ts';
import { drawn } from './mount.ts';
import { mountTutor } from './tutor.tsx';

const DOWN = '\x1b[B';

/** A map with a menu of twelve, of which the last opens another menu of twelve. */
const longMenu = defineScreen<'map', string, string>({
  name: 'map',
  title: 'A long menu',
  open: () => step('nothing chosen'),
  reduce: (_, action) => (action === 'ask' || action === '12' ? asked(action) : step(`chose ${action}`)),
  keys: () => [{ keys: ['k'], shown: 'k', label: 'ask', help: 'Ask', action: 'ask' }],
  view: (state) => ({ title: [], status: [], body: [[span(state)]] }),
});

function asked(by: string) {
  const choices = Array.from({ length: 12 }, (_, index) => ({
    label: `choice ${index + 1}`,
    action: String(index + 1),
  }));
  return step('nothing chosen', { do: 'ask', title: `A menu by ${by}`, choices } as const);
}

const loadWithLongMenu = () => longMenu;

describe('a menu', () => {
  it('is steered by ink-select-input, and the screen below hears nothing', async () => {
    const tutor = await mountTutor();
    await tutor.press('b');
    expect(tutor.frame()).toContain('▸ 1  A pair');
    await tutor.press(DOWN);
    expect(tutor.frame()).toContain('▸ 2  A pair with redispatch on');
    expect(tutor.frame()).toContain('▸ · B');
    await tutor.press('\r');
    expect(tutor.frame()).toContain('"set":["redispatch=on"]');
    tutor.unmount();
  });

  it('takes several keys of one read', async () => {
    const tutor = await mountTutor();
    await tutor.press('b');
    await tutor.press('j\r');
    await vi.waitFor(() => expect(tutor.frame()).toContain('"set":["redispatch=on"]'));
    tutor.unmount();
  });

  it('takes a choice that was typed ahead of it', async () => {
    const tutor = await mountTutor();
    await tutor.press(`b${DOWN}${DOWN}${DOWN}${DOWN}${DOWN}\r`);
    await vi.waitFor(() => expect(tutor.frame()).toContain('"set":["redispatch=on"]'));
    tutor.unmount();
  });

  it('keeps pointing at its choice in a window that became too low for all of them', async () => {
    const tutor = await mountTutor({ load: loadWithLongMenu });
    await tutor.press('k', DOWN, DOWN, DOWN, DOWN, DOWN, DOWN);
    expect(tutor.frame()).toContain('▸  7  choice 7');
    await tutor.resize(60, 13);
    expect(tutor.frame()).toContain('▸  7  choice 7');
    expect(tutor.frame()).toContain('7 more below');
    await tutor.press(DOWN, '\r');
    expect(tutor.frame()).toContain('chose 8');
    tutor.unmount();
  });

  it('takes the choice with the number that was pressed, also where the list was moved on', async () => {
    const tutor = await mountTutor({ load: loadWithLongMenu, rows: 13 });
    await tutor.press('k', DOWN, DOWN, DOWN, DOWN, DOWN, DOWN, '2');
    expect(tutor.frame()).toContain('chose 2');
    tutor.unmount();
  });

  it('waits for the second digit where there may be one, and takes the first alone with Enter', async () => {
    const tutor = await mountTutor({ load: loadWithLongMenu });
    await tutor.press('k', '1');
    expect(tutor.frame()).toContain('1_');
    await tutor.press('1');
    expect(tutor.frame()).toContain('chose 11');
    await tutor.press('k', '1', '\r');
    expect(tutor.frame()).toContain('chose 1');
    tutor.unmount();
  });

  it('begins at its first choice, also where it follows another menu', async () => {
    const tutor = await mountTutor({ load: loadWithLongMenu });
    await tutor.press('k', '\x1b[A', '\r');
    expect(tutor.frame()).toContain('▸  1  choice 1');
    tutor.unmount();
  });

  it('has straight sides, whatever the screen below is written in', async () => {
    const below = [
      '漢字'.repeat(20),
      `a${'漢字'.repeat(19)}`,
      '👩‍💻 '.repeat(20),
      'ก้ำ'.repeat(30),
      'e\u0301'.repeat(70),
    ];
    const screen = defineScreen<'map', string, string>({
      name: 'map',
      title: 'Many scripts',
      open: () => step(''),
      reduce: () => asked('anybody'),
      keys: () => [{ keys: ['k'], shown: 'k', label: 'ask', help: 'Ask', action: 'ask' }],
      view: () => ({
        title: [],
        status: [],
        body: [...below, ...below, ...below].map((text) => [span(text)]),
      }),
    });
    const tutor = await mountTutor({ load: () => screen });
    await tutor.press('k');
    const lines = tutor.frame().split('\n');
    const sides = lines
      .filter((line) => line.includes('│'))
      .map((line) => line.split('│').map(cells).slice(0, 2));
    expect(sides).toHaveLength(14);
    expect(new Set(sides.map(String)).size).toBe(1);
    tutor.unmount();
  });

  it('closes with Esc and leaves nothing behind', async () => {
    const tutor = await mountTutor();
    const before = tutor.frame();
    await tutor.press('b', '\x1b');
    expect(tutor.frame()).toBe(before);
    tutor.unmount();
  });
});

it('holds keys back while a screen is loading, and then takes them in order', async () => {
  const { glossaryScreen } = await import('../../src/ui/screens/glossary/glossary.tsx');
  const { mapScreen } = await import('../../src/ui/screens/map/map.tsx');
  let loaded: (screen: SceneMaker) => void = () => {};
  const late = new Promise<SceneMaker>((resolve) => {
    loaded = resolve;
  });
  const tutor = await mountTutor({ load: (name) => (name === 'glossary' ? late : mapScreen) });
  await tutor.press('gr');
  expect(tutor.shell.trail).toEqual(['map']);
  loaded(glossaryScreen);
  await vi.waitFor(() => expect(tutor.frame()).toContain('▸ Round robin'));
  expect(tutor.shell.trail).toEqual(['map', 'glossary']);
  tutor.unmount();
});

it('leaves on Ctrl-C while a screen is loading that never comes', async () => {
  const { mapScreen } = await import('../../src/ui/screens/map/map.tsx');
  const tutor = await mountTutor({ load: (name) => (name === 'map' ? mapScreen : new Promise(() => {})) });
  await tutor.press('gj\x03');
  expect(tutor.shell.over).toBe(true);
  tutor.unmount();
});

describe.each([
  ['Ctrl, Alt or Shift with a key', modifiedKeys],
  ['a report of the terminal', terminalReports],
])('%s', (_, sequences) => {
  it('neither ends the program nor leaves it, from any of its screens', async () => {
    for (const keys of [[], ['b'], ['/'], ['\r'], ['?']]) {
      const tutor = await mountTutor();
      await tutor.press(...keys);
      const trail = tutor.shell.trail;
      for (const sequence of sequences) await tutor.press(sequence);
      expect(tutor.shell.over).toBe(false);
      expect(tutor.shell.trail).toEqual(trail);
      await tutor.press('\x03');
      expect(tutor.shell.over).toBe(true);
      tutor.unmount();
    }
  }, 120_000);
});

it('follows the window, and says politely when it is too small', async () => {
  const tutor = await mountTutor();
  await tutor.resize(60, 20);
  expect(tutor.frame().split('\n')).toHaveLength(20);
  await tutor.resize(39, 11);
  expect(tutor.frame()).toContain('This window is too small.');
  await tutor.press('j');
  await tutor.resize(80, 24);
  expect(tutor.frame()).toContain('▸ · Blocks of every kind');
  tutor.unmount();
});

it('lets time go by only while a screen moves', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  const tutor = await mountTutor({ place: { screen: 'simulator', topology: 'pair' } });
  vi.advanceTimersByTime(900);
  await drawn();
  expect(tutor.frame()).toContain('900 ms');
  await tutor.press('k');
  vi.advanceTimersByTime(900);
  await drawn();
  expect(tutor.frame()).toContain('900 ms');
  expect(vi.getTimerCount()).toBe(0);
  tutor.unmount();
  vi.useRealTimers();
});

it('cleans what a course says before it is painted', async () => {
  const { smallCourse } = await import('./tutor.tsx');
  const [first, ...others] = smallCourse.stages;
  if (first === undefined) throw new Error('the small course has stages');
  const evil = { ...first, title: 'a\x1b]52;c;aGk=\x07b\x1b[2Jc' };
  const tutor = await mountTutor({ course: { ...smallCourse, stages: [evil, ...others] }, colour: true });
  expect(tutor.frame().replace(/\x1b\[[\d;]*m/g, '')).not.toMatch(/[\x1b\x07]/);
  expect(tutor.frame()).toContain('a]52;c;aGk=b[2Jc');
  tutor.unmount();
});
