import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FrameWriter, onlyColour } from '../../src/terminal/frame-writer.ts';
import { FakeTerminal } from './terminal.ts';

function writer(columns = 20, rows = 5, colour = true) {
  const terminal = new FakeTerminal(columns, rows);
  return { terminal, writer: new FrameWriter(terminal, { colour }) };
}

it('sends a first frame whole, and then only the rows that changed, in one synchronized update', () => {
  const { terminal, writer: out } = writer();
  out.write('one\ntwo\nthree');
  expect(terminal.screen).toEqual(['one', 'two', 'three']);
  terminal.sent = '';
  out.write('one\n2\nthree');
  expect(terminal.sent).toBe('\x1b[?2026h\x1b[2;1H2\x1b[K\x1b[?2026l');
  terminal.sent = '';
  out.write('one\n2\nthree');
  expect(terminal.sent).toBe('');
});

it('never erases the last character of a row that is full', () => {
  const { terminal, writer: out } = writer(5, 2);
  out.write('12345\n1');
  expect(terminal.sent).toContain('12345\x1b[2;1H');
});

it('clears the screen after a change of size and paints all of it again', () => {
  const { terminal, writer: out } = writer();
  let heard = 0;
  out.on('resize', () => heard++);
  out.write('one\ntwo');
  terminal.resize(10, 3);
  out.repaint();
  expect([out.columns, out.rows, heard]).toEqual([10, 3, 1]);
  terminal.sent = '';
  out.write('one\ntwo');
  expect(terminal.sent).toContain('\x1b[2J');
  expect(terminal.sent).toContain('one');
});

it("writes nothing while the screen is another's, and all of it afterwards", () => {
  const { terminal, writer: out } = writer();
  out.write('one\ntwo');
  out.hold();
  terminal.sent = '';
  out.write('1\n2');
  expect(terminal.sent).toBe('');
  out.on('resize', () => out.write('1\n2'));
  out.repaint();
  expect(terminal.screen).toEqual(['1', '2']);
  expect(terminal.sent).toContain('\x1b[2J');
});

it('keeps only the newest frame for a line that is slower than the frames', () => {
  const { terminal, writer: out } = writer();
  terminal.slow = true;
  out.write('first');
  terminal.sent = '';
  out.write('second');
  out.write('third');
  expect(terminal.sent).toBe('');
  terminal.take();
  expect(terminal.sent).not.toContain('second');
  expect(terminal.screen).toEqual(['third']);
});

it('lets colours through, if there are any, and no other sequence', () => {
  const evil = 'a\x1b]52;c;aGk=\x07b\x1b[3Jc\x1b[31md\x1bPq\x1b\\e\x9b2Jf\rg';
  expect(onlyColour(evil, true)).toBe('abc\x1b[31mde2Jfg');
  expect(onlyColour(evil, false)).toBe('abcde2Jfg');
});

it('never shows more than the window, whatever the frames and sizes', () => {
  const frames = fc.array(
    fc.record({
      lines: fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 12 }),
      size: fc.option(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 8 }))),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(frames, (steps) => {
      const { terminal, writer: out } = writer(10, 4);
      for (const { lines, size } of steps) {
        if (size) {
          terminal.resize(...size);
          out.repaint();
        }
        terminal.sent = '';
        out.write(lines.join('\n'));
        const rows = [...terminal.sent.matchAll(/\x1b\[(\d+);1H/g)].map(([, row]) => Number(row));
        expect(Math.max(0, ...rows)).toBeLessThanOrEqual(terminal.rows);
      }
    }),
  );
});
