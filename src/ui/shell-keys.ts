/** The keys that work on every screen that has no other use for them, and the last line. */
import { shell as words } from '../messages/shell.ts';
import type { Row } from '../text/row.ts';
import type { KeyBinding, KeyLine } from './keys.ts';
import type { Context, Scene } from './screen.ts';
import { keyBar } from './widgets/frame.ts';

export type ShellAction = 'back' | 'help' | 'search' | 'glossary' | 'quit';

/** The shell's own key table over a stack of screens. */
export function keysOver(stack: readonly Scene[]): readonly KeyBinding<ShellAction>[] {
  if (stack.at(-1)?.writing) return [back(stack)];
  const top = stack.at(-1)?.name;
  const isAside = top === 'help' || top === 'glossary';
  return [
    ...(isAside ? [] : [binding('/', '/', 'search'), binding('g', 'g', 'glossary')]),
    ...(stack.length > 1 ? [back(stack)] : []),
    ...(top === 'help' ? [] : [binding('?', '?', 'help')]),
    binding('q', 'q', 'quit'),
  ];
}

function binding(key: string, shown: string, action: ShellAction): KeyBinding<ShellAction> {
  return { keys: [key], shown, action, ...words.keys[action] };
}

function back(stack: readonly Scene[]): KeyBinding<ShellAction> {
  return {
    ...binding('escape', 'Esc', 'back'),
    ...(stack.length === 2 && stack[0]?.name === 'map' ? words.keys.map : {}),
  };
}

/** The last line: the screen's keys by importance, the shell's after them; Esc, `?` and `q` always stay. */
export function keysLine(top: Scene, ours: readonly KeyLine[], context: Context): Row {
  const own = top.keys(context);
  const lines = [...own, ...freeOf(ours, own)].filter(({ label }) => label !== '');
  return keyBar(
    lines.filter((line) => !stays(line)),
    lines.filter(stays),
    context.columns,
  );
}

/** Of the shell's keys those that the screen has no use of its own for. */
export function freeOf<Line extends KeyLine>(
  ours: readonly Line[],
  own: readonly KeyLine[],
): readonly Line[] {
  return ours.filter(({ keys }) => !own.some((line) => line.keys.some((key) => keys.includes(key))));
}

function stays({ keys }: KeyLine): boolean {
  return keys.some((key) => key === 'escape' || key === '?' || key === 'q');
}

/** The last line while a menu lies over the screen: these keys work, and no others. */
export function menuLine({ glyphs, columns }: Context): Row {
  const { choose, take, close } = words.menu;
  const line = (shown: string, label: string): KeyLine => ({ keys: [], shown, label, help: '' });
  const first = [line(glyphs.upDown, choose), line('Enter', take)];
  return keyBar(first, [line('Esc', close)], columns);
}
