import { Box, type Key, useInput } from 'ink';
import { useCallback, useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { shell as words } from '../messages/shell.ts';
import type { KeyPress } from '../terminal/key-reader.ts';
import type { Keyboard } from '../terminal/keyboard.ts';
import type { Paint } from '../terminal/paint.ts';
import type { Row } from '../text/row.ts';
import { height, wrapped } from '../text/row-layout.ts';
import { pressOf } from './keys.ts';
import { type Shell, SMALLEST } from './shell.ts';
import type { Clock } from './shell-options.ts';
import { Canvas } from './widgets/canvas/canvas.tsx';
import { withHole } from './widgets/menu/hole.ts';
import { boxOf, Menu } from './widgets/menu/menu.tsx';

/** Time between two frames of a moving screen: 10 a second. */
const FRAME_MS = 1000 / 10;
/** So long nothing changes before it is written down how it looks. */
const QUIET_MS = 2_000;

export interface AppProps {
  readonly shell: Shell;
  readonly keyboard: Keyboard;
  readonly paint: Paint;
  readonly clock: Clock;
}

/** The whole program on the screen: one canvas, the menu over it, and the one place where keys arrive. */
export function App({ shell, keyboard, paint, clock }: AppProps) {
  useSyncExternalStore(shell.subscribe, shell.version);
  useKeys(shell, keyboard);
  useTicks(shell, clock);
  useKeeping(shell);
  const { columns, rows, menu } = shell;
  const { tooSmall } = shell;
  const picture = tooSmall ? tooSmallRows(columns, rows) : shell.picture();
  const shown = menu === undefined || tooSmall ? picture : withHole(picture, boxOf(menu, columns, rows));
  return (
    <Box width={columns} height={rows} flexShrink={0}>
      <Canvas rows={shown} columns={columns} paint={paint} />
      {menu !== undefined && !tooSmall && (
        <Menu
          key={menu.title}
          menu={menu}
          keyboard={keyboard}
          columns={columns}
          rows={rows}
          paint={paint}
          number={shell.number}
          onChoose={(index) => shell.take(menu, index)}
        />
      )}
    </Box>
  );
}

/** Mounted as long as the program lives: all keys arrive here. */
function useKeys(shell: Shell, keyboard: Keyboard): void {
  const read = useCallback((input: string, key: Key) => shell.press(pressOf(input, key)), [shell]);
  useInput(read);
  useEffect(() => {
    const press = (paste: KeyPress) => shell.press(paste);
    keyboard.on('paste', press);
    return () => void keyboard.off('paste', press);
  }, [shell, keyboard]);
  const { loading } = shell;
  // what is typed ahead is meant for the screen that comes
  useLayoutEffect(() => (loading ? keyboard.hold() : undefined), [keyboard, loading]);
}

/** While the top screen moves, tells it how much time went by. */
function useTicks(shell: Shell, clock: Clock): void {
  const { ticking } = shell;
  useEffect(() => {
    if (!ticking) return;
    let last = clock.now();
    const timer = setInterval(() => {
      const now = clock.now();
      shell.tick(now - last);
      last = now;
    }, FRAME_MS);
    return () => clearInterval(timer);
  }, [shell, clock, ticking]);
}

/** When no key has come for a moment, how it looks here is written down. */
function useKeeping(shell: Shell): void {
  const { unkept } = shell;
  const version = shell.version();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change begins the moment anew
  useEffect(() => {
    if (!unkept) return;
    const timer = setTimeout(() => shell.keep(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [shell, unkept, version]);
}

function tooSmallRows(columns: number, rows: number): readonly Row[] {
  const { title, body } = words.tooSmall;
  const sentence = body(SMALLEST.columns, SMALLEST.rows);
  return height([...wrapped(title, columns, 'strong'), ...wrapped(sentence, columns)], rows);
}
