import type { PortableQuestion, PortableQuiz } from './portable.ts';

/** What of a question a format can't hold. */
export type Loss = 'hints' | 'proof' | 'order' | 'drawing' | 'feedback';

/** What quizzes can be written as for another program. */
export interface ExportFormat {
  readonly name: string;
  /** what of this question is lost or changed in it */
  losses(question: PortableQuestion): readonly Loss[];
  /** the whole file */
  write(quizzes: readonly PortableQuiz[], course: { readonly id: string; readonly title: string }): string;
}

/** No other program can repeat a run or point into a drawing. */
export function everywhereLost({ proven, drawn }: PortableQuestion): readonly Loss[] {
  return [...(proven ? (['proof'] as const) : []), ...(drawn ? (['drawing'] as const) : [])];
}

/** A question's words, with the unit where a number is wanted. */
export function promptWithUnit({ prompt, answer }: PortableQuestion): string {
  return answer.kind === 'number' && answer.unit !== '' ? `${prompt} (in ${answer.unit})` : prompt;
}
