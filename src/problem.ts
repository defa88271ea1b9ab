/** Something wrong in a file that a person wrote: what, where, and what to do. */
export interface Problem {
  /** path as the person knows it, or `--set`, `--fault` for words of the command line */
  readonly file: string;
  /** from 1 */
  readonly line: number;
  /** from 1 */
  readonly column: number;
  /** a short stable name of the rule, e.g. `unknown-field` */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** one sentence: what is wrong, and the remedy */
  readonly message: string;
}

/** One problem as one line: `file:line:column: message`. */
export function problemLine(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`;
}
