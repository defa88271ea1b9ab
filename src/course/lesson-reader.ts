import type { Token, Tokens } from 'marked';
import type { MarkdownBlock } from '../markdown/read.ts';
import { everyToken, headingWords, newlines, plainWords } from '../markdown/words.ts';
import { courseMessages as say } from '../messages/course.ts';
import { notesWords } from '../messages/present.ts';
import { nearestWord } from '../text/nearest.ts';
import type { Problem } from '../text/problem.ts';
import { type Place, Problems } from '../text/problem.ts';
import { readDiagram } from './diagram-reader.ts';
import { type Fields, readFields } from './fields.ts';
import { type Definition, takeFootnotes } from './footnote-definitions.ts';
import { Footnotes } from './footnotes.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { Lazy } from './lazy.ts';
import { readConfiguration, readTranscript } from './listing-reader.ts';
import { readBlocks } from './markdown-body.ts';
import type { Footnote, Lesson, Page } from './model.ts';
import { surelyHasPages } from './outline.ts';
import type { Block, BlockOf, Listing } from './page-blocks.ts';
import { type LocatedPrediction, predictionKeys, readPrediction } from './predictions/prediction-reader.ts';
import { type LocatedRun, readRun, runKeys } from './run-reader.ts';
import { ofTranslations, type SourceText } from './source-text.ts';
import { isNotes, NOTES, type NotesFence, withNotes } from './speaker-notes.ts';
import { readWhiteboard } from './whiteboard-reader.ts';

export const lessonKeys = [
  'id',
  'title',
  'summary',
  'objectives',
  'minutes',
  'prerequisites',
  'topology',
  'tags',
  'draft',
] as const;

/** A lesson, and what lint wants to know of its file. */
export interface LessonSource {
  readonly lesson: Lesson;
  readonly source: SourceText;
  readonly frontMatter: FrontMatter;
  readonly problems: readonly Problem[];
  readonly runs: readonly LocatedRun[];
  readonly predictions: readonly RunPrediction[];
}

const wordsPerMinute = 200;

/** The file's name without folder and ending: the id of a file that has no other. */
export function nameOfFile(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.[^.]*$/, '');
}

/**
 * Reads one lesson. What is wrong with it never throws: it is told in `problems`. Its front matter is read now, its
 * pages when they are asked for.
 */
export function readLesson(source: SourceText): LessonSource {
  const problems = new Problems();
  const frontMatter = readFrontMatter(source, problems);
  const { fields } = frontMatter;
  fields.knowOnly([...lessonKeys, ...ofTranslations(source)], say.inLesson);
  const id = frontMatter.id ?? nameOfFile(source.path);
  const topology = fields.text('topology');
  const written = takeFootnotes(frontMatter.body);
  const body = new Lazy(() => readBody(source, frontMatter, written, id, topology));
  const hasPages = new Lazy(() => surelyHasPages(written.body));
  const problem = (): Problem | undefined =>
    frontMatter.problem ?? (body.isMade || !hasPages.value ? body.value.closing : undefined);
  const lesson: Lesson = {
    id,
    get title() {
      return frontMatter.title ?? body.value.title;
    },
    summary: fields.text('summary') ?? '',
    objectives: fields.texts('objectives').map((objective) => objective.text),
    minutes: fields.count('minutes', 1, 600) ?? minutesOf(written.body),
    prerequisites: fields.texts('prerequisites').map((prerequisite) => prerequisite.text),
    topology,
    tags: fields.texts('tags').map((tag) => tag.text),
    draft: fields.flag('draft'),
    file: source.file,
    get pages() {
      return frontMatter.problem ? [] : body.value.pages;
    },
    get problem() {
      return problem();
    },
  };
  return {
    lesson,
    source,
    frontMatter,
    get problems() {
      return [...problems.list, ...body.value.problems];
    },
    get runs() {
      return body.value.runs;
    },
    get predictions() {
      return body.value.predictions;
    },
  };
}

interface Body {
  readonly title: string;
  readonly pages: readonly Page[];
  readonly runs: readonly LocatedRun[];
  readonly predictions: readonly RunPrediction[];
  readonly problems: readonly Problem[];
  /** why there is nothing to show */
  readonly closing: Problem | undefined;
}

