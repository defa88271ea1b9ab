import type { Tokens } from 'marked';
import type { Problem } from '../text/problem.ts';
import { Problems } from '../text/problem.ts';
import { readFrontMatter } from './front-matter.ts';
import { inlineWords, plainWords, readBlocks } from './markdown.ts';
import type { GlossaryEntry } from './model.ts';
import type { SourceText } from './source-text.ts';

/** Reads glossary.md: a term under each `##`, and what it means below. */
export function readGlossary(source: SourceText): {
  readonly glossary: readonly GlossaryEntry[];
  readonly problems: readonly Problem[];
} {
  const problems = new Problems();
  const { body, bodyLine } = readFrontMatter(source, problems);
  const read = readBlocks(body, bodyLine);
  if ('trouble' in read) {
    const at = { file: source.file, line: read.line, column: 1 };
    problems.error(at, 'unreadable', read.trouble);
    return { glossary: [], problems: problems.list };
  }
  const terms: { readonly term: string; readonly tokens: Tokens.Generic[] }[] = [];
  for (const { token } of read.blocks) {
    const heading = token.type === 'heading' ? (token as Tokens.Heading) : undefined;
    if (heading?.depth === 2) terms.push({ term: inlineWords(heading.tokens).trim(), tokens: [] });
    else terms.at(-1)?.tokens.push(token);
  }
  const glossary = terms.map(({ term, tokens }) => ({ term, text: plainWords(tokens) }));
  return { glossary, problems: problems.list };
}
