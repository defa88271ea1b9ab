import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/markdown/read.ts';

test('where marked throws, the line is said with which it does', () => {
  expect(readMarkdown('Text.\n\n- a\n  > 401. b\n</quiz>', 10)).toEqual({
    blocks: [],
    faults: [],
    refused: {
      line: 14,
      sentence: "The list or quote that ends here can't be read: put an empty line after it.",
    },
  });
  expect(readMarkdown('- a\n  > 401. b\n\n</quiz>', 1).refused).toBeUndefined();
});
