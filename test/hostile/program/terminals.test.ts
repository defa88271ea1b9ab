import { expect, test } from 'vitest';
import { keys, Terminal } from '../../e2e/terminal.ts';

/** All that the program may send to a terminal: modes with a question mark, which those that lack them ignore, */
const MODES = /\x1b\[\?(?:1049|25|7|2004|2026)[hl]/g;
/** and what the VT100 had. */
const VT100 = /\x1b\[(?:2J|K|H|\d{1,3};\d{1,3}H|[\d;]{0,5}m)/g;

const kinds = [
  { TERM: 'linux', LANG: 'C.UTF-8', fullScreen: true, ascii: true, colour: true },
  { TERM: 'xterm', LANG: 'C.UTF-8', fullScreen: true, ascii: false, colour: true },
  { TERM: 'xterm-256color', LANG: 'C', fullScreen: true, ascii: true, colour: true },
  { TERM: 'screen', LANG: 'C.UTF-8', fullScreen: true, ascii: false, colour: true },
  { TERM: 'tmux-256color', LANG: 'ja_JP.UTF-8', fullScreen: true, ascii: false, colour: true },
  { TERM: 'vt100', LANG: 'C.UTF-8', fullScreen: true, ascii: true, colour: false },
  { TERM: 'dumb', LANG: 'C.UTF-8', fullScreen: false, ascii: true, colour: false },
] as const;

const sizes = [
  [80, 24],
  [60, 20],
  [40, 12],
  [120, 40],
] as const;

test.concurrent.for(kinds.map((kind, index) => ({ ...kind, size: sizes[index % sizes.length] ?? sizes[0] })))(
  'TERM=$TERM with LANG=$LANG gets what it can show',
  async ({ TERM, LANG, fullScreen, ascii, colour, size: [columns, rows] }, { onTestFinished }) => {
    const tutor = new Terminal({ env: { TERM, LANG }, columns, rows });
    onTestFinished(() => tutor.close());
    await tutor.see('q quit');
    if (fullScreen) {
      tutor.press(keys.enter);
      await tutor.see('page 1 of');
      tutor.press('q');
    } else {
      tutor.press(keys.ctrlD);
    }
    await tutor.ended();
    const text = tutor.sent.replace(MODES, '').replace(VT100, '');
    expect(tutor.sent.includes('\x1b[?1049h')).toBe(fullScreen);
    expect(text).not.toMatch(/[\0-\x06\x0b\x0c\x0e-\x1f\x7f-\x9f]/);
    if (ascii) expect(text).toMatch(/^[\r\n -~]*$/);
    expect(/\x1b\[3\dm/.test(tutor.sent)).toBe(colour);
    expect(tutor.changedModes()).toEqual([]);
  },
);
