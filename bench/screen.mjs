// The live simulator screen at 80x24: what it costs while nothing is pressed, and how fast it follows a key.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { tell } from './measure.mjs';

const WATCHED_S = 15;
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

if (!existsSync(cli)) {
  console.log('live screen: there is no dist/cli.js yet (npm run build)');
} else {
  const home = mkdtempSync(join(tmpdir(), 'infra-tutor-bench-home-'));
  const env = { ...process.env, INFRA_TUTOR_HOME: home, LANG: 'C.UTF-8', TERM: 'xterm-256color' };
  delete env.CI;
  const terminal = spawn(process.execPath, [cli, 'start', 'distributed'], { cols: 80, rows: 24, env });
  let bytes = 0;
  let frames = 0;
  let heard = () => {};
  terminal.onData((data) => {
    bytes += Buffer.byteLength(data);
    frames += data.split('\x1b[?2026h').length - 1;
    heard(data);
  });
  await sleep(5000);

  const before = { bytes, frames, cpu: cpuSeconds(terminal.pid), at: performance.now() };
  await sleep(WATCHED_S * 1000);
  const seconds = (performance.now() - before.at) / 1000;
  const share = (cpuSeconds(terminal.pid) - before.cpu) / seconds;
  const rate = (bytes - before.bytes) / seconds / 1024;
  tell('live screen, frames a second', ((frames - before.frames) / seconds).toFixed(1), '>= 9', frames > 0);
  tell('live screen, share of one core', `${(share * 100).toFixed(1)} %`, '<= 12 %', share <= 0.12);
  tell('live screen, to the terminal', `${rate.toFixed(1)} KB/s`, '<= 20 KB/s', rate <= 20);

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
