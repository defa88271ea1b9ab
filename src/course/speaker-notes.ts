/** What a teacher says with a page or a question: a `notes` block, which no learner ever sees. */
import type { Token, Tokens } from 'marked';
import { notesWords as say } from '../messages/present.ts';
import type { Place, Problems } from '../text/problem.ts';

/** What such a block is called. */
export const NOTES = 'notes';

/** The fence of such a block. */
export interface NotesFence extends Tokens.Code {
  lang: string;
}

export function isNotes(token: Token): token is NotesFence {
  return token.type === 'code' && (token as Tokens.Code).lang?.trim().split(/\s/)[0] === NOTES;
}

/** Notes with those of one more block, as the markdown that was written. */
export function withNotes(before: string, { text }: NotesFence, at: Place, problems: Problems): string {
  const more = text.trim();
  if (more === '') problems.warning(at, 'notes', say.empty);
  return [before, more].filter((part) => part !== '').join('\n\n');
}
