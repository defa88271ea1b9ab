import { expect, test } from 'vitest';
import { keys } from '../../e2e/terminal.ts';
import { burst, windowSize } from '../bursts.ts';
import { anySeed, Chance } from '../chance.ts';
import { places, start } from './tutor.ts';

const BURSTS = process.env.SOAK ? 2_000 : 40;

test.concurrent.for(places)(
  'any keys and sizes at "$sign" leave a program that can be left',
  async ({ args, sign }, context) => {
    const seed = anySeed();
    const chance = new Chance(seed);
    const tutor = start(context, { args });
    await tutor.see(sign);
    for (let count = 0; count < BURSTS; count++) {
      // `q` is pressed at the end
      tutor.press(burst(chance).toString('utf8').replaceAll('q', 'j'));
      if (chance.happens(0.1)) tutor.resize(...windowSize(chance));
      await new Promise((resolve) => setImmediate(resolve));
    }
    tutor.resize(80, 24);
    // a person presses again what wasn't heard, as `q` after a last Esc, which is Alt-Q; where letters are typed, `q` is
    // one, and it takes an Esc for what was typed and one for each level before that is left
    for (let presses = 0; !/^over$/m.test(tutor.screen()); presses++) {
      expect(presses, `a way out, with SEED=${seed}, of\n${tutor.screen()}`).toBeLessThan(20);
      tutor.press(presses % 4 === 3 ? 'q' : keys.escape);
      await tutor.see(/^over$/m, 300).catch(() => {});
    }
    expect(tutor.screen(), `SEED=${seed}`).toContain('status 0');
    expect(tutor.changedModes(), `SEED=${seed}`).toEqual([]);
  },
);