function readBody(
  source: SourceText,
  frontMatter: FrontMatter,
  written: { readonly body: string; readonly definitions: readonly Definition[] },
  id: string,
  topology: string | undefined,
): Body {
  const problems = new Problems();
  const bodyAt = { file: source.file, line: frontMatter.bodyLine, column: 1 };
  const { blocks, refused } = readBlocks(written.body, bodyAt, problems);
  const start: Place = { file: source.file, line: 1, column: 1 };
  const heading = blocks.find(({ token }) => token.type === 'heading');
  const title = frontMatter.title ?? (heading ? headingWords(heading.token) : id);
  const footnotes = new Footnotes(written.definitions, bodyAt, problems);
  const reader = new PageReader(source.file, title, topology, footnotes, problems);
  const pages = reader.pages(blocks);
  footnotes.tellUnused();
  if (pages.length === 0 && !refused) problems.error(start, 'empty-lesson', say.emptyLesson);
  const closing = problems.list.find(({ rule }) => rule === 'unreadable' || rule === 'empty-lesson');
  const { runs, predictions } = reader;
  return { title, pages: closing ? [] : pages, runs, predictions, problems: problems.list, closing };
}

function minutesOf(body: string): number {
  return Math.max(1, Math.ceil((body.match(/\S+/g)?.length ?? 0) / wordsPerMinute));
}

type SpecialBlock = (fields: Fields, line: number, problems: Problems) => Block | undefined;

/** A prediction with its run, and the places that lint points at. */
export interface RunPrediction extends LocatedPrediction {
  readonly run: LocatedRun;
}

function listed(listing: Listing | undefined, line: number): Block | undefined {
  return listing && { kind: 'listing', listing, line };
}

/** A page that is being gathered. */
interface OpenPage {
  readonly title: string;
  readonly line: number;
  readonly blocks: Block[];
  notes: string;
  readonly footnotes: Footnote[];
}

