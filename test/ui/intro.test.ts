import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowText } from '../../src/text/row-layout.ts';
import type { Context, Scene, SceneEffect } from '../../src/ui/screen.ts';
import { introScreen } from '../../src/ui/screens/intro/intro.ts';
import { TestBench } from './simulator/bench.ts';

/** The first thirty seconds as the shell holds them. */
class Intro {
  readonly context: Context;
  scene: Scene;
  effects: readonly SceneEffect[] = [];

  constructor(size: { columns: number; rows: number } = { columns: 80, rows: 24 }) {
    this.context = new TestBench('distributed', size).context;
    const turn = introScreen({ screen: 'intro' }, this.context);
    if (turn === undefined) throw new Error('it did not open');
    this.scene = turn.scene;
  }

  wait(seconds: number): this {
    for (let left = seconds * 1000; left > 0; left -= 100) {
      this.scene = this.scene.tick(Math.min(100, left), this.context)?.scene ?? this.scene;
    }
    return this;
  }

  enter(): this {
    const turn = this.scene.press({ name: 'enter', text: '' }, this.context);
    this.scene = turn?.scene ?? this.scene;
    this.effects = turn?.effects ?? [];
    return this;
  }

  get rows(): readonly string[] {
    return this.scene.view(this.context).body.map((row) => rowText(row).trimEnd());
  }

  get text(): string {
    return this.rows.join('\n').replace(/\n +/g, ' ');
  }
}

describe('the first thirty seconds', () => {
  it('open on a living site, and kill the very server that answers Ana', () => {
    const intro = new Intro().wait(3);
    expect(intro.text).toMatch(/Ana is reading: \d+ pages so far/);
    const [, server = ''] = /Press Enter to kill (web-\d)/.exec(intro.text) ?? [];
    intro.enter().wait(0.1);
    expect(intro.text).toContain(`${server} is dead`);
    expect(intro.rows.find((row) => row.includes(`${server}  ✗`))).toContain('killed');
  });

  it('say that the balancer knows as soon as it does', () => {
    const intro = new Intro().wait(3).enter();
    for (let tenth = 0; tenth < 200 && !/lb-1 knows/.test(intro.text); tenth++) {
      const believedDown = intro.rows.some((row) => /│ +web-\d {2}down/.test(row));
      expect(believedDown).toBe(false);
      intro.wait(0.1);
    }
    expect(intro.text).toMatch(/Now lb-1 knows that web-\d is dead/);
  });

  it('never say that she does not know once she has seen an error', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (tenths) => {
        const intro = new Intro().wait(tenths / 10).enter();
        let seen = false;
        for (let tenth = 0; tenth < 200 && !intro.text.includes('reading again'); tenth++) {
          const { text } = intro.wait(0.1);
          seen ||= text.includes('Ana sees an error');
          if (seen) expect(text).not.toContain("doesn't know yet");
        }
        expect(seen).toBe(true);
      }),
      { numRuns: 8, seed: 1 },
    );
  });

  it('show how she waits, fails and reads again, and say in two sentences why, whenever Enter is pressed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (tenths) => {
        const intro = new Intro().wait(tenths / 10).enter();
        const moods = new Set<string>();
        for (let second = 0; second < 30 && !intro.text.includes('reading again'); second++) {
          for (let part = 0; part < 2; part++) {
            if (/waits: [\d.]+ s so far/.test(intro.text)) moods.add('waits');
            if (/sees an error: 50[23]/.test(intro.text)) moods.add('fails');
            intro.wait(0.5);
          }
        }
        expect(intro.text).toContain('Ana is reading again.');
        const said =
          /believed in it for another ([\d.]+) s: (one|\d+) of Ana's clicks failed, (?:the first )?with 50[23]/;
        const [, believed, clicks] = said.exec(intro.text) ?? [];
        // three checks, one every 2 s
        expect(Number(believed)).toBeGreaterThanOrEqual(4);
        expect(Number(believed)).toBeLessThanOrEqual(6.1);
        expect(clicks).toMatch(/^(one|2|3)$/);
        expect(intro.text).toMatch(/3 failed checks told lb-1 the truth, and web-\d has answered her since/);
        expect([...moods].sort()).toEqual(['fails', 'waits']);
        intro.enter();
        expect(intro.effects).toEqual([{ do: 'back' }]);
      }),
      { numRuns: 12, seed: 1 },
    );
  });

  it.each([
    { columns: 80, rows: 24 },
    { columns: 60, rows: 20 },
    { columns: 40, rows: 12 },
    { columns: 120, rows: 40 },
  ])('fit into $columns x $rows', async (size) => {
    const intro = new Intro(size).wait(1).enter().wait(14);
    expect(intro.rows.length).toBeLessThanOrEqual(size.rows - 4);
    if (size.rows > 12) expect(intro.text).toContain('Press Enter for the course');
    await expect(intro.rows.join('\n')).toMatchFileSnapshot(`golden/intro-${size.columns}x${size.rows}.txt`);
  });
});
