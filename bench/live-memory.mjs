// The memory of the live screen in ten minutes (three without SOAK=1) at 10x with motion, under twice the load that the
// site was built for and a flood: it must not grow from the second minute on.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { tell } from './measure.mjs';
import { startInTerminal } from './terminal.mjs';

const MINUTES = process.env.SOAK === undefined ? 3 : 10;
const WARM_S = 4;
const [COLUMNS, ROWS] = [120, 40];
/** Simulated minutes keep 40 bytes a second for the report (bench/memory.mjs), and the log fills up to 1,000 lines. */
const ALLOWED_MB = 3;

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const watch = fileURLToPath(new URL('./heap-each-minute.mjs', import.meta.url));

/** What is seen of the run in the end: its clock, the rows above the last line. */
async function watchedRun() {
  const file = join(mkdtempSync(join(tmpdir(), 'infra-tutor-bench-heap-')), 'heap.txt');
  const args = ['--expose-gc', '--import', watch, cli, 'start', 'scaled-up'];
  const terminal = startInTerminal(args, [COLUMNS, ROWS], { HEAP_FILE: file });
  let clock = '';
  terminal.onData((data) => {
    clock = data.match(/\d\d:\d\d\.\d {2}10x/g)?.at(-1) ?? clock;
  });
  const write = async (keys) => {
    terminal.write(keys);
    await sleep(500);
  };
  await sleep(WARM_S * 1000);
  for (const line of [':spike traffic 2', ':attack flood lb-host-1']) {
    await write(line);
    await write('\r');
  }
  for (let faster = 0; faster < 3; faster++) await write('>');
  await sleep((MINUTES * 60 + 1) * 1000 - WARM_S * 1000);
  terminal.kill();
  const heaps = readFileSync(file, 'utf8').trim().split('\n').map(Number);
  return { heaps, clock };
}

if (!existsSync(cli)) {
  console.log('live memory: there is no dist/cli.js yet (npm run build)');
} else {
  const { heaps, clock } = await watchedRun();
  const [, second = Number.NaN] = heaps;
  const growth = heaps.at(-1) - second;
  console.log(`heap in MB after each minute: ${heaps.join(', ')}; the run stands at ${clock}`);
  const what = `live screen ${COLUMNS}x${ROWS}, heap from minute 2 to ${heaps.length}`;
  tell(what, `${growth.toFixed(1)} MB`, `<= ${ALLOWED_MB} MB`, growth <= ALLOWED_MB);
}
