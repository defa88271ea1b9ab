// The pictures of the README, recorded from the program itself: `npm run screenshots` draws them anew into docs/screens.
// Every scene waits for what it shows, and ends where time stands still, so that the same program gives the same picture.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as pty from '@lydell/node-pty';
import unicode11 from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';
import { pictureOf, svgOf } from './terminal-picture.mjs';

const PATIENCE = 30_000;
const SIZE = { cols: 80, rows: 24 };
const KEYS = { Enter: '\r', Esc: '\x1b', Right: '\x1b[C', Down: '\x1b[B' };

/** What is pressed, what must be seen before it goes on, and where a picture is taken. */
export const SCENES = [
  {
    file: 'simulator.svg',
    title: 'The simulator: web-2 is dead, and lb-1 still believes in it',
    args: ['start', 'believed-or-true'],
    steps: [
      { see: 'Two different things', press: 'Right' },
      { see: 'How it asks', press: 'Right' },
      { see: 'Why 4 to 6 seconds', press: 'Right' },
      { see: 'Ask HAProxy', press: 'Right' },
      { see: 'Faster?', press: 'Right' },
      { see: 'And without checks?', press: 'Enter' },
      { see: 'Try it', moves: true, press: '>>>' },
      { see: 'the prepared run ends here' },
    ],
  },
  {
    file: 'tour.svg',
    title: 'The course map, and two pages of a lesson',
    args: [],
    steps: [
      { see: 'Simple web stack', shot: true, press: 'Enter' },
      { see: 'Somebody wants a page', shot: true, press: 'Right' },
      { see: 'First she needs an address', shot: true, press: 'Esc' },
      { see: 'Simple web stack' },
    ],
  },
];

/** Plays a scene on the program `cli` and gives back its SVG. */
export async function record(scene, cli) {
  const home = mkdtempSync(join(tmpdir(), 'infra-tutor-screens-'));
  // who has started it before comes to the map
  writeFileSync(join(home, 'journal-elsewhere.jsonl'), '');
  const screen = new xterm.Terminal({ ...SIZE, allowProposedApi: true });
  screen.loadAddon(new unicode11.Unicode11Addon());
  screen.unicode.activeVersion = '11';
  const program = pty.spawn(process.execPath, [cli, ...scene.args], {
    ...SIZE,
    name: 'xterm-256color',
    cwd: home,
    env: environment(home),
  });
  program.onData((data) => screen.write(data));
  const pictures = [];
  try {
    for (const { see, moves, shot, press } of scene.steps) {
      if (see !== undefined) await seen(screen, see, moves === true);
      if (shot === true) pictures.push(pictureOf(screen));
      if (press !== undefined) program.write(KEYS[press] ?? press);
    }
    if (pictures.length === 0) pictures.push(pictureOf(screen));
    return svgOf(scene.title, pictures);
  } finally {
    const ended = new Promise((resolve) => program.onExit(resolve));
    program.kill();
    await ended;
    rmSync(home, { recursive: true, force: true });
  }
}

function environment(home) {
  const { PATH = '' } = process.env;
  return { PATH, INFRA_TUTOR_HOME: home, LANG: 'C.UTF-8', TERM: 'xterm-256color', NODE_ENV: 'production' };
}

/** Waits until these words are on the screen, and the frame with them is whole: it changes no more, unless it moves. */
async function seen(screen, words, moves) {
  const end = Date.now() + PATIENCE;
  let before = '';
  for (;;) {
    const { active } = screen.buffer;
    const rows = Array.from({ length: screen.rows }, (_, row) => active.getLine(row)?.translateToString());
    const now = rows.join('\n');
    if (now.includes(words) && (moves || now === before)) return;
    if (Date.now() > end) throw new Error(`waited to see "${words}"; the screen:\n${now}`);
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  for (const scene of SCENES) {
    writeFileSync(
      join(root, 'docs', 'screens', scene.file),
      await record(scene, join(root, 'dist', 'cli.js')),
    );
    console.log(`docs/screens/${scene.file}`);
  }
}
