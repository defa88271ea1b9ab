import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { FrameWriter } from '../../src/terminal/frame-writer.ts';
import { paintRow } from '../../src/terminal/paint.ts';
import { loadScreen } from '../../src/ui/screens/index.ts';
import { keyPress, openTestTutor } from '../ui/tutor.tsx';

/** A serial line: ten bits a byte, and a driver that takes as much at once as the kernel keeps for it. */
class SlowLine extends EventEmitter {
  readonly columns = 80;
  readonly rows = 24;
  readonly #bytesPerMs: number;
  #writes: { left: number; taken: (() => void) | undefined }[] = [];
  sent = '';
  most = 0;

  constructor(baud: number) {
    super();
    this.#bytesPerMs = baud / 10 / 1000;
  }

  get writableLength(): number {
    return this.#writes.reduce((sum, { left }) => sum + left, 0);
  }

  write(text: string, taken?: () => void): boolean {
    this.sent += text;
    this.#writes.push({ left: Buffer.byteLength(text), taken });
    this.most = Math.max(this.most, this.writableLength);
    return true;
  }

  /** Time goes by. */
  pass(ms: number): void {
    let room = ms * this.#bytesPerMs;
    for (let [first] = this.#writes; first !== undefined && room > 0; [first] = this.#writes) {
      const now = Math.min(first.left, room);
      first.left -= now;
      room -= now;
      if (first.left > 0) return;
      this.#writes.shift();
      first.taken?.();
    }
  }
}

const FRAME_MS = 100;

it('drops frames on a line of 9,600 baud, and shows what a key did as soon as the line has shown one frame', async () => {
  for (const name of ['simulator', 'help'] as const) await loadScreen(name);
  const line = new SlowLine(9600);
  const writer = new FrameWriter(line, { colour: true });
  const { shell } = openTestTutor({ load: loadScreen, place: { screen: 'simulator', topology: 'pair' } });
  const draw = () => {
    writer.write(
      shell
        .picture()
        .map((row) => paintRow(row, { colour: true, ascii: false }, 80))
        .join('\n'),
    );
  };
  // the first frame is the whole screen
  draw();
  line.pass(10_000);
  const lags: number[] = [];
  let drawn = 0;
  for (let second = 0; second < 60; second++) {
    for (let ms = 0; ms < 1000; ms += FRAME_MS) {
      shell.tick(FRAME_MS);
      draw();
      drawn++;
      line.pass(FRAME_MS);
    }
    // help over the simulator, and back: nothing moves under it
    const before = line.sent.length;
    shell.press(keyPress(second % 2 === 0 ? '?' : 'escape'));
    draw();
    // the first row is another on another screen
    const isThere = () => line.sent.slice(before).includes('\x1b[1;1H') && line.writableLength === 0;
    let lag = 0;
    while (!isThere() && lag < 20_000) {
      line.pass(10);
      lag += 10;
    }
    lags.push(lag);
  }
  const frames = line.sent.split('\x1b[?2026h').length - 1;
  const largest = Math.max(...line.sent.split('\x1b[?2026l').map((frame) => Buffer.byteLength(frame))) + 8;
  // never more on the way than one frame
  expect(line.most).toBeLessThanOrEqual(largest);
  expect(frames).toBeLessThan(drawn);
  // the frame that was on its way, and the one that shows the key
  expect(Math.max(...lags)).toBeLessThanOrEqual((2 * largest) / 0.96 + 10);
});
