import type { Token, Tokens } from 'marked';
import { headingWords } from '../markdown/words.ts';
import { courseMessages as say } from '../messages/course.ts';
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
  const terms: { readonly term: string; readonly tokens: Token[] }[] = [];
  const lines = new Map<string, number>();
  for (const { token, line } of blocks) {
    const heading = token.type === 'heading' ? (token as Tokens.Heading) : undefined;
    if (heading?.depth !== 2) terms.at(-1)?.tokens.push(token);
    else {
      const term = headingWords(heading);
      const first = lines.get(term.toLowerCase());
      const at = { file: source.file, line, column: 1 };
      if (first !== undefined) problems.error(at, 'term-twice', say.termTwice(term, first));
      else lines.set(term.toLowerCase(), line);
      terms.push({ term, tokens: [] });
    }
  }
  return { glossary: terms, problems: problems.list };
}
