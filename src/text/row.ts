/** What a piece of text means; whoever paints it chooses colours. */
export type Tone = 'plain' | 'strong' | 'dim' | 'accent' | 'good' | 'bad' | 'warn';

export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

/** One row of a screen or a drawing: spans side by side. */
export type Row = readonly Span[];

/** A span of one tone. */
export function span(text: string, tone: Tone = 'plain'): Span {
  return { text, tone };
}
