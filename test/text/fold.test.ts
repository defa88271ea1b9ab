import { expect, test } from 'vitest';
import { toldOn } from '../../src/text/fold.ts';

test('a sentence on stderr is broken at its spaces on a terminal, and whole everywhere else', () => {
  const sentence = 'The disk is full: free some room.\nThe rest is fine.';
  expect(toldOn({ isTTY: true, columns: 18 }, sentence)).toBe(
    'The disk is full:\nfree some room.\nThe rest is fine.\n',
  );
  expect(toldOn({}, sentence)).toBe(`${sentence}\n`);
});
