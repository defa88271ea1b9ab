import unicode11 from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';
import { FrameWriter } from '../../src/terminal/frame-writer.ts';
import { FakeTerminal } from '../terminal/terminal.ts';

/**
 * What a frame writes past the last column of its window, row by row, where the terminal is wider than the window
 * and takes characters apart that Unicode joins.
 */
export async function beyondLastColumn(
  frame: string,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Promise<string[]> {
  const output = new FakeTerminal(columns, rows);
  new FrameWriter(output, { colour: false }).write(frame);
  const terminal = new xterm.Terminal({ cols: columns + 200, rows, allowProposedApi: true });
  terminal.loadAddon(new unicode11.Unicode11Addon());
  terminal.unicode.activeVersion = '11';
  await new Promise<void>((resolve) => terminal.write(output.sent, resolve));
  const beyond = Array.from({ length: rows }, (_, row) =>
    (terminal.buffer.active.getLine(row)?.translateToString(false, columns) ?? '').trim(),
  );
  terminal.dispose();
  return beyond.filter((text) => text !== '');
}
