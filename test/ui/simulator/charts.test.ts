import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { glyphsOf } from '../../../src/terminal/glyphs.ts';
import { rowText, rowWidth } from '../../../src/text/row-layout.ts';
import { chartRows, chartSeconds, oneRow, servedPercent } from '../../../src/ui/screens/simulator/charts.ts';
import { play } from '../../simulator/play.ts';

const topology = (file: string) => readFileSync(new URL(`../../../lessons/${file}`, import.meta.url), 'utf8');
const distributed = topology('1-distributed/distributed.yaml');
const scaledUp = topology('3-scaled-up/scaled-up.yaml');
const context = { columns: 80, ascii: false, glyphs: glyphsOf(false) } as Parameters<typeof chartRows>[2];
const all = { tall: 1, latency: true, axis: true };

const ran = (text: string, seconds: number, faults: readonly string[]) =>
  play(text, { for: seconds, faults }).simulation.view();
const texts = (view: ReturnType<typeof ran>) => chartRows(view, all, context).map(rowText);

describe('the charts', () => {
  it('have a column a second, and what users saw in it', () => {
    const view = ran(distributed, 30, ['10s kill web-2']);
    const [answered = '', failed = ''] = texts(view);
    const first = 10 + chartSeconds(context) - 30;
    for (const { t, ok, failed: wrong } of view.timeline) {
      expect([t, answered[first + t] !== ' ']).toEqual([t, ok > 0]);
      expect([t, failed[first + t] !== ' ']).toEqual([t, wrong > 0]);
    }
  });

  it('say what the failed got, and from whom', () => {
    expect(texts(ran(distributed, 15, ['8s kill app-2']))[1]).toContain('502 from web-2');
    expect(texts(ran(distributed, 14, ['8s kill web-2']))[1]).toContain('503 from lb-1');
    expect(texts(ran(distributed, 14, ['8s kill lb-1']))[1]).toContain('refused by lb-1');
  });

  it('tell a blackout as it is: nobody is served, and how long the oldest has waited', () => {
    const view = ran(distributed, 14, ['8s power-off lb-host']);
    const [answered, , waiting] = texts(view);
    expect(answered).toMatch(/ 0\/s {2}0 % served last 5 s/);
    expect(waiting).toMatch(/the oldest for [56]\.\d s/);
    expect(waiting).not.toContain('p95');
  });

  it('never round what users miss up to all', () => {
    expect(servedPercent(ran(distributed, 10, []).timeline)).toBe(100);
    // one dies, and a few fail; as many who came before are answered in these seconds
    for (const rate of [100, 190]) {
      for (let seconds = 4; seconds < 8; seconds++) {
        const { timeline } = ran(scaledUp.replace(/rate: \d+/, `rate: ${rate}`), seconds, ['3s kill web-2']);
        const failed = timeline.slice(-5).reduce((sum, second) => sum + second.failed, 0);
        if (failed > 0) expect(servedPercent(timeline)).toBeLessThan(100);
      }
    }
    const half = servedPercent(ran(distributed, 20, ['5s pause web-2']).timeline) ?? 100;
    expect(half).toBeLessThan(70);
    expect(half).toBeGreaterThan(30);
  });

  it('keep the dark seconds of a moving address on the chart', () => {
    const view = ran(scaledUp, 30, ['10s power-off lb-host-1']);
    const [answered = ''] = texts(view);
    expect(answered.slice(10, 10 + chartSeconds(context)).trimEnd()).toMatch(/[▁-▇] +[▁-▇]/);
  });

  it.each([40, 60, 80, 120])(
    'are figures in one row of %i columns, each whole and apart from the next',
    (columns) => {
      const view = ran(scaledUp, 20, ['5s errors app-2 90%', '14s pause app-1', '16s kill web-1']);
      const row = oneRow(view, { ...context, columns });
      expect(rowWidth(row)).toBeLessThanOrEqual(columns);
      const text = rowText(row);
      const whole =
        /^[▁-█ ]*\d+ % served last 5 s|\d+ from .+|refused by .+|the oldest for .+ s|(answered|failed) \d+\/s|waiting \d+$/;
      for (const part of text.trim().split(' │ ')) expect(part).toMatch(whole);
      expect(text).not.toContain('…');
      expect(text.includes('waiting')).toBe(columns === 120);
    },
  );

  it('mark what was done and what was noticed', () => {
    const view = ran(distributed, 30, ['10s kill web-2']);
    const axis = texts(view).at(-1) ?? '';
    const first = 10 + chartSeconds(context) - 30;
    expect(axis[first + 10]).toBe('▲');
    const noticed = view.events.find(({ what }) => what === 'marks-down');
    expect(axis[first + Math.floor(noticed?.t ?? 0)]).toBe('◆');
  });
});
