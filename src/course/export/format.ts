import type { PortableNumber, PortableQuestion, PortableQuiz } from './portable.ts';

/** What of a question a format can't hold. */
export type Loss = 'hints' | 'proof' | 'order' | 'drawing' | 'feedback' | 'fixed' | 'swaps' | 'remarks';

/** What quizzes can be written as for another program: a text, or bytes. */
export interface ExportFormat<Written extends string | Uint8Array = string | Uint8Array> {
  readonly name: string;
  /** what of this question is lost or changed in it */
  losses(question: PortableQuestion): readonly Loss[];
  /** the whole file */
  write(quizzes: readonly PortableQuiz[], course: { readonly id: string; readonly title: string }): Written;
}

/** No other program can repeat a run, point into a drawing, or let steps change places. */
export function everywhereLost({ proven, drawn, swaps, remarks }: PortableQuestion): readonly Loss[] {
  return [
    ...(proven ? (['proof'] as const) : []),
    ...(drawn ? (['drawing'] as const) : []),
    ...(swaps ? (['swaps'] as const) : []),
    ...(remarks ? (['remarks'] as const) : []),
  ];
}

/** A question's words, with the unit where a number is wanted. */
export function promptWithUnit({ prompt, answer }: PortableQuestion): string {
  return answer.kind === 'number' && answer.unit !== '' ? `${prompt} (in ${answer.unit})` : prompt;
}

/** Steps in an order that gives nothing away. */
export function offeredSteps(steps: readonly string[]): readonly string[] {
  return [...steps].sort();
}

/** `4 to 6 s`, `at least 3 s` */
export function rangeWords({ from, to, unit }: PortableNumber): string {
  const amount =
    from === to
      ? `${from}`
      : from === null
        ? `at most ${to}`
        : to === null
          ? `at least ${from}`
          : `${from} to ${to}`;
  return `${amount} ${unit}`.trim();
}

/** Moodle has no open ranges: far beyond what anybody answers is as good. */
export const far = 1e9;

export function closedRange({ from, to }: PortableNumber): readonly [low: number, high: number] {
  return [from ?? -far, to ?? far];
}

/** What each of so many right choices is worth, in per cent. Moodle knows only those of its own list: 33.33333, 16.66667. */
export function shareOfEach(right: number): number {
  return Number((100 / Math.max(1, right)).toFixed(5));
}
