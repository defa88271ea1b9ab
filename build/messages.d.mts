import type { Sentences } from '../src/course/catalogue-writer.ts';

export function sentencesOf(root: string): Promise<Sentences>;
export function catalogues(
  root: string,
): Promise<readonly { readonly name: string; readonly text: string }[]>;
