import { Box, useInput, useStdin } from 'ink';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { shell as words } from '../messages/shell.ts';
import type { Paint } from '../terminal/paint.ts';
import type { Row } from '../text/row.ts';
import { height, wrapped } from '../text/row-layout.ts';
import { type InkKey, KeyReader } from './keys.ts';
import type { Shell } from './shell.ts';
import type { Clock } from './shell-options.ts';
import { Canvas } from './widgets/canvas/canvas.tsx';
import { Menu } from './widgets/menu/menu.tsx';

/** Time between two frames of a moving screen: 10 a second. */
const FRAME_MS = 1000 / 10;

export interface AppProps {
  readonly shell: Shell;
  readonly paint: Paint;
  readonly clock: Clock;
}

/** The whole program on the screen: one canvas, the menu over it, and the one place where keys arrive. */
export function App({ shell, paint, clock }: AppProps) {
  useSyncExternalStore(shell.subscribe, shell.version);
  useKeys(shell);
  useTicks(shell, clock);
  const { columns, rows, menu } = shell;
  const picture = shell.tooSmall ? tooSmall(columns, rows) : shell.picture();
  return (
    <Box width={columns} height={rows} flexShrink={0}>
      <Canvas rows={picture} columns={columns} paint={paint} />
      {menu !== undefined && !shell.tooSmall && (
        <Menu
          menu={menu}
          columns={columns}
          rows={rows}
          paint={paint}
          onChoose={(index) => shell.choose(index)}
        />
      )}
    </Box>
  );
}

/** Mounted as long as the program lives: without a `useInput` Ink would let the process end. */
function useKeys(shell: Shell): void {
  const reader = useRef(new KeyReader());
  const { internal_eventEmitter: emitter } = useStdin();
  const read = useCallback(
    (input: string, key: InkKey) => {
      if (shell.menu !== undefined && input.length > 1) splitForMenu(input, emitter);
      else for (const press of reader.current.read(input, key)) shell.press(press);
    },
    [shell, emitter],
  );
  useInput(read);
}

/** Turns of the event loop until ink-select-input listens anew after a key; before, the next would be lost. */
const TURNS = 10;

/** Several characters read at once: ink-select-input wants them one by one. */
function splitForMenu(input: string, emitter: NodeJS.EventEmitter, turns = TURNS): void {
  const [first, ...rest] = input.startsWith('[') ? [] : [...input];
  if (first === undefined) return;
  setImmediate(() => {
    if (turns === 0) emitter.emit('input', first);
    if (turns === 0) splitForMenu(rest.join(''), emitter);
    else splitForMenu(input, emitter, turns - 1);
  });
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

function tooSmall(columns: number, rows: number): readonly Row[] {
  const text = words.tooSmall;
  return height([...wrapped(text.title, columns, 'strong'), ...wrapped(text.body(60, 20), columns)], rows);
}
