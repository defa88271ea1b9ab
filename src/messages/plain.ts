import type { QuantityUnit } from '../course/quantity.ts';
import type { Belief } from '../simulator/view.ts';
import { excerpt } from '../text/excerpt.ts';
import { plural, sentence } from './plural.ts';
import { program } from './program.ts';
import { numberForms } from './quiz.ts';

const tryKeys = (runs: number) => (runs === 0 ? '' : runs === 1 ? ' t try it,' : ` t1 to t${runs} try it,`);

const beliefs: Readonly<Record<Belief, string>> = {
  up: 'up',
  down: 'down',
  drain: 'draining',
  maint: 'in maintenance',
};

/** Words of the mode in lines: for pipes, logs, simple terminals and screen readers. */
export const plainWords = {
  alsoTopology: (id: string) =>
    `${id} is a topology, too: "${program} draw ${id}" shows it, "${program} start ${id}" opens it.`,
  map: {
    stage: (number: number, title: string) => `Stage ${number}: ${title}`,
    reading: (read: number, all: number) => `${read} of ${plural(all, 'lesson')} read`,
    questions: (right: number, all: number) => `${right} of ${plural(all, 'question')} right`,
    read: 'read',
    new: 'new',
    page: (seen: number, pages: number) => `${seen} of ${pages} pages`,
    quiz: (right: number, all: number) => `quiz ${right} of ${all}`,
    /** undefined: not played; 0: played and not won */
    mission: (stars: number | undefined) =>
      stars === undefined ? 'mission' : stars === 0 ? 'not won yet' : plural(stars, 'star'),
    break: 'break',
    broken: 'broken',
    empty: 'This course has no stages yet: list them under "stages" in its course.yaml.',
    emptyStage: 'Nothing stands in this stage yet.',
    goOn: 'Go on where you stopped:',
    begin: 'Begin:',
    orAny: 'Open anything by its id:',
    breakIt: 'Break a website:',
    inTerminal: 'In a terminal, infra-tutor without an argument opens all of this on the full screen.',
    stoppedAt: (title: string) => sentence(`You stopped at: ${title}`),
    startAt: (title: string) => sentence(`Begin with: ${title}`),
    /** what is due, as the map on the screen says it */
    review: (due: string) => `${due}: v`,
    left: (title: string, time: string) => `You left ${title} at ${time}: r goes on with it`,
    ask: 'Number or id to open, Enter to go on, s and a number for a stage, v review, / and a word to search, m map, q quit:',
    noSuch: (word: string, nearest: string | undefined) =>
      `There is no "${excerpt(word)}" here.${nearest === undefined ? '' : ` Did you mean ${excerpt(nearest)}?`} m shows the map again.`,
  },
  lesson: {
    page: (title: string, page: number, pages: number) => `${title}, page ${page} of ${pages}`,
    ask: (runs: number) => `Enter next page, b page before,${tryKeys(runs)} m map, q quit:`,
    askAtEnd: (runs: number) => `Enter go on, b page before,${tryKeys(runs)} m map, q quit:`,
    end: 'This was the last page.',
    next: (title: string) => sentence(`Next: ${title}`),
    tryIt: (key: string, lookFor: string) => `Try it${key}: ${lookFor}`,
    predict: (key: string, ask: string) => `Say first, then watch${key}: ${ask}`,
    explain: (key: string, ask: string) => `Explain it${key}: ${ask}`,
    guess: (count: number) => `Your guess, 1 to ${count}, or Enter to leave it:`,
    guessNumber: ({ word }: QuantityUnit) =>
      `Your number${word === '' ? '' : `, in ${word}`}, or Enter to leave it:`,
    noGuess: (count: number) => `Write a number from 1 to ${count}.`,
    sources: 'Sources:',
    diagram: 'Diagram:',
    notes: 'Notes:',
    note: (line: string, said: string) => `"${line}": ${said}`,
    diagramSteps: 'Step by step:',
    requestStep: (at: string, what: string, took: string) => `At ${at} ${what}, for ${took}.`,
    link: (name: string, key: string) => `Link: ${name} (${key})`,
    noLink: 'There is nothing to follow on this page.',
    noRun: 'There is nothing to try on this page.',
    cannotShow: (problem: string) => `This lesson can't be shown: ${problem}`,
    notKnown: (word: string) =>
      `"${excerpt(word)}" means nothing here. Press Enter to read on, or write one of the letters below.`,
    noPages: 'This lesson is empty.',
  },
  quiz: {
    changed: 'This question has changed since you answered it, so it is asked again.',
    title: (title: string, number: number, all: number) => `${title}, question ${number} of ${all}`,
    ask: (answer: string) => `${answer}, h hint, a answer, s skip, q quit:`,
    askOne: 'Number of your answer',
    askMany: 'Numbers of all right answers (such as 1 3)',
    askOrder: 'Numbers in the right order (such as 2 3 1)',
    askNumber: (unit: string) => (unit === '' ? 'Your answer, a number' : `Your answer, a number in ${unit}`),
    askText: 'Your answer, in words',
    writeWords: 'Capitals and small slips in typing do not matter.',
    nothingWritten: 'Write your answer, or s to skip.',
    noNumber: (unit: QuantityUnit, line: string) =>
      `"${line}" is no answer: write ${numberForms(unit)}, or one of the letters below.`,
    tooLong: (most: number) => `That is too long: write a word or a few, ${most} letters at most.`,
    component: (id: string, what: string, host: string) => `${id}, ${what}, on ${host}`,
    noDrawing: 'The topology of this question cannot be read:',
    bringInOrder: 'Put them in the right order.',
    leftOut: (numbers: readonly string[]) =>
      `Every number once, please: ${numbers.join(', ')} ${numbers.length === 1 ? 'is' : 'are'} missing.`,
    askNext: (canWatch: boolean) => `Enter next,${canWatch ? ' w watch it happen,' : ''} q quit:`,
    severalRight: 'More than one answer may be right.',
    right: 'Right.',
    notRight: 'Not right.',
    rightAnswer: (answer: string) => `The right answer: ${answer}`,
    hint: (number: number, all: number, text: string) => `Hint ${number} of ${all}: ${text}`,
    noHint: 'There is no hint for this question.',
    noMoreHint: 'That was the last hint.',
    notANumber: (word: string, most: number) =>
      `"${excerpt(word)}" is no answer: write a number from 1 to ${most}, or one of the letters below.`,
    oneOnly: 'One answer only: write one number.',
    nothingChosen: 'Write the number of an answer, or s to skip.',
    skipped: 'Skipped.',
    result: (right: number, all: number) => `${right} of ${all} right.`,
    allRight: 'All right: well done.',
    wrong: 'Look again at:',
    cannotAsk: (problem: string) => `This question can't be asked: ${problem}`,
    cannotShow: (problem: string) => `This quiz can't be shown: ${problem}`,
    askAgain: 'r ask the wrong ones again, Enter go on, q quit:',
    noQuestions: 'This quiz has no questions yet.',
    feedback: (label: string, text: string) => `${label}: ${text}`,
    stopped: 'Your answers are saved; you go on here the next time.',
  },
  simulator: {
    title: (title: string) => `Break it: ${title}`,
    still: 'Time stands still until you say "run 10s". "help" lists what you can say.',
    ask: (time: string) => `${time}>`,
    helpLines: [
      ['run 10s', 'let that much time go by, and tell what happened (Enter runs 1s more)'],
      ['kill web-2', 'break a component now; "start web-2" brings it back'],
      ['pause web-2', 'hang it; "resume web-2" wakes it up'],
      ['power-off HOST', 'switch a host off; "power-on HOST" switches it on'],
      ['partition A B', 'cut the link between two hosts; "heal A B" mends it'],
      ['10s kill web-2', 'a fault at that time from the start'],
      ['faults', 'everything that can go wrong here, and what takes it away'],
      ['status', 'every component, its state, and what the users see'],
      ['monitor', 'what the monitoring service shows instead, and where the truth is another'],
      ['events', 'what happened so far'],
      ['report', 'the incident report on this run: impact, cause, detection, error budget'],
      ['why', 'the chain behind the newest line of the log; "why 14.1": behind the line at that time'],
      ['compare no faults', 'the same run with one change, side by side; or set ..., fault ...'],
      ['spof', 'a game: say which boxes alone stop this site, then hear who was right'],
      ['follow slowest', 'the way of one request; or failed, oldest, next, or its number'],
      [
        'inspect lb-1',
        'what it does, believes and how it is configured; also a host, or a link: "inspect A B"',
      ],
      ['next', 'let time go by until something happens'],
      ['back 10s', 'go back; "mark" marks a moment, "return" goes back to it'],
      ['line', 'the command that repeats this run on any machine'],
      ['draw', 'the drawing; "words" says it in sentences'],
      ['set redispatch=on', 'change a field or turn a switch, and begin again'],
      ['restart', 'begin again at 0 s'],
      ['quit', 'back'],
    ] as const,
    fault: (means: string, undo: string | undefined) =>
      undo === undefined ? means : `${means}; "${undo}" takes it away`,
    inspected: (name: string, what: string) => (what === '' ? name : `${name}: ${what}`),
    nothingToInspect: (name: string, known: readonly string[]) =>
      `There is no ${name === '' ? 'thing without a name' : `"${excerpt(name)}"`} here. You can look into ${known.join(', ')}, or two that talk to each other.`,
    marked: (at: string) => `Marked: "return" comes back to ${at}.`,
    noMark: 'No mark is set: "mark" sets one.',
    wentBack: (at: string) => `It is ${at} again: what came after has not happened.`,
    restarted: 'Begun again at 0 s.',
    restartedWith: (changes: string) => `Begun again at 0 s with ${changes}.`,
    notATime: (word: string) => `run needs a time, such as "run 10s"; "${excerpt(word)}" is none.`,
    tooLong: (most: string) => `That is too long at once: run at most ${most}.`,
    inThePast: (now: string) => `That time has gone by: it is ${now}. Say the fault without a time.`,
    scheduled: (at: string, words: string) => `At ${at}: ${words}.`,
    done: (at: string, words: string) => `${at}: ${words}.`,
    notUnderstood: (error: string) => `${error} "help" lists what you can say.`,
    noEvents: 'Nothing has happened yet.',
    lookFor: (text: string) => `Look for: ${text}`,
    quiet: (span: string) => `${span} went by without an event.`,
    cannotOpen: (topology: string) => `${topology} can't be run:`,
    felt: (answered: number, failed: number, waiting: number, availability: number) =>
      `Users, in the last second: ${answered} answered, ${failed} failed; ${waiting} waiting. ` +
      `Availability so far: ${(Math.floor(availability * 10_000) / 100).toFixed(2)} %.`,
  },
  status: {
    users: (rate: number, answered: number, failed: number, waiting: number) =>
      `users: ${rate} requests/s; in the last second ${answered} answered, ${failed} failed; ${waiting} waiting.`,
    soFar: (availability: string, p95: string) =>
      `availability so far ${availability}; 95 % of the answers of the last 10 s came within ${p95}.`,
    component: (id: string, host: string, state: string, rate: number, waiting: number) =>
      `${id} on ${host}: ${state}, ${rate}/s${waiting > 0 ? `, ${waiting} inside` : ''}`,
    believes: (servers: string) => `believes that ${servers}`,
    believed: (id: string, state: Belief) => `${id} is ${beliefs[state]}`,
    vrrp: (state: string, vip: string, holds: boolean) =>
      `VRRP ${state}, ${holds ? 'holds' : 'does not hold'} ${vip}`,
    primary: 'primary',
    replica: (lag: string | undefined) =>
      lag === undefined ? 'replica, receives nothing' : `replica, ${lag} behind`,
    writesTo: (id: string) => `writes to ${id}`,
    hostOff: (id: string) => `the host ${id} is off.`,
    /** without a fault it is cut */
    link: (ends: string, fault: string | undefined) => `the link ${ends}: ${fault ?? 'cut'}.`,
  },
  search: {
    nothing: (query: string) => `Nothing in this course says "${excerpt(query)}".`,
    found: (count: number, query: string) => `${plural(count, 'place')} with "${excerpt(query)}":`,
    hit: (id: string, title: string, text: string) =>
      title === text ? `${id}: ${text}` : `${id}: ${title}: ${text}`,
    more: (count: number) => `  and ${plural(count, 'more place')}: search for more than one word`,
    glossary: 'glossary',
    needsWord: 'Write a word after the slash, such as /failover.',
  },
  bye: 'Until next time.',
  byeSaved: 'Until next time: "infra-tutor" goes on here.',
};
