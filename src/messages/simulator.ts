import { messagesOf } from './language.ts';

const t = messagesOf('simulator');

/** What a user got, and from whom. */
function causeOf(outcome: string, by: string | undefined): string {
  switch (outcome) {
    case 'refused':
      return t`refused by ${by}`;
    case 'reset':
      return t`cut off by ${by}`;
    case 'client-timeout':
      return by === undefined ? t`gave up waiting` : t`gave up on ${by}`;
    case 'dns':
      return t`no address from DNS`;
    case 'tls':
      return t`TLS failed at ${by}`;
    default:
      return by === undefined ? outcome : t`${outcome} from ${by}`;
  }
}

/** Words of the live simulator. What happens in it is told by simulator-events.ts and simulator-users.ts. */
export const simulator = {
  title: t`Simulator`,
  breakIt: t`Break it`,
  tryIt: t`Try it`,
  changed: (changes: string) => t`with ${changes}`,
  cannotOpen: t`This infrastructure can't be run:`,
  status: { live: t`live`, replay: t`replay`, stopped: t`stopped`, goingBack: t`going there` },
  speed: (factor: number) => `${factor}x`,
  lookFor: (text: string) => t`Look for: ${text}`,
  next: (clock: string, fault: string) => t`next at ${clock}: ${fault}`,
  ended: t`the prepared run ends here`,
  usersSaw: t`what users saw`,
  lastSeconds: (count: number) => t`what users saw, last ${count} s`,
  charts: {
    answered: t`answered`,
    failed: t`failed`,
    waiting: t`waiting`,
    latency: t`p95`,
    served: (percent: number) => t`${percent} % served`,
    window: (seconds: number) => t`last ${seconds} s`,
    cause: (outcome: string, by: string | undefined) => causeOf(outcome, by),
    otherCauses: (count: number) => t`and ${count} more`,
    oldest: (seconds: string) => t`the oldest for ${seconds} s`,
    median: (time: string) => t`half within ${time}`,
    marks: (fault: string, noticed: string) => t`${fault} fault  ${noticed} noticed`,
    wholeRun: (percent: string, lost: number) =>
      t`whole run ${percent} % served${lost === 0 ? '' : t`, ${lost} writes lost`}`,
  },
  rate: (rate: number) => `${rate}/s`,
  /** a closed loop: who waits for an answer asks nothing meanwhile */
  clients: (count: number) => t.counted(count, 'client'),
  queue: (waiting: number) => t`${waiting} wait`,
  writes: (rate: number) => t.counted(rate, 'write/s', 'writes/s'),
  reads: (rate: number) => t.counted(rate, 'read/s', 'reads/s'),
  both: (reads: number, writes: number) => t`${reads} r ${writes} w/s`,
  cpu: (percent: number) => t`cpu ${percent} %`,
  p95: (time: string) => t`p95 ${time}`,
  lost: (count: number) => t`writes lost ${count}`,
  stale: (count: number) => t`stale reads ${count}`,
  states: {
    killed: t`killed`,
    stopped: t`stopped`,
    off: t`off`,
    paused: t`paused`,
    starting: t`starting`,
    stopping: t`stopping`,
    up: t`up`,
    primary: t`primary`,
    replica: t`replica`,
    readOnly: t`read-only`,
  },
  /** what a line carries that it did not before: the longest way of saying it first */
  readsAndWrites: [t`reads, writes`, t`r + w`, t`r+w`],
  readsAlone: [t`reads`],
  writesAlone: [t`writes`],
  flood: (rate: number, passes: boolean) => t`flood ${rate}/s${passes ? '' : t` dropped`}`,
  caughtUp: t`caught up`,
  behind: (time: string) => t`${time} behind`,
  noBinlog: t`no binlog`,
  semiSync: t`semi-sync`,
  semiSyncIs: { on: t`on`, acknowledges: t`on`, degraded: t`degraded`, off: t`off` },
  believed: { up: t`up`, down: t`down`, drain: t`drained`, maint: t`maint` },
  links: t`links:`,
  /** what a reader on a link sees, and how much of it makes sense */
  tapped: (link: string, text: string | undefined) =>
    t`tap ${link.replace(' ', ' - ')}: ${text ?? t`nothing yet`}`,
  readable: (readable: number, messages: number) => t`${readable} of ${messages} read`,
  monitor: {
    said: (service: string, age: number) => t`${service}, ${age} s ago:`,
    sees: (qps: string, errors: string, p95: string) => [`${qps}/s`, t`${errors} % errors`, t`p95 ${p95}`],
    blind: [t`sees no requests`],
    down: (ids: readonly string[]) => t`no word of ${ids.join(', ')}`,
    alert: (firing: readonly string[]) => t`ALERT ${firing.join(', ')}`,
    andMore: (count: number) => t`and ${count} more`,
  },
  /** what the monitoring service shows, in place of the truth */
  eye: {
    title: (service: string) => t`what ${service} shows; m shows the truth`,
    up: t`up`,
    gone: t`gone`,
    silent: t`silent`,
    unseen: t`unseen`,
    noSample: t`no sample yet`,
    requests: t`requests`,
    errors: t`errors`,
    noAlert: t`no alert`,
    otherwise: (sign: string, ids: readonly string[]) =>
      ids.length === 0
        ? t`every component is in truth as shown`
        : t`${sign} otherwise in truth: ${ids.join(', ')}`,
    detected: (what: string, at: string, seen: string | undefined, alert: string | undefined) =>
      seen === undefined
        ? t`${what} at ${at}: not seen here yet`
        : t`${what} at ${at}: seen here ${seen} s later, ${alert === undefined ? t`no alert yet` : t`the alert after ${alert} s`}`,
    inTruth: (id: string, shown: string, truth: string) => t`${id}: ${shown} here, ${truth} in truth`,
    none: t`Nothing monitors this site, so there is only the truth.`,
  },
  hints: {
    kill: (id: string) => t`Press K (Shift and k) to kill ${id}, or choose something else with the arrows.`,
    after: t`Then watch who notices, and when. Space stops the time, ? shows every key.`,
    dots: (every: number) =>
      every === 1
        ? t`Every dot is a request, slowed down so that you can follow it.`
        : t`Every dot is a request, one of ${every}, slowed down so that you can follow it.`,
  },
  capital: (letter: string, verb: string) =>
    t`Faults are capitals: Shift and ${letter.toLowerCase()} for ${verb}. Small letters break nothing.`,
  leaving: t`Esc again leaves, and what you did here is lost. Any other key stays.`,
  quiet: t`Nothing happened for 60 s.`,
  quietToTheEnd: t`Nothing more happens: the prepared run ends here.`,
  noticedLate: (time: string) => t`The line of ${time} shows only now: it takes a while to be sure.`,
  cannot: {
    notAllowed: (verb: string, only: readonly string[]) =>
      only.length === 0
        ? t`${verb} can't be used: here you can only watch.`
        : t`${verb} can't be used here; what can be: ${only.join(', ')}.`,
    noFault: (letter: string) => t`No fault stands behind ${letter}. x shows all of them.`,
    nothingToRestore: (id: string) => t`Nothing acts on ${id} that could be restored.`,
    notHere: (verb: string, wanted: string, id: string) => t`${verb} needs a ${wanted}, and ${id} is none.`,
    notNow: (verb: string, id: string, state: string) => t`${verb} changes nothing now: ${id} is ${state}.`,
    traffic: t`There is no step of traffic beyond this one.`,
    switches: t`There is nothing to change here: no switch, no fault, no other stage.`,
    mark: t`No mark is set. c sets one (a checkpoint).`,
    past: (now: string) => t`That moment is past: it is ${now}.`,
    time: t`Write a time: go 1:20, run 10s, back 5s.`,
    inspect: (names: string) => t`There is no ${names === '' ? t`thing to look into` : names} here.`,
    change: (switches: readonly string[]) =>
      switches.length === 0
        ? t`There are no switches here.`
        : t`Write set SWITCH=POSITION; the switches are ${switches.join(', ')}.`,
  },
  marked: t`Marked. z comes back to this moment.`,
  planned: (fault: string, clock: string) => t`At ${clock}: ${fault}.`,
  times: { title: (at: string, end: string) => t`${at} of ${end}` },
  command: {
    invite: t`a fault, now or with its time; go, run, back, mark, return, inspect, set, restart`,
  },
  line: {
    title: t`This repeats the run, to the last byte, on any machine:`,
    why: t`A run is its topology, its seed and what was done at which time.`,
  },
  list: {
    title: (id: string) => t`What happens to ${id}?`,
    find: t`find:`,
    invite: t`type to find a fault`,
    places: {
      component: t`itself`,
      host: t`its host`,
      network: t`the network`,
      links: t`a link`,
      site: t`the whole site`,
    },
    nothingHere: (id: string) => t`Nothing that may be done now acts on ${id}. Choose something else.`,
    nothingFound: t`No fault has these words. Backspace takes one away.`,
  },
  emptyLog: t`Nothing has happened yet.`,
  logTitle: t`What happened`,
  moreAbove: (count: number) => t`${count} more ${['line', 'lines']} above`,
  moreBelow: (count: number) => t`${count} more ${['line', 'lines']}`,
  menus: {
    cutOff: (talk: string) => t`nothing gets through: ${talk}`,
    talks: (from: string, to: string) => t`${from} to ${to}`,
    linkFaults: t`a link: slow, lossy, listened to`,
    network: t`the network: cut or heal`,
    siteFaults: t`the whole site`,
    hostFaults: (host: string) => t`its host, ${host}`,
    submenu: (what: string) => `${what} ...`,
    whatIf: t`What if? Both runs go on side by side.`,
    noFaults: t`without any fault`,
    otherSite: (id: string) => t`on another site: ${id}`,
    againWith: (position: string) => t`Start again with ${position}`,
    position: (name: string, from: string, to: string) => t`${name} ${to} (now ${from})`,
    restart: t`Start again?`,
    again: t`Start again from the beginning`,
    againBare: t`Start again without the prepared faults`,
    close: t`Go on`,
  },
  keys: {
    monitorEye: {
      label: t`monitor`,
      help: t`See what the monitoring service shows instead of the truth, and what differs`,
    },
    truth: { label: t`truth`, help: t`See the truth again` },
    choose: {
      label: t`choose`,
      help: t`Choose a component or a host, also with h j k l; Tab takes the next one`,
    },
    letters: {
      kill: { label: t`kill`, help: t`Kill the chosen process at once (SIGKILL)` },
      start: { label: t`start`, help: t`Start the chosen process` },
      'power-off': { label: t`power off`, help: t`Cut the power of the host, with all that runs on it` },
      'power-on': { label: t`power on`, help: t`Give the host its power back` },
      pause: { label: t`pause`, help: t`Let the chosen process hang (SIGSTOP): it still takes connections` },
      resume: { label: t`resume`, help: t`Let the chosen process go on` },
      partition: { label: t`cut`, help: t`Cut the network between two hosts, or heal it` },
    },
    anyLetter: {
      label: '',
      help: t`Every fault has a capital letter of its own, always the same; x shows which`,
    },
    faults: { label: t`more`, help: t`Every fault that can happen here, with its letter: type to find one` },
    inspect: {
      label: t`look`,
      help: t`Look into the chosen thing: its checks, beliefs, limits and configuration; Tab goes to links and certificates, too`,
    },
    closeInspector: { label: t`close`, help: t`Close the inspector` },
    nextThing: {
      label: t`next thing`,
      help: t`Look into the thing before or after, links and certificates too`,
    },
    traffic: { label: t`traffic`, help: t`More or fewer requests` },
    stop: { label: t`stop`, help: t`Stop the time` },
    go: { label: t`go`, help: t`Let the time go on` },
    speed: { label: '', help: t`Slower or faster: 0.25x, 1x, 2x, 4x, 10x` },
    step: { label: t`one second`, help: t`Go on to the next whole second` },
    back: {
      label: '',
      help: t`Go back 10 s and see it again; what you then do takes the place of what came after`,
    },
    nextEvent: {
      label: t`next event`,
      help: t`Go on to the next thing that happens; never past the beginning of a prepared fault`,
    },
    report: { label: t`report`, help: t`Read the incident report on this run` },
    follow: { label: t`follow`, help: t`Follow one request through the site, step by step` },
    why: { label: t`why`, help: t`Say why: the chain behind any line of the log` },
    game: { label: t`alone`, help: t`What stops this site alone? Mark it, then watch every part fail` },
    log: {
      label: t`log`,
      help: t`Read everything that happened; what the users feel stands where it began, and is often noticed seconds later`,
    },
    closeLog: { label: t`close`, help: t`Back to the drawing` },
    scroll: { label: t`scroll`, help: t`Scroll` },
    page: { label: '', help: t`Scroll a window up or down` },
    whatIf: { label: t`what if`, help: t`The same run with one thing changed, side by side with this one` },
    restart: { label: t`restart`, help: t`Start again from the beginning` },
    stepBack: { label: '', help: t`Back to the whole second before` },
    times: { label: t`time line`, help: t`The time line: go to any second of the run` },
    mark: { label: '', help: t`Checkpoint: mark this moment, to come back to it with z` },
    toMark: { label: t`to the mark`, help: t`Back to the mark: what you did since then is undone` },
    command: {
      label: '',
      help: t`Write a fault or a command; Tab completes it, the arrows bring back earlier ones`,
    },
    line: { label: '', help: t`Show the command that repeats this run anywhere` },
    secondOnLine: { label: t`a second`, help: t`A second back or on` },
    tenOnLine: { label: t`ten`, help: t`Ten seconds on or back` },
    eventOnLine: { label: t`event`, help: t`To what happened next, or before` },
    goThere: { label: t`go there`, help: t`Go to this moment of the run` },
    closePanel: { label: t`close`, help: t`Close it` },
    doIt: { label: t`do it`, help: t`Do what the line says` },
    complete: { label: t`complete`, help: t`Complete the word` },
    history: { label: t`history`, help: t`An earlier line, or a later one` },
    leave: { label: t`back`, help: t`Leave this run` },
    listChoose: { label: t`choose`, help: t`Go to the fault before or after` },
    take: { label: t`let it happen`, help: t`Let the fault happen, or show what is behind it` },
    atOnce: { label: t`at once`, help: t`Let the fault with this letter happen` },
    erase: { label: '', help: t`Take a letter away` },
    listBack: { label: t`back`, help: t`One step back` },
  },
} as const;
