import type { QuantityUnit } from '../course/quantity.ts';
import type { Belief } from '../simulator/view.ts';
import { excerpt } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';
import { sentence } from './plural.ts';
import { program } from './program.ts';
import { numberForms } from './quiz.ts';

const t = messagesOf('plain');

const tryKeys = (runs: number) => (runs === 0 ? '' : runs === 1 ? t` t try it,` : t` t1 to t${runs} try it,`);

const beliefs: Readonly<Record<Belief, string>> = {
  up: t`up`,
  down: t`down`,
  drain: t`draining`,
  maint: t`in maintenance`,
};

/** Words of the mode in lines: for pipes, logs, simple terminals and screen readers. */
export const plainWords = {
  alsoTopology: (id: string) =>
    t`${id} is a topology, too: "${program} draw ${id}" shows it, "${program} start ${id}" opens it.`,
  map: {
    stage: (number: number, title: string) => t`Stage ${number}: ${title}`,
    reading: (read: number, all: number) => t`${read} of ${all} ${['lesson', 'lessons']} read`,
    questions: (right: number, all: number) => t`${right} of ${all} ${['question', 'questions']} right`,
    read: t`read`,
    new: t`new`,
    page: (seen: number, pages: number) => t`${seen} of ${pages} pages`,
    quiz: (right: number, all: number) => t`quiz ${right} of ${all}`,
    /** undefined: not played; 0: played and not won */
    mission: (stars: number | undefined) =>
      stars === undefined ? t`mission` : stars === 0 ? t`not won yet` : t.counted(stars, 'star'),
    break: t`break`,
    broken: t`broken`,
    empty: t`This course has no stages yet: list them under "stages" in its course.yaml.`,
    emptyStage: t`Nothing stands in this stage yet.`,
    goOn: t`Go on where you stopped:`,
    begin: t`Begin:`,
    orAny: t`Open anything by its id:`,
    breakIt: t`Break a website:`,
    inTerminal: t`In a terminal, infra-tutor without an argument opens all of this on the full screen.`,
    stoppedAt: (title: string) => sentence(t`You stopped at: ${title}`),
    startAt: (title: string) => sentence(t`Begin with: ${title}`),
    /** what is due, as the map on the screen says it */
    review: (due: string) => t`${due}: v`,
    left: (title: string, time: string) => t`You left ${title} at ${time}: r goes on with it`,
    ask: t`Number or id to open, Enter to go on, s and a number for a stage, v review, / and a word to search, m map, q quit:`,
    noSuch: (word: string, nearest: string | undefined) =>
      t`There is no "${excerpt(word)}" here.${nearest === undefined ? '' : t` Did you mean ${excerpt(nearest)}?`} m shows the map again.`,
  },
  lesson: {
    page: (title: string, page: number, pages: number) => t`${title}, page ${page} of ${pages}`,
    ask: (runs: number) => t`Enter next page, b page before,${tryKeys(runs)} m map, q quit:`,
    askAtEnd: (runs: number) => t`Enter go on, b page before,${tryKeys(runs)} m map, q quit:`,
    end: t`This was the last page.`,
    next: (title: string) => sentence(t`Next: ${title}`),
    tryIt: (key: string, lookFor: string) => t`Try it${key}: ${lookFor}`,
    predict: (key: string, ask: string) => t`Say first, then watch${key}: ${ask}`,
    explain: (key: string, ask: string) => t`Explain it${key}: ${ask}`,
    guess: (count: number) => t`Your guess, 1 to ${count}, or Enter to leave it:`,
    guessNumber: ({ word }: QuantityUnit) =>
      t`Your number${word === '' ? '' : t`, in ${word}`}, or Enter to leave it:`,
    noGuess: (count: number) => t`Write a number from 1 to ${count}.`,
    sources: t`Sources:`,
    diagram: t`Diagram:`,
    notes: t`Notes:`,
    note: (line: string, said: string) => `"${line}": ${said}`,
    diagramSteps: t`Step by step:`,
    requestStep: (at: string, what: string, took: string) => t`At ${at} ${what}, for ${took}.`,
    link: (name: string, key: string) => t`Link: ${name} (${key})`,
    noLink: t`There is nothing to follow on this page.`,
    noRun: t`There is nothing to try on this page.`,
    cannotShow: (problem: string) => t`This lesson can't be shown: ${problem}`,
    notKnown: (word: string) =>
      t`"${excerpt(word)}" means nothing here. Press Enter to read on, or write one of the letters below.`,
    noPages: t`This lesson is empty.`,
  },
  quiz: {
    changed: t`This question has changed since you answered it, so it is asked again.`,
    title: (title: string, number: number, all: number) => t`${title}, question ${number} of ${all}`,
    ask: (answer: string) => t`${answer}, h hint, a answer, s skip, q quit:`,
    askOne: t`Number of your answer`,
    askMany: t`Numbers of all right answers (such as 1 3)`,
    askOrder: t`Numbers in the right order (such as 2 3 1)`,
    askNumber: (unit: string) =>
      unit === '' ? t`Your answer, a number` : t`Your answer, a number in ${unit}`,
    askText: t`Your answer, in words`,
    writeWords: t`Capitals and small slips in typing do not matter.`,
    nothingWritten: t`Write your answer, or s to skip.`,
    noNumber: (unit: QuantityUnit, line: string) =>
      t`"${line}" is no answer: write ${numberForms(unit)}, or one of the letters below.`,
    tooLong: (most: number) => t`That is too long: write a word or a few, ${most} letters at most.`,
    component: (id: string, what: string, host: string) => t`${id}, ${what}, on ${host}`,
    noDrawing: t`The topology of this question cannot be read:`,
    bringInOrder: t`Put them in the right order.`,
    leftOut: (numbers: readonly string[]) =>
      t.plural(numbers.length)`Every number once, please: ${numbers.join(', ')} ${['is', 'are']} missing.`,
    askNext: (canWatch: boolean) => t`Enter next,${canWatch ? t` w watch it happen,` : ''} q quit:`,
    severalRight: t`More than one answer may be right.`,
    right: t`Right.`,
    notRight: t`Not right.`,
    rightAnswer: (answer: string) => t`The right answer: ${answer}`,
    hint: (number: number, all: number, text: string) => t`Hint ${number} of ${all}: ${text}`,
    noHint: t`There is no hint for this question.`,
    noMoreHint: t`That was the last hint.`,
    notANumber: (word: string, most: number) =>
      t`"${excerpt(word)}" is no answer: write a number from 1 to ${most}, or one of the letters below.`,
    oneOnly: t`One answer only: write one number.`,
    nothingChosen: t`Write the number of an answer, or s to skip.`,
    skipped: t`Skipped.`,
    result: (right: number, all: number) => t`${right} of ${all} right.`,
    allRight: t`All right: well done.`,
    wrong: t`Look again at:`,
    cannotAsk: (problem: string) => t`This question can't be asked: ${problem}`,
    cannotShow: (problem: string) => t`This quiz can't be shown: ${problem}`,
    askAgain: t`r ask the wrong ones again, Enter go on, q quit:`,
    noQuestions: t`This quiz has no questions yet.`,
    feedback: (label: string, text: string) => `${label}: ${text}`,
    stopped: t`Your answers are saved; you go on here the next time.`,
  },
  simulator: {
    title: (title: string) => t`Break it: ${title}`,
    still: t`Time stands still until you say "run 10s". "help" lists what you can say.`,
    ask: (time: string) => `${time}>`,
    helpLines: [
      ['run 10s', t`let that much time go by, and tell what happened (Enter runs 1s more)`],
      ['kill web-2', t`break a component now; "start web-2" brings it back`],
      ['pause web-2', t`hang it; "resume web-2" wakes it up`],
      ['power-off HOST', t`switch a host off; "power-on HOST" switches it on`],
      ['partition A B', t`cut the link between two hosts; "heal A B" mends it`],
      ['10s kill web-2', t`a fault at that time from the start`],
      ['faults', t`everything that can go wrong here, and what takes it away`],
      ['status', t`every component, its state, and what the users see`],
      ['monitor', t`what the monitoring service shows instead, and where the truth is another`],
      ['events', t`what happened so far`],
      ['report', t`the incident report on this run: impact, cause, detection, error budget`],
      ['why', t`the chain behind the newest line of the log; "why 14.1": behind the line at that time`],
      ['compare no faults', t`the same run with one change, side by side; or set ..., fault ...`],
      ['spof', t`a game: say which boxes alone stop this site, then hear who was right`],
      ['follow slowest', t`the way of one request; or failed, oldest, next, or its number`],
      [
        'inspect lb-1',
        t`what it does, believes and how it is configured; also a host, or a link: "inspect A B"`,
      ],
      ['next', t`let time go by until something happens`],
      ['back 10s', t`go back; "mark" marks a moment, "return" goes back to it`],
      ['line', t`the command that repeats this run on any machine`],
      ['draw', t`the drawing; "words" says it in sentences`],
      ['set redispatch=on', t`change a field or turn a switch, and begin again`],
      ['restart', t`begin again at 0 s`],
      ['quit', t`back`],
    ] as const,
    fault: (means: string, undo: string | undefined) =>
      undo === undefined ? means : t`${means}; "${undo}" takes it away`,
    inspected: (name: string, what: string) => (what === '' ? name : `${name}: ${what}`),
    nothingToInspect: (name: string, known: readonly string[]) =>
      t`There is no ${name === '' ? t`thing without a name` : `"${excerpt(name)}"`} here. You can look into ${known.join(', ')}, or two that talk to each other.`,
    marked: (at: string) => t`Marked: "return" comes back to ${at}.`,
    noMark: t`No mark is set: "mark" sets one.`,
    wentBack: (at: string) => t`It is ${at} again: what came after has not happened.`,
    restarted: t`Begun again at 0 s.`,
    restartedWith: (changes: string) => t`Begun again at 0 s with ${changes}.`,
    notATime: (word: string) => t`run needs a time, such as "run 10s"; "${excerpt(word)}" is none.`,
    tooLong: (most: string) => t`That is too long at once: run at most ${most}.`,
    inThePast: (now: string) => t`That time has gone by: it is ${now}. Say the fault without a time.`,
    scheduled: (at: string, words: string) => t`At ${at}: ${words}.`,
    done: (at: string, words: string) => `${at}: ${words}.`,
    notUnderstood: (error: string) => t`${error} "help" lists what you can say.`,
    noEvents: t`Nothing has happened yet.`,
    lookFor: (text: string) => t`Look for: ${text}`,
    quiet: (span: string) => t`${span} went by without an event.`,
    cannotOpen: (topology: string) => t`${topology} can't be run:`,
    felt: (answered: number, failed: number, waiting: number, availability: string) =>
      t`Users, in the last second: ${answered} answered, ${failed} failed; ${waiting} waiting. ` +
      t`Availability so far: ${availability}.`,
  },
  status: {
    users: (rate: number, answered: number, failed: number, waiting: number) =>
      t`users: ${rate} requests/s; in the last second ${answered} answered, ${failed} failed; ${waiting} waiting.`,
    soFar: (availability: string, p95: string) =>
      t`availability so far ${availability}; 95 % of the answers of the last 10 s came within ${p95}.`,
    component: (id: string, host: string, state: string, rate: number, waiting: number) =>
      t`${id} on ${host}: ${state}, ${rate}/s${waiting > 0 ? t`, ${waiting} inside` : ''}`,
    believes: (servers: string) => t`believes that ${servers}`,
    believed: (id: string, state: Belief) => t`${id} is ${beliefs[state]}`,
    vrrp: (state: string, vip: string, holds: boolean) =>
      t`VRRP ${state}, ${holds ? t`holds` : t`does not hold`} ${vip}`,
    primary: t`primary`,
    replica: (lag: string | undefined) =>
      lag === undefined ? t`replica, receives nothing` : t`replica, ${lag} behind`,
    writesTo: (id: string) => t`writes to ${id}`,
    hostOff: (id: string) => t`the host ${id} is off.`,
    /** without a fault it is cut */
    link: (ends: string, fault: string | undefined) => t`the link ${ends}: ${fault ?? t`cut`}.`,
  },
  search: {
    nothing: (query: string) => t`Nothing in this course says "${excerpt(query)}".`,
    found: (count: number, query: string) => t`${count} ${['place', 'places']} with "${excerpt(query)}":`,
    hit: (id: string, title: string, text: string) =>
      title === text ? `${id}: ${text}` : `${id}: ${title}: ${text}`,
    more: (count: number) =>
      t`  and ${count} ${['more place', 'more places']}: search for more than one word`,
    glossary: t`glossary`,
    needsWord: t`Write a word after the slash, such as /failover.`,
  },
  bye: t`Until next time.`,
  byeSaved: t`Until next time: "infra-tutor" goes on here.`,
};
