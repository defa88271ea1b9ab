/** Links from a lesson to another part of its course: by the path of a file, as an editor follows them, or by an id. */
import { posix, sep } from 'node:path';
import type { Token, Tokens } from 'marked';
import { everyToken, inlineWords } from '../markdown/words.ts';
import type { Course, Lesson, Page } from './model.ts';

/** A part of the course that a link leads to. */
export type Linked =
  | { readonly part: 'lesson'; readonly id: string; readonly page: number }
  | { readonly part: 'quiz' | 'mission' | 'topology'; readonly id: string }
  | { readonly part: 'glossary'; readonly term: string | undefined };

/** A link that can be followed. */
export interface PageLink {
  /** its words on the page */
  readonly words: string;
  readonly to: Linked;
}

/** Whether an address lies in the course, and not on the Internet or in a mail. */
export function isInside(href: string): boolean {
  return href !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href);
}

/** Where an address in a lesson leads; undefined: to nothing that the course has. */
export function linkedFrom(lesson: Lesson, href: string, course: Course): Linked | undefined {
  const [path = '', anchor] = decoded(href).split('#', 2);
  if (path === '') return pageOf(lesson, anchor);
  const isPart = named(path, lesson, course);
  const found = course.stages.flatMap(({ lessons }) => lessons).find(isPart);
  if (found !== undefined) return pageOf(found, anchor);
  const quiz = course.stages.flatMap(({ quizzes }) => quizzes).find(isPart);
  if (quiz !== undefined) return { part: 'quiz', id: quiz.id };
  const mission = course.stages.flatMap(({ missions }) => missions).find(isPart);
  if (mission !== undefined) return { part: 'mission', id: mission.id };
  const topology = course.topologies.find(isPart);
  if (topology !== undefined) return { part: 'topology', id: topology.id };
  return isPart({ id: '', file: posix.join(slashes(course.root), 'glossary.md') })
    ? termOf(course, anchor)
    : undefined;
}

/** The links of a page and its footnotes that lead somewhere in the course, each once. */
export function linksOn(page: Page, lesson: Lesson, course: Course): readonly PageLink[] {
  const text = page.blocks.flatMap((block) => (block.kind === 'markdown' ? block.tokens : []));
  const tokens = [...text, ...page.footnotes.flatMap((footnote) => footnote.tokens)];
  const links = new Map<string, PageLink>();
  for (const token of everyToken(tokens)) {
    if (!isLink(token) || !isInside(token.href)) continue;
    const to = linkedFrom(lesson, token.href, course);
    const key = JSON.stringify(to);
    if (to !== undefined && !links.has(key)) links.set(key, { words: inlineWords(token.tokens), to });
  }
  return [...links.values()];
}

function isLink(token: Token): token is Tokens.Link {
  return token.type === 'link';
}

/** Tells the part that a path means, seen from a lesson's file; a bare word is an id. */
function named(path: string, lesson: Lesson, course: Course) {
  const file = posix.join(posix.dirname(slashes(lesson.file)), path);
  const isBare = !/[/.]/.test(path);
  const fromRoot = posix.join(slashes(course.root), path);
  return (part: { readonly id: string; readonly file: string }): boolean => {
    if (isBare && part.id === path) return true;
    const own = slashes(part.file);
    return own === file || own === fromRoot;
  };
}

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** The page of a lesson under a heading; without one its first. */
function pageOf(lesson: Lesson, anchor: string | undefined): Linked | undefined {
  if (!anchor) return { part: 'lesson', id: lesson.id, page: 0 };
  const page = lesson.pages.findIndex(({ title }) => anchorOf(title) === anchor.toLowerCase());
  return page === -1 ? undefined : { part: 'lesson', id: lesson.id, page };
}

function termOf({ glossary }: Course, anchor: string | undefined): Linked | undefined {
  if (!anchor) return { part: 'glossary', term: undefined };
  const entry = glossary.find(({ term }) => anchorOf(term) === anchor.toLowerCase());
  return entry && { part: 'glossary', term: entry.term };
}

/** A heading as code hosts name it in addresses: small letters, hyphens for spaces, no signs. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
