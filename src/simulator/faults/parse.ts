import { messagesOf } from '../../messages/language.ts';
import { excerpt } from '../../text/excerpt.ts';
import { parseTime } from '../../topology/duration.ts';
import type { Topology } from '../../topology/types.ts';
import { didYouMean, problemWith } from './check.ts';
import type { Fault, TimedFault } from './fault.ts';
import { FAULTS, isVerb, VERBS, type Verb } from './table.ts';
import { VALUES, type Value } from './values.ts';

const t = messagesOf('simulator/faults/parse');

type Parsed<T> = T | { error: string };

/** Reads `10s kill web-2`: when, and what. The error is a sentence with the remedy. */
export function parseTimedFault(words: string, topology: Topology): Parsed<{ timed: TimedFault }> {
  const [time = '', ...rest] = words.trim().split(/\s+/);
  const at = parseTime(time);
  if (at === undefined || at < 0) {
    return { error: t`"${excerpt(time)}" is not a time. A fault begins with one: \`10s kill web-2\`` };
  }
  const parsed = parseFault(rest.join(' '), topology);
  return 'error' in parsed ? parsed : { timed: { at, fault: parsed.fault } };
}

/** Reads `kill web-2` against a topology. */
export function parseFault(words: string, topology: Topology): Parsed<{ fault: Fault }> {
  const [verb = '', ...rest] = words.trim().split(/\s+/);
  if (!isVerb(verb)) {
    if (verb === '')
      return { error: t`there is no fault here. One looks like \`${FAULTS.kill.examples[0]}\`` };
    return { error: t`"${excerpt(verb)}" is not a fault${didYouMean(verb, VERBS)}` };
  }
  const split = splitWords(verb, rest);
  if ('error' in split) return split;
  const { targets, word } = split;
  const value = word === undefined ? { value: undefined } : readValue(verb, word);
  // what is wrong with a target is said before what is wrong with the value behind it
  const read = 'error' in value ? undefined : value.value;
  const fault: Fault = { verb, targets, value: read, words: [verb, ...rest].join(' ') };
  const problem = problemWith(fault, topology);
  if (problem !== undefined) return { error: problem };
  return 'error' in value ? value : { fault };
}

function splitWords(
  verb: Verb,
  words: readonly string[],
): Parsed<{ targets: readonly string[]; word: string | undefined }> {
  const { targets: wanted, optional = 0, value, valueOptional, examples } = FAULTS[verb];
  const usage = t`It is written \`${examples[0]}\``;
  const endsInValue = value !== undefined && VALUES[value].read(words.at(-1) ?? '') !== undefined;
  const hasValue = value !== undefined && (!valueOptional || endsInValue || words.length > wanted.length);
  const targets = hasValue ? words.slice(0, -1) : words;
  if (targets.length < wanted.length - optional) return { error: t`\`${verb}\` needs more words. ${usage}` };
  if (targets.length > wanted.length) {
    return { error: t`\`${verb}\` takes no "${excerpt(targets.slice(wanted.length).join(' '))}". ${usage}` };
  }
  return { targets, word: hasValue ? words.at(-1) : undefined };
}

function readValue(verb: Verb, word: string): Parsed<{ value: Value }> {
  const { value: kind, examples } = FAULTS[verb];
  if (kind === undefined) return { value: word };
  const value = VALUES[kind].read(word);
  if (value !== undefined) return { value };
  return { error: t`"${excerpt(word)}" is not ${VALUES[kind].wants}. It is written \`${examples[0]}\`` };
}
