import { excerpt } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';
import { inWords } from './simulator-events.ts';

const t = messagesOf('missions');

function allowed(words: readonly string[]): string {
  return words.length === 0
    ? t`nothing here may be`
    : t`what may be: ${words.map((word) => excerpt(word)).join(', ')}`;
}

/** What the program says about missions. */
export const missionWords = {
  mayNotChange: (subject: string, may: readonly string[]) =>
    t`In this mission ${excerpt(subject)} can't be changed; ${allowed(may)}.`,
  mayNotDo: (verb: string, may: readonly string[]) =>
    t`In this mission you can't use "${excerpt(verb)}"; ${allowed(may)}.`,
  tooMany: (changes: number, most: number) =>
    t`That is ${changes} ${['change', 'changes']}, and this mission allows ${most}: take some back.`,
};

const words = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : t`${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;

/** Code is quoted for a terminal's errors; in a sentence of a screen it stands without. */
function plainly(text: string): string {
  return text.replace(/\x60/g, '');
}

/** `3 minutes`, `90 s`. */
function lasting(micros: number): string {
  return micros % MINUTE === 0 ? t.counted(micros / MINUTE, 'minute') : inWords(micros);
}

const MINUTE = 60_000_000;

/** What a mission says of itself before it is played. */
export const briefingWords = {
  about: (minutes: number) => t`A mission of about ${minutes} ${['minute', 'minutes']}.`,
  may: t`What you may do`,
  switches: (switches: readonly string[]) =>
    t.plural(switches.length)`Before the run: turn the ${['switch', 'switches']} ${words(switches)}.`,
  fields: (fields: readonly string[]) => t`Before the run: set ${words(fields)}.`,
  faults: (verbs: readonly string[]) => t`While it runs: ${words(verbs)}.`,
  changes: (most: number) => t`${most} ${['change', 'changes']} in all, no more.`,
  watchOnly: t`Watch. There is nothing to change.`,
  monitorOnly: t`While it runs you see what the monitoring service knows, and nothing else.`,
  goals: t`Goals`,
  bonus: (says: string) => t`${says} (bonus)`,
  lasts: (micros: number, seeds: number) =>
    t`The run takes ${lasting(micros)}. Then your play is judged over ${seeds} ${['seed', 'seeds']}, other than the one you watch: each goal has to be met with every one of them.`,
  stars: t`Winning earns three stars, less one for each hint taken and each bonus goal missed, but never fewer than one. If you read the debrief before you win, the win earns one.`,
  best: (stars: number) =>
    stars === 0 ? t`You have played it and not won yet.` : t`Your best: ${stars} ${['star', 'stars']} of 3.`,
  cannotShow: (problem: string) => t`This mission can't be played: ${problem}`,
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
  title: t`Mission`,
  parts: {
    briefing: t`briefing`,
    plan: t`before the run`,
    live: t`run`,
    judging: t`judging`,
    verdict: t`how it ended`,
    debrief: t`debrief`,
  },
  moreBelow: (count: number) => t`${count} more ${['line', 'lines']}`,
  // before the run
  run: t`Begin the run`,
  aboutRun: t`Press Enter to let it begin. Something is going to go wrong.`,
  changeFreely: t`Change what you like, then begin the run.`,
  changesLeft: (left: number) =>
    left === 0
      ? t`No change is left. Begin the run, or take a change back with u.`
      : t`${left} ${['change', 'changes']} left. Then begin the run.`,
  changeTitle: ({ subject, now }: ChoiceWords) => t`${subject} is ${now}. Change it to what?`,
  option: (value: string, { before, now }: ChoiceWords) =>
    value === now ? t`${value} (as it is)` : value === before ? t`${value} (as it was)` : value,
  expects: (expects: string) => t`Write ${plainly(expects)}, then press Enter.`,
  about: ({ kind, options, means, expects }: ChoiceWords) => {
    if (kind === 'switch') return t`One of ${(options ?? []).join(', ')}.`;
    return t`${means.charAt(0).toUpperCase()}${means.slice(1)}. It takes ${plainly(expects)}.`;
  },
  // the run
  notYet: t`not yet`,
  unseen: t`at the end`,
  board: (service: string) => t`What ${service} knows`,
  ends: (part: string, at: string) => t`${part} until ${at}`,
  stopAgain: t`Press Esc again to stop this run: it does not count then.`,
  judgeAgain: (end: string) => t`Judge now? The night goes on until ${end}. Press d again to judge it.`,
  didIt: (fault: string) => t`you: ${fault}`,
  noAlert: t`No alert fires.`,
  noSample: t`Nothing was sampled yet.`,
  noMonitor: (title: string) =>
    t`${title} shows only what a monitoring service knows, and its site has none: write "monitoring" into the topology, or leave "sees" out.`,
  // hints
  hintTitle: t`A hint costs a star.`,
  takeHint: (number: number, all: number) => t`Take hint ${number} of ${all}`,
  hintAgain: (number: number) => t`Read hint ${number} again`,
  noHint: t`No, thank you`,
  hint: (number: number, all: number, text: string) => t`Hint ${number} of ${all}: ${text}`,
  // the judges
  judging: (seeds: number) =>
    t`The same play now runs over ${seeds} ${['seed', 'seeds']} that you have not seen, so that neither luck nor bad luck decides.`,
  judged: (done: number, all: number) => t`${done} of ${all}`,
  notJudged: (why: string) => t`It could not be judged: ${why}`,
  refused: t`This play can't be judged:`,
  won: (stars: number, all: number) => t`Won: ${stars} of ${all} ${['star', 'stars']}`,
  lost: t`Not won this time.`,
  met: t`met`,
  missed: t`missed`,
  seeds: (count: number) => t`One value for each seed, 1 to ${count}, in this order.`,
  whyStars: (hints: number, bonuses: number, told: boolean) => {
    const costs = [
      ...(told ? [t`the debrief was read before`] : hints > 0 ? [t.counted(hints, 'hint')] : []),
      ...(bonuses > 0 ? [t`${bonuses} ${['bonus goal', 'bonus goals']} missed`] : []),
    ];
    return costs.length === 0
      ? t`No hint taken, no bonus missed.`
      : t`Less than three for: ${costs.join(', ')}.`;
  },
  afterLoss: t`Press r to try again with another seed. The debrief (a) tells what wins; after that a win earns one star.`,
  keys: {
    plan: { label: t`go on`, help: t`Go on to what you may change before the run` },
    run: { label: t`run`, help: t`Begin the run` },
    scroll: { label: t`scroll`, help: t`Scroll` },
    page: { label: '', help: t`Scroll by a page` },
    hint: { label: t`hint`, help: t`Take a hint; it costs a star, and you are asked first` },
    choose: { label: t`choose`, help: t`Choose what to change` },
    change: { label: t`change`, help: t`Change what is chosen, or begin the run` },
    accept: { label: t`take it`, help: t`Take the new value` },
    erase: { label: '', help: t`Erase a letter` },
    stopWriting: { label: t`leave it`, help: t`Leave the value as it was` },
    undo: { label: t`undo`, help: t`Take back the change of what is chosen` },
    briefing: { label: t`briefing`, help: t`Back to the briefing` },
    judge: { label: t`judge`, help: t`Watch no further: the play is judged by what you did so far` },
    stopRun: { label: t`stop`, help: t`Stop this run; it does not count` },
    stopJudging: { label: t`stop`, help: t`Leave the judging; the play does not count` },
    again: { label: t`try again`, help: t`Try again with another seed` },
    report: { label: t`report`, help: t`Read the incident report on the run that you watched` },
    debrief: { label: t`debrief`, help: t`Read what wins, and why; after that a win earns one star` },
    back: { label: t`back`, help: t`Back to how it ended` },
    leave: { label: t`done`, help: t`Back to where you were` },
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
  askPlan: t`set WHAT=VALUE, undo, changes, draw, hint, run to begin, m map, q quit:`,
  planHelp: t`Say "set WHAT=VALUE" to change something, "undo WHAT" to take it back, "changes" for what may be changed, "draw" for the site, "hint" for a hint, "run" to begin.`,
  changeFreely: t`You may change:`,
  changesLeft: (left: number) => t`You may change (${left} ${['change', 'changes']} left):`,
  choice: ({ subject, before, now, options, expects }: ChoiceWords) => {
    const was = now === before ? '' : t` (was ${before})`;
    const may = options === undefined ? expects : options.join(', ');
    return t`${subject} is ${now}${was}; it may be ${may}`;
  },
  setForm: (subjects: readonly string[]) =>
    subjects.length === 0
      ? t`There is nothing to change before the run.`
      : t`Write what to change and its new value, such as "set ${subjects[0]}=..."; what may be changed: ${words(subjects)}.`,
  begun: (time: string) =>
    t`The run begins; it takes ${time}. Time stands still until you say "run 5s". "goals", "status", "events" and "help" tell more; "judge" ends it.`,
  runHelp: t`Say "run 5s" to let time go by (Enter: 1 s), "goals" for the goals so far, "status" for the site now, "events" for what happened, "hint" for a hint, "judge" to watch no further, "stop" to begin again, or a fault that the mission allows, such as "failover db-2".`,
  goalSoFar: ({ says, bonus, value, met }: SoFar) => {
    const state =
      value === undefined ? t`nothing to measure yet` : t`${value}, ${met ? t`met` : t`not met`} so far`;
    return `${bonus ? t`${says} (bonus)` : says} ${state}.`;
  },
  blindGoals: t`The goals are measured on what the users saw, which you learn at the end.`,
  blindEvents: t`In this mission you see only what the monitoring service knows: say "status".`,
  monitorKnows: (sample: Sampled | undefined, alerts: readonly string[]) => {
    if (sample === undefined) return t`The monitoring service has sampled nothing yet.`;
    const { t: at, qps, error_rate: errors, p95_ms: p95, down } = sample;
    const seen =
      qps === null || errors === null
        ? t`it saw no requests`
        : t`${Math.round(qps)} requests/s, ${Math.round(errors * 100)} % errors${p95 === null ? '' : t`, p95 ${Math.round(p95)} ms`}`;
    const gone = down.length === 0 ? '' : t`; no word of ${words(down)}`;
    const firing = alerts.length === 0 ? t`No alert fires.` : t`ALERT: ${words(alerts)}.`;
    return t`The monitoring service, at ${Math.round(at)} s: ${seen}${gone}. ${firing}`;
  },
  askHint: (number: number, all: number) =>
    t`Hint ${number} of ${all} costs a star. Take it? y yes, Enter no:`,
  noHint: t`This mission has no hints.`,
  noMoreHint: t`There are no more hints.`,
  measured: (values: readonly string[]) => t`Seed by seed: ${values.join(', ')}.`,
  missedWith: (seed: number, value: string) => `${seed} (${value})`,
  failedWith: (seeds: readonly string[]) => t`Missed with seed ${seeds.join(', ')}.`,
  askWon: t`Enter map, report, r try again, q quit:`,
  askLost: t`r try again with another seed, hint, report, d the debrief (a win then earns one star), m map, q quit:`,
  afterHelp: t`Write one of the letters below.`,
} as const;
