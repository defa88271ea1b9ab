import { plainLine } from './plain-text.ts';

/** Where something was written: a line and a column of a file, or of a `--set` on the command line. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

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

/** One problem as one line: `file:line:column: message`; words of the command line are a place by themselves. */
export function problemLine({ file, line, column, message }: Problem): string {
  return file.startsWith('--') ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`;
}

/** Collects problems; the same rule at the same place is told once. */
export class Problems {
  readonly #found = new Map<string, Problem>();

  error(at: Place, rule: string, message: string): void {
    this.#add({ ...at, rule, severity: 'error', message });
  }

  warning(at: Place, rule: string, message: string): void {
    this.#add({ ...at, rule, severity: 'warning', message });
  }

  /** Takes over what was told elsewhere. */
  add(problems: readonly Problem[]): void {
    for (const problem of problems) this.#add(problem);
  }

  get failed(): boolean {
    return this.list.some((problem) => problem.severity === 'error');
  }

  get list(): readonly Problem[] {
    return [...this.#found.values()];
  }

  /** What is missing is many things at one place; what is wrong there is one. */
  #add(told: Problem): void {
    // what others wrote is quoted in messages: it must not move the reader's cursor
    const problem = { ...told, file: plainLine(told.file), message: plainLine(told.message) };
    const place = `${problem.file}:${problem.line}:${problem.column}:${problem.rule}`;
    const key = problem.rule === 'missing' ? `${place}:${problem.message}` : place;
    if (!this.#found.has(key)) this.#found.set(key, problem);
  }
}
