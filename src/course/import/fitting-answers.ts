/** Answers of other programs, without what no question of ours may have. */
import { importWords as say } from '../../messages/import.ts';
import type { PortableChoice } from '../export/portable.ts';
import type { ImportedAnswer } from './imported.ts';

/** Choices of which one at least is right, and none says the same as another. */
export function fittingChoices(
  choices: readonly PortableChoice[],
  several: boolean,
  note: (says: string) => void,
): ImportedAnswer | undefined {
  const seen = new Set<string>();
  const own = choices.filter(({ text, right }) => {
    const words = text.toLowerCase().replace(/\s+/g, ' ').trim();
    if (seen.has(words) && !right) note(say.twin(text));
    const kept = right || !seen.has(words);
    seen.add(words);
    return kept;
  });
  if (own.some(({ right }) => right)) return { kind: 'choices', several, choices: own };
  note(say.noRight);
  return undefined;
}

/** Spellings that stand on one line between double brackets. */
export function fittingSpellings(
  spellings: readonly string[],
  note: (says: string) => void,
): ImportedAnswer | undefined {
  const accepted = spellings
    .map((spelling) => spelling.trim())
    .filter((spelling) => {
      const fits = spelling !== '' && !/[|\n]|\]\]|\]$|^=/.test(spelling);
      if (!fits) note(say.unwritable(spelling));
      return fits;
    });
  if (accepted.length > 0) return { kind: 'text', accepted: [...new Set(accepted)] };
  note(say.onlyWrong);
  return undefined;
}
