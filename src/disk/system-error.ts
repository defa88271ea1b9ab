import { diskWords } from '../messages/disk.ts';

/** What this program itself refuses to read or to believe, where the system would not. */
export type Refusal = keyof typeof diskWords.refusals;

/** A file that is none, is too large, or took only a part of what it was given. */
export class RefusedFileError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(diskWords.refusals[refusal]());
    this.refusal = refusal;
  }
}

/** `ENOSPC` and the like; undefined for an error that has none. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Why the disk refused, as the end of a sentence. */
export function errorReason(error: unknown): string {
  const code = errorCode(error);
  if (code !== undefined) return diskWords.reasons.get(code)?.() ?? code;
  return error instanceof Error ? error.message : String(error);
}
