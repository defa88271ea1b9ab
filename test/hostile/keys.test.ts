import { beforeAll, expect, it, vi } from 'vitest';
import type { Course } from '../../src/course/model.ts';
import { KeyReader } from '../../src/terminal/key-reader.ts';
import { paintRow } from '../../src/terminal/paint.ts';
import { loadScreen } from '../../src/ui/screens/index.ts';
import { drawn } from '../ui/mount.ts';
import { mountTutor } from '../ui/tutor.tsx';
import { burst, windowSize } from './bursts.ts';
import { anySeed, Chance } from './chance.ts';
import { beyondLastColumn } from './overflow.ts';
import { everyScreen, shippedCourse, somethingDue, somewhere, WEEK } from './shipped.ts';

const BURSTS = process.env.SOAK ? 100_000 : 300;
if (process.env.SOAK) vi.setConfig({ testTimeout: 6 * 3_600_000 });
else vi.setConfig({ testTimeout: 240_000 });

type Tutor = Awaited<ReturnType<typeof mountTutor>>;

/** Also a short walk comes to most of these. */
const OFTEN = ['glossary', 'help', 'lesson', 'map', 'menu', 'mission', 'quiz', 'search', 'simulator'];

let course: Course;
beforeAll(async () => {
  course = await shippedCourse();
});

/** A tutor that counts the keys that it hears. */
async function open(chance: Chance): Promise<Tutor & { heard: number }> {
  const [columns, rows] = chance.happens(0.5) ? [80, 24] : windowSize(chance);
  const tutor = await mountTutor({
    course,
    columns,
    rows,
    place: somewhere(course, chance),
    events: chance.happens(0.5) ? somethingDue(course) : [],
    ascii: chance.happens(0.2),
    load: loadScreen,
    // time goes by only where the walk says so
    clock: { now: () => WEEK },
  });
  const counted = Object.assign(tutor, { heard: 0 });
  const press = tutor.shell.press.bind(tutor.shell);
  tutor.shell.press = (key) => {
    counted.heard++;
    press(key);
  };
  return counted;
}

async function untilHeard(tutor: { readonly heard: number }, count: number): Promise<void> {
  for (let turns = 0; tutor.heard < count && turns < 50 * (count + 1); turns++) await drawn();
  expect(tutor.heard, 'keys that were heard').toBe(count);
  await drawn();
}

/** Every row of the window is the row of the picture: nothing is stuck, nothing too wide. */
function expectWhole(tutor: Tutor, ascii: boolean): void {
  const { shell } = tutor;
  const lines = tutor.frame().split('\n');
  expect(lines.length).toBe(shell.rows);
  if (shell.menu !== undefined || shell.tooSmall) return;
  const picture = shell
    .picture()
    .map((row) => paintRow(row, { colour: false, ascii }, shell.columns).trimEnd());
  expect(lines).toEqual(picture);
}

async function walk(seed: number): Promise<void> {
  const chance = new Chance(seed);
  let tutor = await open(chance);
  let reader = new KeyReader();
  let keys = 0;
  const seen = new Set<string>();
  for (let count = 0; count < BURSTS; count++) {
    const bytes = burst(chance, tutor.shell.menu !== undefined);
    const cut = chance.happens(0.2) ? chance.between(0, bytes.length) : bytes.length;
    for (const part of [bytes.subarray(0, cut), bytes.subarray(cut)]) {
      tutor.type(part);
      keys += reader.read(part).filter(({ name }) => name !== 'ctrl+z').length;
    }
    keys += reader.flush().length;
    await untilHeard(tutor, keys);
    if (chance.happens(0.3)) tutor.shell.tick(chance.between(0, 400));
    // a menu is what depends most on the size, and is open the least
    const isMenu = tutor.shell.menu !== undefined;
    if (chance.happens(isMenu ? 0.4 : 0.05)) await tutor.resize(...windowSize(chance));
    if (tutor.shell.over || chance.happens(0.005)) {
      tutor.unmount();
      tutor = await open(chance);
      reader = new KeyReader();
      keys = 0;
      continue;
    }
    await drawn();
    seen.add(tutor.shell.menu === undefined ? (tutor.shell.trail.at(-1) ?? '') : 'menu');
    expectWhole(tutor, tutor.shell.context().ascii);
    if (count % 25 === 0) expect(await beyondLastColumn(tutor.frame(), tutor.shell)).toEqual([]);
    if (count % 50 === 0) keys += await expectWayOut(tutor, keys);
  }
  tutor.unmount();
  if (process.env.SOAK) expect([...seen].sort()).toEqual(['menu', ...everyScreen].sort());
  else expect(OFTEN.filter((name) => seen.has(name)).length).toBeGreaterThan(OFTEN.length / 2);
}

/** From anywhere Esc leads back to the map; the number of keys that it took. */
async function expectWayOut(tutor: Tutor & { readonly heard: number }, keys: number): Promise<number> {
  await tutor.resize(80, 24);
  for (let pressed = 1; pressed <= 12; pressed++) {
    tutor.type(Buffer.from('\x1b'));
    await untilHeard(tutor, keys + pressed);
    if (tutor.shell.trail.length === 1 && tutor.shell.menu === undefined) return pressed;
  }
  throw new Error(`Esc leads from ${tutor.shell.trail.join(' > ')} nowhere`);
}

it(`hears every key of ${BURSTS} bursts on all screens at all sizes, and stays whole`, async () => {
  const seed = anySeed();
  try {
    await walk(seed);
  } catch (error) {
    throw new Error(`with SEED=${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
});
