import type { Token, Tokens } from 'marked';
import type { MarkdownBlock } from '../../markdown/read.ts';
import { courseMessages as say } from '../../messages/course.ts';
import type { Located } from '../../text/located.ts';
import { type Place, type Problem, Problems } from '../../text/problem.ts';
import { Fields } from '../fields.ts';
import { type FrontMatter, readFrontMatter } from '../front-matter.ts';
import { hintsIn } from '../hints.ts';
import { nameOfFile } from '../lesson-reader.ts';
import { readBlocks } from '../markdown-body.ts';
import { isTextError, parseMeasure } from '../measures/parse.ts';
import type { Allowed, Goal, Mission } from '../model.ts';
import { parseRange } from '../range.ts';
import { type LocatedRun, readRun, runKeys } from '../run-reader.ts';
import { ofTranslations, type SourceText } from '../source-text.ts';
import { type LocatedMissionProof, readMissionProof } from './mission-proof.ts';

export const missionKeys = [
  'id',
  'title',
  'summary',
  'minutes',
  'draft',
  ...runKeys,
  'may',
  'goals',
] as const;
export const mayKeys = ['switches', 'fields', 'faults', 'changes', 'sees'] as const;
export const goalKeys = ['measure', 'expect', 'says', 'bonus'] as const;

const usualSeeds = 5;
const usualMinutes = 10;
const mostChanges = 100;

/** A mission, and what lint wants to know of its file. */
export interface MissionSource {
  readonly mission: Mission;
  readonly source: SourceText;
  readonly frontMatter: FrontMatter;
  readonly problems: readonly Problem[];
  readonly run: LocatedRun | undefined;
  /** where the measure of each goal stands */
  readonly measuresAt: readonly Place[];
  readonly proof: LocatedMissionProof | undefined;
}

/** Reads one mission. What is wrong with it never throws: it is told in `problems`. */
export function readMission(source: SourceText): MissionSource {
  const problems = new Problems();
  const start: Place = { file: source.file, line: 1, column: 1 };
  const frontMatter = readFrontMatter(source, problems);
  const { fields } = frontMatter;
  fields.knowOnly([...missionKeys, ...ofTranslations(source)], say.inMission);
  const run = readRun(fields, { topology: undefined, seeds: usualSeeds, block: 'mission' }, problems);
  const { goals, measuresAt } = readGoals(fields, problems);
  const bodyAt = { ...start, line: frontMatter.bodyLine };
  const { blocks } = readBlocks(frontMatter.body, bodyAt, problems);
  const parts = partsOf(blocks, start, source.hints, problems);
  const proof = readMissionProof(parts.proofs, source.file, problems);
  const id = frontMatter.id ?? nameOfFile(source.path);
  const problem = frontMatter.problem ?? problems.list.find(({ severity }) => severity === 'error');
  const mission: Mission = {
    id,
    title: frontMatter.title ?? id,
    summary: fields.text('summary') ?? '',
    minutes: fields.count('minutes', 1, 600) ?? usualMinutes,
    draft: fields.flag('draft'),
    file: source.file,
    run: run?.run ?? { topology: '', for: 0, seeds: 1, rate: undefined, set: [], fault: [] },
    may: readMay(fields, problems),
    goals,
    briefing: parts.briefing,
    debrief: parts.debrief,
    hints: parts.hints,
    proof: proof?.proof,
    problem,
  };
  return { mission, source, frontMatter, problems: problems.list, run, measuresAt, proof };
}

function readMay(fields: Fields, problems: Problems): Allowed {
  const may = new Fields(fields.value('may'), fields.at('may'), problems);
  may.knowOnly(mayKeys, say.inMay);
  const texts = (key: string) => may.texts(key).map(({ text }) => text);
  const sees = may.text('sees') ?? 'truth';
  if (sees !== 'truth' && sees !== 'monitor') problems.error(may.at('sees'), 'sees', say.seesForm(sees));
  return {
    switches: texts('switches'),
    fields: texts('fields'),
    faults: texts('faults'),
    changes: may.count('changes', 0, mostChanges),
    sees: sees === 'monitor' ? sees : 'truth',
  };
}

function readGoals(fields: Fields, problems: Problems): { goals: Goal[]; measuresAt: Place[] } {
  const value = fields.value('goals');
  const items = value?.type === 'list' ? value.items : [];
  if (items.length === 0) problems.error(value?.at ?? fields.at('goals'), 'goals', say.noGoals);
  const goals: Goal[] = [];
  const measuresAt: Place[] = [];
  for (const item of items) {
    const goal = readGoal(item, problems);
    if (goal === undefined) continue;
    goals.push(goal.goal);
    measuresAt.push(goal.at);
  }
  if (goals.length > 0 && goals.every(({ bonus }) => bonus))
    problems.error(value?.at ?? fields.at('goals'), 'goals', say.onlyBonus);
  return { goals, measuresAt };
}

function readGoal(item: Located, problems: Problems): { goal: Goal; at: Place } | undefined {
  const fields = new Fields(item, item.at, problems);
  fields.knowOnly(goalKeys, say.inGoal);
  const measure = fields.text('measure');
  const expect = fields.text('expect');
  const says = fields.text('says');
  if (measure === undefined || expect === undefined || says === undefined) {
    problems.error(item.at, 'goals', say.goalForm);
    return undefined;
  }
  const at = fields.value('measure')?.at ?? item.at;
  const parsed = parseMeasure(measure);
  if (isTextError(parsed)) {
    problems.error({ ...at, column: at.column + parsed.at }, 'measure', parsed.error);
    return undefined;
  }
  const range = parseRange(expect, parsed.unit);
  if (isTextError(range)) {
    const rangeAt = fields.value('expect')?.at ?? item.at;
    problems.error({ ...rangeAt, column: rangeAt.column + range.at }, 'range', range.error);
    return undefined;
  }
  return { goal: { measure, expect, says, bonus: fields.flag('bonus') }, at };
}

interface Parts {
  readonly briefing: readonly Token[];
  readonly debrief: readonly Token[];
  readonly hints: readonly string[];
  readonly proofs: readonly { readonly text: string; readonly line: number }[];
}

/** The last `##` begins the debrief; what stands before it is the briefing. Hints and proofs may stand anywhere. */
function partsOf(
  blocks: readonly MarkdownBlock[],
  start: Place,
  hintWords: readonly string[] | undefined,
  problems: Problems,
): Parts {
  const isPart = ({ token }: MarkdownBlock) =>
    token.type === 'heading' && (token as Tokens.Heading).depth === 2;
  const last = blocks.findLastIndex(isPart);
  if (blocks.filter(isPart).length < 2) problems.error(start, 'mission-parts', say.missionParts);
  const hints: string[] = [];
  const proofs: { text: string; line: number }[] = [];
  const briefing: Token[] = [];
  const debrief: Token[] = [];
  for (const [index, { token, line }] of blocks.entries()) {
    const hinted = token.type === 'blockquote' ? hintsIn(token as Tokens.Blockquote, hintWords) : undefined;
    if (hinted !== undefined) hints.push(...hinted);
    else if (token.type === 'code' && (token as Tokens.Code).lang?.trim() === 'prove')
      proofs.push({ text: (token as Tokens.Code).text, line });
    else (index < last ? briefing : debrief).push(token);
  }
  return { briefing, debrief, hints, proofs };
}
