import { excerpt } from '../text/excerpt.ts';
import { plural } from './plural.ts';
import { inWords } from './simulator-events.ts';

function allowed(words: readonly string[]): string {
  return words.length === 0
    ? 'nothing here may be'
    : `what may be: ${words.map((word) => excerpt(word)).join(', ')}`;
}

/** What the program says about missions. */
export const missionWords = {
  mayNotChange: (subject: string, may: readonly string[]) =>
    `In this mission ${excerpt(subject)} can't be changed; ${allowed(may)}.`,
  mayNotDo: (verb: string, may: readonly string[]) =>
    `In this mission you can't use "${excerpt(verb)}"; ${allowed(may)}.`,
  tooMany: (changes: number, most: number) =>
    `That is ${plural(changes, 'change')}, and this mission allows ${most}: take some back.`,
};

const words = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;

/** Code is quoted for a terminal's errors; in a sentence of a screen it stands without. */
function plainly(text: string): string {
  return text.replace(/\x60/g, '');
}

/** `3 minutes`, `90 s`. */
function lasting(micros: number): string {
  return micros % MINUTE === 0 ? plural(micros / MINUTE, 'minute') : inWords(micros);
}

const MINUTE = 60_000_000;

/** What a mission says of itself before it is played. */
export const briefingWords = {
  about: (minutes: number) => `A mission of about ${plural(minutes, 'minute')}.`,
  may: 'What you may do',
  switches: (switches: readonly string[]) =>
    `Before the run: turn the ${switches.length === 1 ? 'switch' : 'switches'} ${words(switches)}.`,
  fields: (fields: readonly string[]) => `Before the run: set ${words(fields)}.`,
  faults: (verbs: readonly string[]) => `While it runs: ${words(verbs)}.`,
  changes: (most: number) => `${plural(most, 'change')} in all, no more.`,
  watchOnly: 'Watch. There is nothing to change.',
  monitorOnly: 'While it runs you see what the monitoring service knows, and nothing else.',
  goals: 'Goals',
  bonus: (says: string) => `${says} (bonus)`,
  lasts: (micros: number, seeds: number) =>
    `The run takes ${lasting(micros)}. Then your play is judged over ${plural(seeds, 'seed')}, other than the one you watch: each goal has to be met with every one of them.`,
  stars:
    'Winning earns three stars, less one for each hint taken and each bonus goal missed, but never fewer than one. If you read the debrief before you win, the win earns one.',
  best: (stars: number) =>
    stars === 0 ? 'You have played it and not won yet.' : `Your best: ${plural(stars, 'star')} of 3.`,
  cannotShow: (problem: string) => `This mission can't be played: ${problem}`,
} as const;

interface ChoiceWords {
  readonly subject: string;
  readonly kind: 'switch' | 'field';
  readonly before: string;
  readonly now: string;
  readonly options: readonly string[] | undefined;
  readonly expects: string;
  readonly means: string;
}

