/** Which pages of a course have some words, and where. */
import type { Token } from 'marked';
import type { Block, Course, Lesson, Page } from '../../../course/model.ts';
import { plainLine } from '../../../terminal/plain-text.ts';

export interface Found {
  readonly lesson: Lesson;
  readonly page: number;
  readonly title: string;
  /** the text around the first place */
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

const AROUND = 60;
const texts = new WeakMap<Page, string>();

/** Pages that have all the words, in the order of the course; those with the very phrase first. */
export function findPages(course: Course, asked: string): readonly Found[] {
  const phrase = asked.trim().toLowerCase().replace(/\s+/g, ' ');
  if (phrase.length < 2) return [];
  const wanted = phrase.split(' ');
  const found: Found[] = [];
  const others: Found[] = [];
  for (const lesson of course.stages.flatMap(({ lessons }) => lessons)) {
    for (const [index, page] of lesson.pages.entries()) {
      const text = textOf(lesson, page);
      const lower = text.toLowerCase();
      if (!wanted.every((word) => lower.includes(word))) continue;
      const isPhrase = lower.includes(phrase);
      const key = isPhrase ? phrase : (wanted[0] ?? phrase);
      (isPhrase ? found : others).push(at(lesson, index, page, text, lower.indexOf(key), key.length));
    }
  }
  return [...found, ...others];
}

function at(
  lesson: Lesson,
  page: number,
  { title }: Page,
  text: string,
  start: number,
  length: number,
): Found {
  return {
    lesson,
    page,
    title,
    before: text.slice(Math.max(0, start - AROUND), start),
    match: text.slice(start, start + length),
    after: text.slice(start + length, start + length + AROUND),
  };
}

function textOf(lesson: Lesson, page: Page): string {
  const known = texts.get(page);
  if (known !== undefined) return known;
  const text = plainLine([page.title || lesson.title, ...page.blocks.map(blockText)].join(' ')).replace(
    /\s+/g,
    ' ',
  );
  texts.set(page, text);
  return text;
}

function blockText(block: Block): string {
  if (block.kind === 'markdown') return block.tokens.map(tokenText).join(' ');
  return block.kind === 'diagram' ? block.words : block.lookFor;
}

/** What of a token is read: no marks, no addresses. */
function tokenText(token: Token): string {
  if (token.type === 'html' || token.type === 'space' || token.type === 'def') return ' ';
  if (token.type === 'br') return ' ';
  if (token.type === 'list') return token.items.map((item: Token) => tokenText(item)).join(' ');
  if (token.type === 'table') return tableText(token);
  const inner = 'tokens' in token ? token.tokens : undefined;
  if (inner !== undefined) return inner.map(tokenText).join(token.type === 'list_item' ? ' ' : '');
  return 'text' in token && typeof token.text === 'string' ? token.text : '';
}

function tableText(token: Token): string {
  const rows: readonly (readonly { text: string }[])[] =
    'header' in token ? [token.header, ...token.rows] : [];
  return rows.flatMap((row) => row.map(({ text }) => text.replace(/[*`]/g, ''))).join(' ');
}
