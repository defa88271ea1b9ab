import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { openTalk } from '../../src/plain/talk.ts';

function talkOver(input: NodeJS.ReadableStream & { isTTY?: boolean }, ascii = false) {
  let said = '';
  const output = {
    write: (text: string) => {
      said += text;
    },
  };
  return { talk: openTalk({ input, output, ascii }), said: () => said };
}

test('lines that came early wait until they are asked for; then comes the end, for ever', async () => {
  const { talk } = talkOver(Readable.from(['one\ntw', 'o\r\n  three  ']));
  expect([await talk.ask('?'), await talk.ask('?'), await talk.ask('?')]).toEqual(['one', 'two', 'three']);
  expect([await talk.ask('?'), await talk.ask('?')]).toEqual([undefined, undefined]);
});

test('a line that comes late is waited for', async () => {
  const input = new PassThrough();
  const { talk } = talkOver(input);
  const answer = talk.ask('?');
  input.write('late\n');
  expect(await answer).toBe('late');
  talk.end();
  expect(await talk.ask('?')).toBeUndefined();
});

test('answers from a pipe are written into the log, answers at a terminal are not: it echoes them', async () => {
  const piped = talkOver(Readable.from(['yes\n']));
  await piped.talk.ask('Sure?');
  expect(piped.said()).toBe('Sure? yes\n');
  const typed = talkOver(Object.assign(Readable.from(['yes\n']), { isTTY: true }));
  await typed.talk.ask('Sure?');
  expect(typed.said()).toBe('Sure? ');
});

test('nothing that is said can do anything to a terminal', () => {
  const { talk, said } = talkOver(Readable.from([]));
  talk.say('a\x1b]52;c;aGk=\x07b\x9b31m\u202e', 'c');
  expect(said()).toBe('a]52;c;aGk=b31m\nc\n');
  const ascii = talkOver(Readable.from([]), true);
  ascii.talk.say('4 – 6 s → “up” 漢');
  expect(ascii.said()).toBe('4 - 6 s > "up" ?\n');
});
