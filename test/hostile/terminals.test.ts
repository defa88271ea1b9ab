import unicode11 from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Course } from '../../src/course/model.ts';
import { type Abilities, abilitiesOf } from '../../src/terminal/abilities.ts';
import { FrameWriter } from '../../src/terminal/frame-writer.ts';
import { loadScreen } from '../../src/ui/screens/index.ts';
import { SMALLEST } from '../../src/ui/shell.ts';
import { FakeTerminal } from '../terminal/terminal.ts';
import { mountTutor, type TutorSettings } from '../ui/tutor.tsx';
import { shippedCourse } from './shipped.ts';

if (process.env.SOAK) vi.setConfig({ testTimeout: 3_600_000 });

const TERMS = [
  'linux',
  'xterm',
  'xterm-256color',
  'screen',
  'tmux',
  'tmux-256color',
  'vt100',
  'vt220',
  'dumb',
  '',
];
const LOCALES = ['en_US.UTF-8', 'ja_JP.UTF-8', 'C', 'de_DE.ISO-8859-1', ''];
const COLOURS = [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }, { FORCE_COLOR: '0' }];

/** Every kind of terminal, and what it gets. */
const terminals = TERMS.flatMap((TERM) =>
  LOCALES.flatMap((LANG) => COLOURS.map((colours) => ({ TERM, LANG, ...colours }))),
).map((env) => ({
  env,
  abilities: abilitiesOf(
    { noColor: false, ascii: false, plain: false, noMotion: false },
    { env, platform: 'linux', interactive: true, stdoutIsTerminal: true },
  ),
}));

const sampled = [
  [20, 5],
  [40, 12],
  [60, 20],
  [80, 24],
  [132, 43],
  [400, 120],
] as const;
const widths = [20, 39, 40, 41, 50, 60, 79, 80, 81, 100, 120, 132, 200, 300, 400];
const heights = [5, 11, 12, 13, 16, 20, 23, 24, 25, 30, 43, 50, 60, 90, 120];
const sizes: readonly (readonly [columns: number, rows: number])[] = process.env.SOAK
  ? widths.flatMap((columns) => heights.map((rows) => [columns, rows] as const))
  : sampled;

interface Scene {
  readonly settings?: TutorSettings;
  readonly keys?: readonly string[];
  /** what must be read there, even in the smallest window */
  readonly words: readonly string[];
}

const scenes: Readonly<Record<string, Scene>> = {
  map: { words: ['infra-tutor', 'Simple web stack', 'quit'] },
  'a menu': { settings: { place: { screen: 'map' } }, keys: ['\x1b[C', 'b'], words: ['close'] },
  'a lesson': {
    settings: { place: { screen: 'lesson', lesson: 'three-hosts', page: 1 } },
    words: ['page 2 of', 'keys', 'quit'],
  },
  'a quiz': {
    settings: { place: { screen: 'quiz', quiz: 'round-robin', question: 'rr-slow-server' } },
    words: ['question 1 of', 'quit'],
  },
  'an answer': {
    settings: { place: { screen: 'quiz', quiz: 'round-robin', question: 'rr-slow-server' } },
    keys: ['1', '\r'],
    words: ['quit'],
  },
  'the simulator': {
    settings: { place: { screen: 'simulator', topology: 'distributed' } },
    words: ['web-2', 'Esc', 'quit'],
  },
  'the glossary': { keys: ['g'], words: ['Glossary', 'Esc', 'quit'] },
  'the search': { keys: ['/', 'r', 'o', 'b', 'i', 'n'], words: ['robin_', 'Esc'] },
  help: { keys: ['?'], words: ['Esc'] },
};

/** All that a full screen may send but text; every terminal since the VT100 knows it, or takes it for nothing. */
const KNOWN = /\x1b\[(?:\?2026[hl]|2J|K|\d{1,3};\d{1,3}H|(?:0|1|2|22|39|3[1-6])m)/g;

let course: Course;
beforeAll(async () => {
  course = await shippedCourse();
});

/** The frame of a scene as its terminal gets it, and as one shows it that has columns to spare. */
async function shown(
  { settings = {}, keys = [] }: Scene,
  { colour, ascii }: Abilities,
  [columns, rows]: readonly [number, number],
): Promise<{ sent: string; lines: string[]; beyond: string }> {
  const tutor = await mountTutor({ course, load: loadScreen, ...settings, columns, rows, colour, ascii });
  await tutor.press(...keys);
  const output = new FakeTerminal(columns, rows);
  new FrameWriter(output, { colour }).write(tutor.frame());
  tutor.unmount();
  const terminal = new xterm.Terminal({ cols: columns + 50, rows, allowProposedApi: true });
  terminal.loadAddon(new unicode11.Unicode11Addon());
  terminal.unicode.activeVersion = '11';
  await new Promise<void>((resolve) => terminal.write(output.sent, resolve));
  const line = (row: number, from: number, to?: number): string =>
    terminal.buffer.active.getLine(row)?.translateToString(false, from, to) ?? '';
  const all = Array.from({ length: rows }, (_, row) => row);
  return {
    sent: output.sent,
    lines: all.map((row) => line(row, 0, columns)),
    beyond: all
      .map((row) => line(row, columns))
      .join('')
      .trim(),
  };
}

const kinds = new Map(
  terminals
    .filter(({ abilities }) => !abilities.plain)
    .map(({ abilities }) => [`colour: ${abilities.colour}, ASCII: ${abilities.ascii}`, abilities]),
);

it('gives each terminal what it can show', () => {
  for (const { env, abilities } of terminals) {
    const { TERM, LANG } = env;
    if (!LANG.endsWith('UTF-8') || TERM === 'linux' || TERM.startsWith('vt'))
      expect(abilities.ascii).toBe(true);
    expect(abilities.plain).toBe(TERM === 'dumb' || TERM === '');
    if ('NO_COLOR' in env) expect(abilities.colour).toBe(false);
  }
  expect(kinds.size).toBe(4);
});

describe.each([...kinds])('a terminal with %s', (_, abilities) => {
  it.each(Object.entries(scenes))(
    'shows %s at every size, whole and with no byte too many',
    async (_, scene) => {
      for (const size of sizes) {
        const [columns, rows] = size;
        const { sent, lines, beyond } = await shown(scene, abilities, size);
        const at = `at ${columns}x${rows}`;
        expect(beyond, at).toBe('');
        const text = sent.replace(KNOWN, '');
        expect(text, at).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
        if (abilities.ascii) expect(text, at).toMatch(/^[ -~]*$/);
        if (!abilities.colour) expect(sent, at).not.toMatch(/\x1b\[[\d;]*m/);
        const isTooSmall = columns < SMALLEST.columns || rows < SMALLEST.rows;
        const words = isTooSmall ? ['too', 'small', 'press q', 'leave'] : scene.words;
        for (const word of words) expect(lines.join('\n'), at).toContain(word);
      }
    },
  );
});
