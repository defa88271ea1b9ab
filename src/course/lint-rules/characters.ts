import { courseMessages as say } from '../../messages/course.ts';
import { hiddenCharacters } from '../../text/plain-text.ts';
import type { Problems } from '../../text/problem.ts';
import type { SourceText } from '../source-text.ts';
import type { Linted } from './rule.ts';

/** More of the same in one file says nothing new. */
const mostPerFile = 10;

const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const reference = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;
const emojiVariation = /\ufe0f/g;

/** Characters that nobody would see, and that are left out. */
function checkHidden({ text, file }: SourceText, problems: Problems): void {
  let found = 0;
  for (const [index, line] of text.split('\n').entries()) {
    for (const { character, at } of hiddenCharacters(line)) {
      // direction marks are told as control characters
      if (control.test(character) || ++found > mostPerFile) continue;
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const place = { file, line: index + 1, column: at + 1 };
      problems.warning(place, 'invisible-character', say.invisibleCharacter(`U+${code}`));
    }
  }
}

/** Characters that a terminal would obey, or whose width terminals disagree about. */
export function checkCharacters({ source }: Linted, problems: Problems): undefined {
  for (const text of source.texts) {
    told(text, new RegExp(control, 'g'), (match) => {
      const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return ['control-character', say.controlCharacter(`U+${code}`)];
    });
    told(text, reference, (match) => {
      const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
      const obeyed = (code < 32 && code !== 9 && code !== 10) || (code >= 127 && code < 160);
      return obeyed ? ['control-character', say.controlReference(match[0])] : undefined;
    });
    told(text, emojiVariation, () => ['emoji', say.emojiVariation]);
    checkHidden(text, problems);
  }

  function told(
    { text, file }: SourceText,
    pattern: RegExp,
    judge: (match: RegExpExecArray) => readonly [rule: string, message: string] | undefined,
  ): void {
    let found = 0;
    for (const [index, line] of text.split('\n').entries()) {
      for (const match of line.matchAll(pattern)) {
        const judged = judge(match);
        if (!judged || ++found > mostPerFile) continue;
        const at = { file, line: index + 1, column: match.index + 1 };
        if (judged[0] === 'emoji') problems.warning(at, ...judged);
        else problems.error(at, ...judged);
      }
    }
  }
}
