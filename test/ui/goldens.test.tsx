import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { scenes, shown } from './scenes.ts';

const sizes = [
  [80, 24],
  [60, 20],
  [120, 40],
] as const;

describe('every screen, at every size', () => {
  for (const [name, scene] of Object.entries(scenes)) {
    for (const [columns, rows] of sizes) {
      it(`${name} at ${columns}x${rows}`, async () => {
        const frame = await shown(scene, { columns, rows });
        const lines = frame.split('\n');
        expect(lines).toHaveLength(rows);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        expect(frame).not.toContain('\x1b');
        await expect(`${frame}\n`).toMatchFileSnapshot(`golden/${name}-${columns}x${rows}.txt`);
      });
    }
    it(`${name} in ASCII`, async () => {
      const frame = await shown(scene, { columns: 80, rows: 24, ascii: true });
      expect(frame).toMatch(/^[\n -~]*$/);
      await expect(`${frame}\n`).toMatchFileSnapshot(`golden/${name}-ascii.txt`);
    });
  }
});

it('paints with the 16 colours, foreground only', async () => {
  for (const scene of Object.values(scenes)) {
    const frame = await shown(scene, { columns: 80, rows: 24, colour: true });
    const codes = [...frame.matchAll(/\x1b\[([\d;]*)m/g)].map(([, code]) => code);
    expect(new Set(codes).size).toBeGreaterThan(2);
    for (const code of codes) expect(code).toMatch(/^(?:0|1|2|22|39|49|3[1-6])$/);
    expect(frame.replace(/\x1b\[[\d;]*m/g, '')).not.toContain('\x1b');
  }
});
