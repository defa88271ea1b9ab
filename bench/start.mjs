// How long the program takes to say something, against Node itself and against a bundled Ink hello world.
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { bundle } from './bundle.mjs';
import { inTurn, tell } from './measure.mjs';

/** Milliseconds from the start of a program in a terminal of 80x24 until it has written `mark`. */
function untilWritten(file, mark) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const home = mkdtempSync(join(tmpdir(), 'infra-tutor-bench-home-'));
    // the first start of all opens a run, and the others the map
    writeFileSync(join(home, 'journal-elsewhere.jsonl'), '');
    const env = { ...process.env, INFRA_TUTOR_HOME: home, NODE_ENV: 'production', TERM: 'xterm-256color' };
    const terminal = spawn(process.execPath, [file], { cols: 80, rows: 24, env });
    let written = '';
    terminal.onData((data) => {
      written += data;
      if (!written.includes(mark)) return;
      resolve(performance.now() - began);
      terminal.kill();
    });
    terminal.onExit(() => reject(new Error(`${file} ended before it wrote "${mark}"`)));
  });
}

/** Median of each, taken in turn. */
async function firstFrames(times, one, other) {
  const took = [[], []];
  for (let i = 0; i < times; i++) {
    took[0].push(await untilWritten(...one));
    took[1].push(await untilWritten(...other));
  }
  return took.map((values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]);
}

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
if (!existsSync(cli)) {
  console.log('start-up: there is no dist/cli.js yet (npm run build)');
} else {
  for (const flag of ['--version', '--help']) {
    const [node, ours] = inTurn(15, ['-e', '0'], [cli, flag]);
    tell(`${flag} against \`node -e 0\``, `${(ours / node).toFixed(2)}x`, '<= 1.5x', ours / node <= 1.5);
  }
  const hello = await bundle(fileURLToPath(new URL('./hello.tsx', import.meta.url)), { minify: true });
  const [least, ours] = await firstFrames(11, [hello, 'hello, frame'], [cli, 'quit']);
  tell(
    'first frame against a bundled Ink hello world',
    `${(ours / least).toFixed(2)}x`,
    '<= 1.2x',
    ours / least <= 1.2,
  );
}
