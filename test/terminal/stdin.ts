import { EventEmitter } from 'node:events';

/** As much of a terminal's stdin as the keyboard reads. */
export class FakeStdin extends EventEmitter {
  readonly isTTY = true;
  isRaw = false;
  setRawMode(raw: boolean): this {
    this.isRaw = raw;
    return this;
  }
  resume(): void {}
  pause(): void {}
  press(text: string): void {
    this.emit('data', Buffer.from(text));
  }
}
