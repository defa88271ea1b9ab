import { Marked, type Token, type Tokens } from 'marked';
import { courseMessages as say } from '../messages/course.ts';

/** One block of a markdown file and the line where it begins (from 1). */
export interface MarkdownBlock {
  readonly token: Token;
  readonly line: number;
}

/** Nobody nests deeper by hand, and the lexer's time and stack grow with the depth. */
const deepest = 20;
const furthestIndent = 100;
/** Characters without an empty line between them: the lexer's time grows with their square. */
const longestBlock = 8_000;

/** An instance of its own: what others teach the shared `marked` must not change how a course is read. */
const marked = new Marked({ gfm: true });

/**
 * Cuts markdown into its blocks. Lines come from the running sum of what each block was written as.
 * Text that no lexer should be asked to read gives the line and the sentence instead.
 */
export function readBlocks(
  text: string,
  firstLine: number,
): { readonly blocks: readonly MarkdownBlock[] } | { readonly line: number; readonly trouble: string } {
  const trouble = troubleOf(text);
  if (trouble) return { line: firstLine + trouble.line, trouble: trouble.sentence };
  try {
    const blocks: MarkdownBlock[] = [];
    let line = firstLine;
    for (const token of marked.lexer(text)) {
      blocks.push({ token, line: line + leadingNewlines(token.raw) });
      line += newlines(token.raw);
    }
    return { blocks };
  } catch {
    return { line: firstLine, trouble: say.tooDeep };
  }
}

/** How many lines a piece of text ends. */
export function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function leadingNewlines(raw: string): number {
  let count = 0;
  while (raw[count] === '\n') count++;
  return count === raw.length ? 0 : count;
}

/** Why no lexer should be asked to read a text, and in which of its lines, from 0. */
export function troubleOf(
  text: string,
  longest = longestBlock,
): { readonly line: number; readonly sentence: string } | undefined {
  let blockLength = 0;
  for (const [line, words] of text.split('\n').entries()) {
    blockLength = words.trim() === '' ? 0 : blockLength + words.length;
    if (blockLength > longest) return { line, sentence: say.blockTooLong(longest) };
    if (nestedTooDeep(words)) return { line, sentence: say.tooDeep };
  }
  return undefined;
}

/** Counts the quote and list marks that a line begins with. */
function nestedTooDeep(line: string): boolean {
  const mark = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
  let depth = 0;
  while (mark.test(line)) {
    depth++;
    if (depth > deepest || mark.lastIndex > furthestIndent)
      return !/^[ \t]*([-*])([ \t]*\1)*[ \t]*$/.test(line);
  }
  return false;
}

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
    case 'html':
    case 'def':
    case 'checkbox':
      return '';
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
      if (token.type === 'checkbox' || token.type === 'html') return '';
      if (hasTokens(token)) return inlineWords(token.tokens);
      return 'text' in token ? String(token.text) : token.raw;
    })
    .join('');
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