/** What the screen of a mission says. */
export const missionScreen = {
  title: 'Mission',
  parts: {
    briefing: 'briefing',
    plan: 'before the run',
    live: 'run',
    judging: 'judging',
    verdict: 'how it ended',
    debrief: 'debrief',
  },
  moreBelow: (count: number) => (count === 1 ? '1 more line' : `${count} more lines`),
  // before the run
  run: 'Begin the run',
  aboutRun: 'Press Enter to let it begin. Something is going to go wrong.',
  changeFreely: 'Change what you like, then begin the run.',
  changesLeft: (left: number) =>
    left === 0
      ? 'No change is left. Begin the run, or take a change back with u.'
      : `${plural(left, 'change')} left. Then begin the run.`,
  changeTitle: ({ subject, now }: ChoiceWords) => `${subject} is ${now}. Change it to what?`,
  option: (value: string, { before, now }: ChoiceWords) =>
    value === now ? `${value} (as it is)` : value === before ? `${value} (as it was)` : value,
  expects: (expects: string) => `Write ${plainly(expects)}, then press Enter.`,
  about: ({ kind, options, means, expects }: ChoiceWords) => {
    if (kind === 'switch') return `One of ${(options ?? []).join(', ')}.`;
    return `${means.charAt(0).toUpperCase()}${means.slice(1)}. It takes ${plainly(expects)}.`;
  },
  // the run
  notYet: 'not yet',
  unseen: 'at the end',
  board: (service: string) => `What ${service} knows`,
  ends: (part: string, at: string) => `${part} until ${at}`,
  stopAgain: 'Press Esc again to stop this run: it does not count then.',
  judgeAgain: (end: string) => `Judge now? The night goes on until ${end}. Press d again to judge it.`,
  didIt: (fault: string) => `you: ${fault}`,
  noAlert: 'No alert fires.',
  noSample: 'Nothing was sampled yet.',
  noMonitor: (title: string) =>
    `${title} shows only what a monitoring service knows, and its site has none: write "monitoring" into the topology, or leave "sees" out.`,
  // hints
  hintTitle: 'A hint costs a star.',
  takeHint: (number: number, all: number) => `Take hint ${number} of ${all}`,
  hintAgain: (number: number) => `Read hint ${number} again`,
  noHint: 'No, thank you',
  hint: (number: number, all: number, text: string) => `Hint ${number} of ${all}: ${text}`,
  // the judges
  judging: (seeds: number) =>
    `The same play now runs over ${plural(seeds, 'seed')} that you have not seen, so that neither luck nor bad luck decides.`,
  judged: (done: number, all: number) => `${done} of ${all}`,
  notJudged: (why: string) => `It could not be judged: ${why}`,
  refused: "This play can't be judged:",
  won: (stars: number, all: number) => `Won: ${stars} of ${plural(all, 'star')}`,
  lost: 'Not won this time.',
  met: 'met',
  missed: 'missed',
  seeds: (count: number) => `One value for each seed, 1 to ${count}, in this order.`,
  whyStars: (hints: number, bonuses: number, told: boolean) => {
    const costs = [
      ...(told ? ['the debrief was read before'] : hints > 0 ? [plural(hints, 'hint')] : []),
      ...(bonuses > 0 ? [`${plural(bonuses, 'bonus goal')} missed`] : []),
    ];
    return costs.length === 0
      ? 'No hint taken, no bonus missed.'
      : `Less than three for: ${costs.join(', ')}.`;
  },
  afterLoss:
    'Press r to try again with another seed. The debrief (a) tells what wins; after that a win earns one star.',
  keys: {
    plan: { label: 'go on', help: 'Go on to what you may change before the run' },
    run: { label: 'run', help: 'Begin the run' },
    scroll: { label: 'scroll', help: 'Scroll' },
    page: { label: '', help: 'Scroll by a page' },
    hint: { label: 'hint', help: 'Take a hint; it costs a star, and you are asked first' },
    choose: { label: 'choose', help: 'Choose what to change' },
    change: { label: 'change', help: 'Change what is chosen, or begin the run' },
    accept: { label: 'take it', help: 'Take the new value' },
    erase: { label: '', help: 'Erase a letter' },
    stopWriting: { label: 'leave it', help: 'Leave the value as it was' },
    undo: { label: 'undo', help: 'Take back the change of what is chosen' },
    briefing: { label: 'briefing', help: 'Back to the briefing' },
    judge: { label: 'judge', help: 'Watch no further: the play is judged by what you did so far' },
    stopRun: { label: 'stop', help: 'Stop this run; it does not count' },
    stopJudging: { label: 'stop', help: 'Leave the judging; the play does not count' },
    again: { label: 'try again', help: 'Try again with another seed' },
    report: { label: 'report', help: 'Read the incident report on the run that you watched' },
    debrief: { label: 'debrief', help: 'Read what wins, and why; after that a win earns one star' },
    back: { label: 'back', help: 'Back to how it ended' },
    leave: { label: 'done', help: 'Back to where you were' },
  },
} as const;

