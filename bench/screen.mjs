// The live simulator screen: what it costs while nothing is pressed, and how fast it follows a key.
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { tell } from './measure.mjs';
import { startInTerminal } from './terminal.mjs';

const WATCHED_S = 10;
const WARM_S = 4;
const KEYS = 60;
const DOWN = '\x1b[B';
const UP = '\x1b[A';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** Seconds of CPU that a process has used; undefined where there is no /proc. */
function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

/** What a program costs once it runs: share of a core, KB/s, frames a second, and rows written in each. */
async function watched(args, size) {
  const terminal = startInTerminal(args, size);
  const seen = { bytes: 0, frames: 0, rows: 0 };
  terminal.onData((data) => {
    seen.bytes += Buffer.byteLength(data);
    seen.frames += data.split('\x1b[?2026h').length - 1;
    seen.rows += data.split(/\x1b\[\d+;1H/).length - 1;
  });
  await sleep(WARM_S * 1000);
  const before = { ...seen, cpu: cpuSeconds(terminal.pid), at: performance.now() };
  await sleep(WATCHED_S * 1000);
  const seconds = (performance.now() - before.at) / 1000;
  const share = (cpuSeconds(terminal.pid) - before.cpu) / seconds;
  terminal.kill();
  return {
    share,
    kilobytes: (seen.bytes - before.bytes) / seconds / 1024,
    frames: (seen.frames - before.frames) / seconds,
    rows: (seen.rows - before.rows) / Math.max(1, seen.frames - before.frames),
  };
}

/** The live screen at one size against a program on Ink in which as many rows change. */
async function compared(topology, size, baseline) {
  for (const [motion, most] of [
    ['still', 1.2],
    ['with motion', 1.5],
  ]) {
    const options = motion === 'still' ? ['--no-motion'] : [];
    const own = await watched([cli, 'start', topology, ...options], size);
    const ink = await watched([baseline, String(Math.round(own.rows))], size);
    const about = `live screen ${size.join('x')} ${motion}`;
    const ratio = own.share / ink.share;
    tell(`${about}, frames a second`, own.frames.toFixed(1), '>= 9', own.frames >= 9);
    tell(`${about}, rows changed in a frame`, own.rows.toFixed(1), undefined, true);
    tell(`${about}, CPU against as many rows on Ink`, `${ratio.toFixed(2)}x`, `<= ${most}x`, ratio <= most);
    tell(`${about}, to the terminal`, `${own.kilobytes.toFixed(1)} KB/s`, '<= 30 KB/s', own.kilobytes <= 30);
  }
}

if (!existsSync(cli)) {
  console.log('live screen: there is no dist/cli.js yet (npm run build)');
} else {
  const baseline = await bundle(fileURLToPath(new URL('./changing-rows.tsx', import.meta.url)));
  await compared('distributed', [80, 24], baseline);
  await compared('scaled-up', [120, 40], baseline);

  const terminal = startInTerminal([cli, 'start', 'distributed'], [80, 24]);
  let heard = () => {};
  terminal.onData((data) => heard(data));
  await sleep(WARM_S * 1000);
  const took = [];
  for (let i = 0; i < KEYS; i++) {
    await sleep(130 + ((i * 37) % 90));
    const began = performance.now();
    const there = i % 2 === 0 ? /▸[^a-z]*(?:\x1b\[\d+m)*app-2/ : /▸[^a-z]*(?:\x1b\[\d+m)*web-2/;
    const moved = new Promise((resolve) => {
      heard = (data) => there.test(data) && resolve();
    });
    terminal.write(i % 2 === 0 ? DOWN : UP);
    await moved;
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  const slow = took[Math.floor(took.length * 0.95)];
  tell('a key to its frame while it runs, 95th percentile', `${slow.toFixed(0)} ms`, '<= 50 ms', slow <= 50);
  terminal.kill();
}
