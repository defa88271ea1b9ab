import { expect, it, vi } from 'vitest';
import { KeyReader } from '../../src/terminal/key-reader.ts';
import type { Row } from '../../src/text/row.ts';
import { rowText } from '../../src/text/row-layout.ts';
import { loadScreen } from '../../src/ui/screens/index.ts';
import type { Shell } from '../../src/ui/shell.ts';
import { openTestTutor } from '../ui/tutor.tsx';
import { burst } from './bursts.ts';
import { anySeed, Chance } from './chance.ts';
import { shippedCourse, somewhere } from './shipped.ts';

const WALKS = process.env.SOAK ? 400 : 24;
const BURSTS = 40;
if (process.env.SOAK) vi.setConfig({ testTimeout: 3_600_000 });

/** One walk through the screens, a burst of keys and some time after the other. */
function* walk(shell: Shell, chance: Chance): Generator<readonly Row[]> {
  const reader = new KeyReader();
  for (let count = 0; count < BURSTS; count++) {
    for (const press of [...reader.read(burst(chance)), ...reader.flush()]) {
      if (press.name !== 'q' && press.name !== 'ctrl+c') shell.press(press);
    }
    if (shell.menu !== undefined) shell.choose(chance.between(0, shell.menu.choices.length - 1));
    shell.tick(chance.between(0, 600));
    yield shell.picture();
  }
}

// letters, digits and marks; lines, bars and what stands for them in ASCII are drawings of what is said beside them
const SAYING = /[\p{L}\p{N}✓✗◐·▸▶•…]/gu;

/** The words of a row; those that go on with the row before it, as a long choice does, stand behind its words. */
function inContext(picture: readonly Row[], index: number): string {
  const text = rowText(picture[index] ?? []);
  const before = picture[index - 1];
  return before !== undefined && /^ {4,}\S/.test(text)
    ? `${rowText(before).trim()} ${text.trim()}`
    : text.trim();
}

/** What a row says, each sign with its tone: `w strong`. */
function colours(row: Row): string {
  return row
    .flatMap(({ text, tone }) => (text.match(SAYING) ?? []).map((sign) => `${sign} ${tone}`))
    .join(', ');
}

it('colours say nothing that words do not: the same words have the same colours, wherever they stand', async () => {
  const course = await shippedCourse();
  const seed = anySeed();
  const chance = new Chance(seed);
  /** by screen and text of a row: its colours */
  const known = new Map<string, string>();
  for (let count = 0; count < WALKS; count++) {
    const { shell } = openTestTutor({
      course,
      load: loadScreen,
      place: somewhere(course, chance),
      columns: 80,
      rows: chance.one([24, 40]),
      ascii: chance.happens(0.3),
    });
    for (const picture of walk(shell, chance)) {
      const screen = shell.trail.at(-1);
      // it marks what was found in a text, wherever that stands
      if (screen === 'search') continue;
      for (const [index, row] of picture.entries()) {
        const text = `${screen}: ${inContext(picture, index)}`;
        const found = colours(row);
        expect(found, `"${text}", with SEED=${seed}`).toBe(known.get(text) ?? found);
        known.set(text, found);
      }
    }
  }
  expect(known.size).toBeGreaterThan(500);
});
