import type { Tokens } from 'marked';
import { inlineWords, plainWords } from '../markdown/words.ts';
import type { Problem } from '../text/problem.ts';
import { Problems } from '../text/problem.ts';
import { readFrontMatter } from './front-matter.ts';
import { readBlocks } from './markdown-body.ts';
import type { GlossaryEntry } from './model.ts';
import type { SourceText } from './source-text.ts';

/** Reads glossary.md: a term under each `##`, and what it means below. */
export function readGlossary(source: SourceText): {
  readonly glossary: readonly GlossaryEntry[];
  readonly problems: readonly Problem[];
} {
  const problems = new Problems();
  const { body, bodyLine } = readFrontMatter(source, problems);
  const { blocks } = readBlocks(body, { file: source.file, line: bodyLine, column: 1 }, problems);
  const terms: { readonly term: string; readonly tokens: Tokens.Generic[] }[] = [];
  for (const { token } of blocks) {
    const heading = token.type === 'heading' ? (token as Tokens.Heading) : undefined;
    if (heading?.depth === 2) terms.push({ term: inlineWords(heading.tokens).trim(), tokens: [] });
    else terms.at(-1)?.tokens.push(token);
  }
  const glossary = terms.map(({ term, tokens }) => ({ term, text: plainWords(tokens) }));
  return { glossary, problems: problems.list };
}