/** Gathers blocks into pages, one a `##`. */
class PageReader {
  readonly runs: LocatedRun[] = [];
  readonly predictions: RunPrediction[] = [];
  /** fenced blocks that are more than code */
  readonly #special: ReadonlyMap<string, SpecialBlock> = new Map([
    ['diagram', (...block) => this.#diagram(...block)],
    ['simulate', (...block) => this.#simulate(...block)],
    ['predict', (...block) => this.#predict(...block)],
    ['whiteboard', (...block) => this.#whiteboard(...block)],
    ['transcript', (...block) => listed(readTranscript(block[0], block[2]), block[1])],
    ['configuration', (...block) => listed(readConfiguration(block[0], this.#topology, block[2]), block[1])],
  ]);
  readonly #file: string;
  readonly #title: string;
  readonly #topology: string | undefined;
  readonly #footnotes: Footnotes;
  readonly #problems: Problems;
  /** the tokens of the markdown block that is being gathered */
  #prose: Token[] = [];

  constructor(
    file: string,
    title: string,
    topology: string | undefined,
    footnotes: Footnotes,
    problems: Problems,
  ) {
    this.#file = file;
    this.#title = title;
    this.#topology = topology;
    this.#footnotes = footnotes;
    this.#problems = problems;
  }

  pages(blocks: readonly MarkdownBlock[]): readonly Page[] {
    const pages: OpenPage[] = [];
    for (const { token, line } of this.#withoutQuestions(blocks)) {
      if (token.type === 'heading' && (token as Tokens.Heading).depth === 2) {
        const footnotes: Footnote[] = [];
        this.#footnotes.number(token, line, footnotes);
        pages.push({ title: headingWords(token), line, blocks: [], notes: '', footnotes });
        continue;
      }
      if (isNotes(token)) {
        this.#addNotes(pages.at(-1), token, line);
        continue;
      }
      if (pages.length === 0 && this.#saysNothing(token)) continue;
      const page = pages.at(-1) ?? { title: this.#title, line, blocks: [], notes: '', footnotes: [] };
      if (pages.length === 0) pages.push(page);
      this.#footnotes.number(token, line, page.footnotes);
      this.#add(page.blocks, token, line);
    }
    return pages;
  }

  #addNotes(page: OpenPage | undefined, token: NotesFence, line: number): void {
    const at = { file: this.#file, line, column: 1 };
    if (page === undefined) this.#problems.warning(at, NOTES, notesWords.noPage);
    else page.notes = withNotes(page.notes, token, at, this.#problems);
  }

  /** A question would be shown with its key: it belongs into a quiz. */
  #withoutQuestions(blocks: readonly MarkdownBlock[]): readonly MarkdownBlock[] {
    let inside = false;
    return blocks.filter(({ token, line }) => {
      const isTag = token.type !== 'code' && /^\s*<\/?quiz>/i.test(token.raw);
      const opens = isTag && !/^\s*<\//.test(token.raw);
      if (opens)
        this.#problems.error({ file: this.#file, line, column: 1 }, 'quiz-in-lesson', say.quizInLesson);
      if (isTag) inside = opens && !/<\/quiz>/i.test(token.raw);
      // one that is never closed ends with its page
      if (token.type === 'heading' && (token as Tokens.Heading).depth === 2) inside = false;
      return !isTag && !inside;
    });
  }

  /** Before the first page: empty lines, comments, and the title over again. */
  #saysNothing(token: Token): boolean {
    if (token.type === 'heading') return headingWords(token) === this.#title.trim();
    return token.type === 'space' || token.type === 'def' || token.type === 'html';
  }

  #add(blocks: Block[], token: Token, line: number): void {
    const special = token.type === 'code' ? this.#fenced(token as Tokens.Code, line) : undefined;
    if (special) {
      blocks.push(special);
      return;
    }
    this.#findBuried(token, line);
    if (blocks.at(-1)?.kind === 'markdown') {
      this.#prose.push(token);
    } else if (token.type !== 'space') {
      this.#prose = [token];
      blocks.push({ kind: 'markdown', tokens: this.#prose, line });
    }
  }

  #fenced(token: Tokens.Code, line: number): Block | undefined {
    const language = token.lang?.trim().split(/\s/)[0];
    const start = { file: this.#file, line, column: 1 };
    const read = language === undefined ? undefined : this.#special.get(language);
    if (read === undefined) {
      this.#tellSlip(language, start);
      return undefined;
    }
    const { fields, problems } = readFields(token.text, { ...start, line: line + 1 }, start, this.#problems);
    return read(fields, line, problems);
  }

  /** A block whose name is a slip of the finger away from ours would be shown as code. */
  #tellSlip(language: string | undefined, at: Place): void {
    const nearest = nearestWord(language ?? '', [...this.#special.keys(), NOTES]);
    if (language === undefined || nearest === undefined) return;
    this.#problems.warning(at, 'unknown-block', say.unknownBlock(language, nearest));
  }

  #diagram(fields: Fields, line: number, problems: Problems): Block | undefined {
    const read = readDiagram(fields, line, problems);
    if (read?.run) this.runs.push(read.run);
    return read?.block;
  }

  #simulate(fields: Fields, line: number, problems: Problems): Block | undefined {
    fields.knowOnly([...runKeys, 'look-for'], say.inSimulate);
    const fallback = { topology: this.#topology, seeds: 1, block: 'simulate' };
    const located = readRun(fields, fallback, problems);
    if (!located) return undefined;
    this.runs.push(located);
    const lookFor = fields.text('look-for')?.trim() ?? '';
    if (lookFor === '') problems.warning(fields.at('look-for'), 'look-for', say.missingLookFor);
    return { kind: 'simulate', run: located.run, lookFor, line };
  }

  #predict(fields: Fields, line: number, problems: Problems): Block | undefined {
    fields.knowOnly([...runKeys, ...predictionKeys], say.inPredict);
    const fallback = { topology: this.#topology, seeds: 1, block: 'predict' };
    const located = readRun(fields, fallback, problems);
    const prediction = readPrediction(fields, problems);
    if (!located || !prediction) return undefined;
    this.predictions.push({ run: located, ...prediction });
    return { kind: 'predict', run: located.run, prediction: prediction.prediction, line };
  }

  #whiteboard(fields: Fields, line: number, problems: Problems): Block | undefined {
    const whiteboard = readWhiteboard(fields, problems);
    return whiteboard && { kind: 'whiteboard', whiteboard, line };
  }

  /** A diagram inside a list or a quote is not at the margin, where it would become a block. */
  #findBuried(token: Token, line: number): void {
    if (!['list', 'blockquote'].includes(token.type)) return;
    for (const inner of everyToken([token])) {
      const language = inner.type === 'code' ? (inner as Tokens.Code).lang : undefined;
      if (language === undefined || !(this.#special.has(language) || isNotes(inner))) continue;
      const before = token.raw.slice(0, Math.max(0, token.raw.indexOf(`\`${language}`)));
      const place = { file: this.#file, line: line + newlines(before), column: 1 };
      this.#problems.error(place, 'buried-block', say.buriedBlock(language));
    }
  }
}

/** All words of a page, for search and for its length. */
export function wordsOfPage(page: Page): string {
  return page.blocks
    .map((block) => {
      if (block.kind === 'markdown') return plainWords(block.tokens);
      if (block.kind === 'predict') return block.prediction.ask;
      if (block.kind === 'whiteboard') return block.whiteboard.ask;
      if (block.kind === 'listing') return block.listing.notes.map(({ words }) => words).join('\n');
      return block.kind === 'diagram' ? wordsOfDiagram(block) : block.lookFor;
    })
    .join('\n\n');
}

/** What a diagram says: of itself, and at each stroke. */
function wordsOfDiagram({ words, growth }: BlockOf<'diagram'>): string {
  const strokes = growth === undefined || growth.form === 'request' ? [] : growth.strokes;
  return [words, ...strokes.map((stroke) => stroke.words)].join('\n');
}
