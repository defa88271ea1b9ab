/** What markdown says, without its marks: for titles, search, lint, and what is compared. */
import type { Token, Tokens } from 'marked';
import { entitiesResolved, withoutTags } from './html.ts';

function hasTokens(token: Token): token is Token & { tokens: Token[] } {
  return 'tokens' in token && Array.isArray(token.tokens);
}

/** A choice's or paragraph's words without markdown; code keeps its backticks, paragraphs are parted. */
export function plainWords(tokens: readonly Token[]): string {
  return tokens
    .map(blockWords)
    .filter((words) => words !== '')
    .join('\n\n')
    .trim();
}

function blockWords(token: Token): string {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return '';
    case 'html':
      return withoutTags((token as Tokens.HTML).text).trim();
    case 'code':
      return (token as Tokens.Code).text;
    case 'list':
      return (token as Tokens.List).items.map((item) => `- ${plainWords(item.tokens)}`).join('\n');
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [header, ...rows]
        .map((row) => row.map((cell) => inlineWords(cell.tokens)).join(' | '))
        .join('\n');
    }
    case 'blockquote':
      return plainWords((token as Tokens.Blockquote).tokens);
    default:
      return hasTokens(token) ? inlineWords(token.tokens) : 'text' in token ? String(token.text) : '';
  }
}

/** The words of inline markdown: emphasis and links lose their marks. */
export function inlineWords(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'codespan') return `\`${(token as Tokens.Codespan).text}\``;
      if (token.type === 'br') return '\n';
      if (token.type === 'checkbox' || token.type === 'footnote') return '';
      if (token.type === 'html') return withoutTags(token.raw);
      if (hasTokens(token)) return inlineWords(token.tokens);
      if (token.type === 'text') return entitiesResolved(token.text);
      return 'text' in token ? String(token.text) : token.raw;
    })
    .join('');
}

/** A heading's words, on one line: underlined with `---` it may be written on several. */
export function headingWords(token: Token): string {
  return hasTokens(token) ? inlineWords(token.tokens).trim().replace(/\s+/g, ' ') : '';
}

/** Every token, those inside others too, outermost first. */
export function* everyToken(tokens: readonly Token[]): Generator<Token> {
  for (const token of tokens) {
    yield token;
    if (hasTokens(token)) yield* everyToken(token.tokens);
    if (token.type === 'list') yield* everyToken((token as Tokens.List).items);
    if (token.type === 'table') {
      const { header, rows } = token as Tokens.Table;
      for (const cell of [header, ...rows].flat()) yield* everyToken(cell.tokens);
    }
  }
}

/** How many lines a piece of text ends. */
export function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
