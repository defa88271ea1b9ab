/** The chain behind a line of the story, in lines. */
import type { Lesson } from '../course/model.ts';
import { whyWords as words } from '../messages/why.ts';
import type { Why } from '../story/why/why.ts';
import { columnOf } from '../text/cells.ts';
import { folded } from './prose.ts';

const ROLE = columnOf(Object.values(words.roles), 2);

/** @param lesson the one on it, where there is one */
export function whyLines(
  { line, links, settings }: Why,
  lesson: Lesson | undefined,
  width: number,
): string[] {
  return [
    ...folded(`${line.who} ${line.text}`, width, `${line.t.toFixed(1).padStart(7)}  `),
    '',
    ...links.flatMap(({ kind, t, text }) => {
      const time = t === undefined ? ' '.repeat(7) : t.toFixed(1).padStart(7);
      return folded(text, width, `${time}  ${words.roles[kind].padEnd(ROLE)}`);
    }),
    '',
    ...(settings.length === 0
      ? folded(words.noSettings, width)
      : [
          `${words.settings}:`,
          ...settings.flatMap((each) => folded(words.setting(each), width, '  ', '    ')),
        ]),
    ...(lesson === undefined ? [] : folded(words.lesson(lesson.title, lesson.id), width)),
  ];
}
