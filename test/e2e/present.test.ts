import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emptyFolder, startedBefore } from './program.ts';
import { Terminal } from './terminal.ts';

test('notes in a second terminal follow what is presented in the first, until it ends', async () => {
  const home = emptyFolder();
  startedBefore(home);
  const before = readdirSync(home);
  const notes = new Terminal({ home, args: ['present', '--notes', '--minutes', '50'] });
  await notes.see('Nothing is being presented yet');
  const room = new Terminal({ home, args: ['present', 'three-hosts'] });
  await room.see('1 of 5');
  await notes.see(/1 of 5 +The picture[\s\S]*Next: What is added/);
  room.press(' ');
  await notes.see('step 2 of 4');
  room.press('b');
  await notes.see('the room sees an empty screen');
  room.press('b', 'q');
  expect(await room.ended()).toBe(0);
  await notes.see('The presentation has ended');
  // one that is killed takes nothing back
  const killed = new Terminal({ home, args: ['present', 'round-robin'] });
  await killed.see('1 of 18');
  killed.press('n');
  await killed.see('a answer');
  await notes.see('answer hidden');
  killed.close();
  await notes.see('The presentation has ended');
  notes.press('q');
  expect(await notes.ended()).toBe(0);
  expect(readdirSync(home).filter((name) => name !== 'presenting.json')).toEqual(before);
});