interface SoFar {
  readonly says: string;
  readonly bonus: boolean;
  readonly value: string | undefined;
  readonly met: boolean | undefined;
}

interface Sampled {
  readonly t: number;
  readonly qps: number | null;
  readonly error_rate: number | null;
  readonly p95_ms: number | null;
  readonly down: readonly string[];
}

/** What a mission says in lines. */
export const plainMission = {
  askPlan: 'set WHAT=VALUE, undo, changes, draw, hint, run to begin, m map, q quit:',
  planHelp:
    'Say "set WHAT=VALUE" to change something, "undo WHAT" to take it back, "changes" for what may be changed, "draw" for the site, "hint" for a hint, "run" to begin.',
  changeFreely: 'You may change:',
  changesLeft: (left: number) => `You may change (${plural(left, 'change')} left):`,
  choice: ({ subject, before, now, options, expects }: ChoiceWords) => {
    const was = now === before ? '' : ` (was ${before})`;
    const may = options === undefined ? expects : options.join(', ');
    return `${subject} is ${now}${was}; it may be ${may}`;
  },
  setForm: (subjects: readonly string[]) =>
    subjects.length === 0
      ? 'There is nothing to change before the run.'
      : `Write what to change and its new value, such as "set ${subjects[0]}=..."; what may be changed: ${words(subjects)}.`,
  begun: (time: string) =>
    `The run begins; it takes ${time}. Time stands still until you say "run 5s". "goals", "status", "events" and "help" tell more; "judge" ends it.`,
  runHelp:
    'Say "run 5s" to let time go by (Enter: 1 s), "goals" for the goals so far, "status" for the site now, "events" for what happened, "hint" for a hint, "judge" to watch no further, "stop" to begin again, or a fault that the mission allows, such as "failover db-2".',
  goalSoFar: ({ says, bonus, value, met }: SoFar) => {
    const state =
      value === undefined ? 'nothing to measure yet' : `${value}, ${met ? 'met' : 'not met'} so far`;
    return `${bonus ? `${says} (bonus)` : says} ${state}.`;
  },
  blindGoals: 'The goals are measured on what the users saw, which you learn at the end.',
  blindEvents: 'In this mission you see only what the monitoring service knows: say "status".',
  monitorKnows: (sample: Sampled | undefined, alerts: readonly string[]) => {
    if (sample === undefined) return 'The monitoring service has sampled nothing yet.';
    const { t, qps, error_rate: errors, p95_ms: p95, down } = sample;
    const seen =
      qps === null || errors === null
        ? 'it saw no requests'
        : `${Math.round(qps)} requests/s, ${Math.round(errors * 100)} % errors${p95 === null ? '' : `, p95 ${Math.round(p95)} ms`}`;
    const gone = down.length === 0 ? '' : `; no word of ${words(down)}`;
    const firing = alerts.length === 0 ? 'No alert fires.' : `ALERT: ${words(alerts)}.`;
    return `The monitoring service, at ${Math.round(t)} s: ${seen}${gone}. ${firing}`;
  },
  askHint: (number: number, all: number) =>
    `Hint ${number} of ${all} costs a star. Take it? y yes, Enter no:`,
  noHint: 'This mission has no hints.',
  noMoreHint: 'There are no more hints.',
  measured: (values: readonly string[]) => `Seed by seed: ${values.join(', ')}.`,
  missedWith: (seed: number, value: string) => `${seed} (${value})`,
  failedWith: (seeds: readonly string[]) => `Missed with seed ${seeds.join(', ')}.`,
  askWon: 'Enter map, report, r try again, q quit:',
  askLost:
    'r try again with another seed, hint, report, d the debrief (a win then earns one star), m map, q quit:',
  afterHelp: 'Write one of the letters below.',
} as const;
