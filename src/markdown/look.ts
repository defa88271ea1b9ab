import type { LongWords } from '../text/wrap.ts';

/** How blocks look. */
export interface Look {
  readonly ascii: boolean;
  readonly bullet: string;
  readonly checked: string;
  readonly unchecked: string;
  /** stands before every line of a quote */
  readonly quoteBar: string;
  /** what rules are made of */
  readonly rule: string;
  /** stands where a line of code is cut; undefined: it is never cut */
  readonly cut: string | undefined;
  /** columns that code which is too wide has been moved to the left */
  readonly shift?: number;
  /** columns before code */
  readonly codeIndent: number;
  /** a table that is too wide: its cells are folded, or each row is told in words */
  readonly wideTables: 'folded' | 'told';
  readonly longWords: LongWords;
}
