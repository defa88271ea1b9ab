import { Text, useInput } from 'ink';
import { expect, it } from 'vitest';
import { KeyReader } from '../../src/terminal/key-reader.ts';
import { pressOf } from '../../src/ui/keys.ts';
import { mount } from './mount.ts';

const SENT = [
  ...['\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D', '\x1b[H', '\x1b[F', '\x1b[5~', '\x1b[6~'],
  ...['\r', '\t', '\x7f', ' ', '\x1b'],
  // Ctrl and a letter, but for those that are keys of their own, and Ctrl-Z, which stops the program
  ...[...'abcdefgklnopqrstuvwxy'].map((letter) => String.fromCharCode(letter.charCodeAt(0) & 0x1f)),
  ...Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index)),
  ...['é', 'ß', '漢', '😀', '\u0301', '\u200d', 'Å'],
];

it('hears every key from Ink under the name that the reader gave it', async () => {
  const heard: unknown[] = [];
  function Ear() {
    useInput((input, key) => void heard.push(pressOf(input, key)));
    return <Text>ear</Text>;
  }
  const mounted = await mount(() => <Ear />, 20, 5);
  const meant = SENT.flatMap((sent) => {
    const reader = new KeyReader();
    return [...reader.read(Buffer.from(sent)), ...reader.flush()];
  });
  await mounted.press(...SENT);
  mounted.unmount();
  expect(meant).toHaveLength(SENT.length);
  expect(heard).toEqual(meant);
});
