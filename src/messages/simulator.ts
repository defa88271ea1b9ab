/** What a user got, and from whom. */
function causeOf(outcome: string, by: string | undefined): string {
  switch (outcome) {
    case 'refused':
      return `refused by ${by}`;
    case 'reset':
      return `cut off by ${by}`;
    case 'client-timeout':
      return by === undefined ? 'gave up waiting' : `gave up on ${by}`;
    case 'dns':
      return 'no address from DNS';
    case 'tls':
      return `TLS failed at ${by}`;
    default:
      return by === undefined ? outcome : `${outcome} from ${by}`;
  }
}

/** Words of the live simulator. What happens in it is told by simulator-events.ts and simulator-users.ts. */
export const simulator = {
  title: 'Simulator',
  breakIt: 'Break it',
  tryIt: 'Try it',
  changed: (changes: string) => `with ${changes}`,
  cannotOpen: "This infrastructure can't be run:",
  status: { live: 'live', replay: 'replay', stopped: 'stopped', goingBack: 'going there' },
  speed: (factor: number) => `${factor}x`,
  lookFor: (text: string) => `Look for: ${text}`,
  next: (clock: string, fault: string) => `next at ${clock}: ${fault}`,
  ended: 'the prepared run ends here',
  usersSaw: 'what users saw',
  lastSeconds: (count: number) => `what users saw, last ${count} s`,
  charts: {
    answered: 'answered',
    failed: 'failed',
    waiting: 'waiting',
    latency: 'p95',
    served: (percent: number) => `${percent} % served`,
    window: (seconds: number) => `last ${seconds} s`,
    cause: (outcome: string, by: string | undefined) => causeOf(outcome, by),
    otherCauses: (count: number) => `and ${count} more`,
    oldest: (seconds: string) => `the oldest for ${seconds} s`,
    median: (time: string) => `half within ${time}`,
    marks: (fault: string, noticed: string) => `${fault} fault  ${noticed} noticed`,
    wholeRun: (percent: string, lost: number) =>
      `whole run ${percent} % served${lost === 0 ? '' : `, ${lost} writes lost`}`,
  },
  rate: (rate: number) => `${rate}/s`,
  /** a closed loop: who waits for an answer asks nothing meanwhile */
  clients: (count: number) => (count === 1 ? '1 client' : `${count} clients`),
  queue: (waiting: number) => `${waiting} wait`,
  writes: (rate: number) => (rate === 1 ? '1 write/s' : `${rate} writes/s`),
  reads: (rate: number) => (rate === 1 ? '1 read/s' : `${rate} reads/s`),
  both: (reads: number, writes: number) => `${reads} r ${writes} w/s`,
  cpu: (percent: number) => `cpu ${percent} %`,
  p95: (time: string) => `p95 ${time}`,
  lost: (count: number) => `writes lost ${count}`,
  stale: (count: number) => `stale reads ${count}`,
  states: {
    killed: 'killed',
    stopped: 'stopped',
    off: 'off',
    paused: 'paused',
    starting: 'starting',
    stopping: 'stopping',
    up: 'up',
    primary: 'primary',
    replica: 'replica',
    readOnly: 'read-only',
  },
  /** what a line carries that it did not before: the longest way of saying it first */
  readsAndWrites: ['reads, writes', 'r + w', 'r+w'],
  readsAlone: ['reads'],
  writesAlone: ['writes'],
  flood: (rate: number, passes: boolean) => `flood ${rate}/s${passes ? '' : ' dropped'}`,
  caughtUp: 'caught up',
  behind: (time: string) => `${time} behind`,
  noBinlog: 'no binlog',
  semiSync: 'semi-sync',
  semiSyncIs: { on: 'on', acknowledges: 'on', degraded: 'degraded', off: 'off' },
  believed: { up: 'up', down: 'down', drain: 'drained', maint: 'maint' },
  links: 'links:',
  /** what a reader on a link sees, and how much of it makes sense */
  tapped: (link: string, text: string | undefined) =>
    `tap ${link.replace(' ', ' - ')}: ${text ?? 'nothing yet'}`,
  readable: (readable: number, messages: number) => `${readable} of ${messages} read`,
  monitor: {
    said: (service: string, age: number) => `${service}, ${age} s ago:`,
    sees: (qps: string, errors: string, p95: string) => [`${qps}/s`, `${errors} % errors`, `p95 ${p95}`],
    blind: ['sees no requests'],
    down: (ids: readonly string[]) => `no word of ${ids.join(', ')}`,
    alert: (firing: readonly string[]) => `ALERT ${firing.join(', ')}`,
    andMore: (count: number) => `and ${count} more`,
  },
  /** what the monitoring service shows, in place of the truth */
  eye: {
    title: (service: string) => `what ${service} shows; m shows the truth`,
    up: 'up',
    gone: 'gone',
    silent: 'silent',
    unseen: 'unseen',
    noSample: 'no sample yet',
    requests: 'requests',
    errors: 'errors',
    noAlert: 'no alert',
    otherwise: (sign: string, ids: readonly string[]) =>
      ids.length === 0
        ? 'every component is in truth as shown'
        : `${sign} otherwise in truth: ${ids.join(', ')}`,
    detected: (what: string, at: string, seen: string | undefined, alert: string | undefined) =>
      seen === undefined
        ? `${what} at ${at}: not seen here yet`
        : `${what} at ${at}: seen here ${seen} s later, ${alert === undefined ? 'no alert yet' : `the alert after ${alert} s`}`,
    inTruth: (id: string, shown: string, truth: string) => `${id}: ${shown} here, ${truth} in truth`,
    none: 'Nothing monitors this site, so there is only the truth.',
  },
  hints: {
    kill: (id: string) => `Press K (Shift and k) to kill ${id}, or choose something else with the arrows.`,
    after: 'Then watch who notices, and when. Space stops the time, ? shows every key.',
    dots: (every: number) =>
      every === 1
        ? 'Every dot is a request, slowed down so that you can follow it.'
        : `Every dot is a request, one of ${every}, slowed down so that you can follow it.`,
  },
  capital: (letter: string, verb: string) =>
    `Faults are capitals: Shift and ${letter.toLowerCase()} for ${verb}. Small letters break nothing.`,
  leaving: 'Esc again leaves, and what you did here is lost. Any other key stays.',
  quiet: 'Nothing happened for 60 s.',
  noticedLate: (time: string) => `The line of ${time} shows only now: it takes a while to be sure.`,
  cannot: {
    notAllowed: (verb: string, only: readonly string[]) =>
      only.length === 0
        ? `${verb} can't be used: here you can only watch.`
        : `${verb} can't be used here; what can be: ${only.join(', ')}.`,
    noFault: (letter: string) => `No fault stands behind ${letter}. x shows all of them.`,
    nothingToRestore: (id: string) => `Nothing acts on ${id} that could be restored.`,
    notHere: (verb: string, wanted: string, id: string) => `${verb} needs a ${wanted}, and ${id} is none.`,
    notNow: (verb: string, id: string, state: string) => `${verb} changes nothing now: ${id} is ${state}.`,
    traffic: 'There is no step of traffic beyond this one.',
    switches: 'There is nothing to change here: no switch, no fault, no other stage.',
    mark: 'No mark is set. c sets one (a checkpoint).',
    past: (now: string) => `That moment is past: it is ${now}.`,
    time: 'Write a time: go 1:20, run 10s, back 5s.',
    inspect: (names: string) => `There is no ${names === '' ? 'thing to look into' : names} here.`,
    change: (switches: readonly string[]) =>
      switches.length === 0
        ? 'There are no switches here.'
        : `Write set SWITCH=POSITION; the switches are ${switches.join(', ')}.`,
  },
  marked: 'Marked. z comes back to this moment.',
  planned: (fault: string, clock: string) => `At ${clock}: ${fault}.`,
  times: { title: (at: string, end: string) => `${at} of ${end}` },
  command: {
    invite: 'a fault, now or with its time; go, run, back, mark, return, inspect, set, restart',
  },
  line: {
    title: 'This repeats the run, to the last byte, on any machine:',
    why: 'A run is its topology, its seed and what was done at which time.',
  },
  list: {
    title: (id: string) => `What happens to ${id}?`,
    find: 'find:',
    invite: 'type to find a fault',
    places: {
      component: 'itself',
      host: 'its host',
      network: 'the network',
      links: 'a link',
      site: 'the whole site',
    },
    nothingHere: (id: string) => `Nothing that may be done now acts on ${id}. Choose something else.`,
    nothingFound: 'No fault has these words. Backspace takes one away.',
  },
  emptyLog: 'Nothing has happened yet.',
  logTitle: 'What happened',
  moreAbove: (count: number) => (count === 1 ? '1 more line above' : `${count} more lines above`),
  moreBelow: (count: number) => (count === 1 ? '1 more line' : `${count} more lines`),
  menus: {
    cutOff: (talk: string) => `nothing gets through: ${talk}`,
    talks: (from: string, to: string) => `${from} to ${to}`,
    linkFaults: 'a link: slow, lossy, listened to',
    network: 'the network: cut or heal',
    siteFaults: 'the whole site',
    hostFaults: (host: string) => `its host, ${host}`,
    submenu: (what: string) => `${what} ...`,
    whatIf: 'What if? Both runs go on side by side.',
    noFaults: 'without any fault',
    otherSite: (id: string) => `on another site: ${id}`,
    againWith: (position: string) => `Start again with ${position}`,
    position: (name: string, from: string, to: string) => `${name} ${to} (now ${from})`,
    restart: 'Start again?',
    again: 'Start again from the beginning',
    againBare: 'Start again without the prepared faults',
    close: 'Go on',
  },
  keys: {
    monitorEye: {
      label: 'monitor',
      help: 'See what the monitoring service shows instead of the truth, and what differs',
    },
    truth: { label: 'truth', help: 'See the truth again' },
    choose: {
      label: 'choose',
      help: 'Choose a component or a host, also with h j k l; Tab takes the next one',
    },
    letters: {
      kill: { label: 'kill', help: 'Kill the chosen process at once (SIGKILL)' },
      start: { label: 'start', help: 'Start the chosen process' },
      'power-off': { label: 'power off', help: 'Cut the power of the host, with all that runs on it' },
      'power-on': { label: 'power on', help: 'Give the host its power back' },
      pause: { label: 'pause', help: 'Let the chosen process hang (SIGSTOP): it still takes connections' },
      resume: { label: 'resume', help: 'Let the chosen process go on' },
      partition: { label: 'cut', help: 'Cut the network between two hosts, or heal it' },
    },
    anyLetter: {
      label: '',
      help: 'Every fault has a capital letter of its own, always the same; x shows which',
    },
    faults: { label: 'more', help: 'Every fault that can happen here, with its letter: type to find one' },
    inspect: {
      label: 'look',
      help: 'Look into the chosen thing: its checks, beliefs, limits and configuration; Tab goes to links and certificates, too',
    },
    closeInspector: { label: 'close', help: 'Close the inspector' },
    nextThing: {
      label: 'next thing',
      help: 'Look into the thing before or after, links and certificates too',
    },
    traffic: { label: 'traffic', help: 'More or fewer requests' },
    stop: { label: 'stop', help: 'Stop the time' },
    go: { label: 'go', help: 'Let the time go on' },
    speed: { label: '', help: 'Slower or faster: 0.25x, 1x, 2x, 4x, 10x' },
    step: { label: 'one second', help: 'Go on to the next whole second' },
    back: {
      label: '',
      help: 'Go back 10 s and see it again; what you then do takes the place of what came after',
    },
    nextEvent: {
      label: 'next event',
      help: 'Go on to the next thing that happens; never past the beginning of a prepared fault',
    },
    report: { label: 'report', help: 'Read the incident report on this run' },
    follow: { label: 'follow', help: 'Follow one request through the site, step by step' },
    why: { label: 'why', help: 'Say why: the chain behind any line of the log' },
    game: { label: 'alone', help: 'What stops this site alone? Mark it, then watch every part fail' },
    log: {
      label: 'log',
      help: 'Read everything that happened; what the users feel stands where it began, and is often noticed seconds later',
    },
    closeLog: { label: 'close', help: 'Back to the drawing' },
    scroll: { label: 'scroll', help: 'Scroll' },
    page: { label: '', help: 'Scroll a window up or down' },
    whatIf: { label: 'what if', help: 'The same run with one thing changed, side by side with this one' },
    restart: { label: 'restart', help: 'Start again from the beginning' },
    stepBack: { label: '', help: 'Back to the whole second before' },
    times: { label: 'time line', help: 'The time line: go to any second of the run' },
    mark: { label: '', help: 'Checkpoint: mark this moment, to come back to it with z' },
    toMark: { label: 'to the mark', help: 'Back to the mark: what you did since then is undone' },
    command: {
      label: '',
      help: 'Write a fault or a command; Tab completes it, the arrows bring back earlier ones',
    },
    line: { label: '', help: 'Show the command that repeats this run anywhere' },
    secondOnLine: { label: 'a second', help: 'A second back or on' },
    tenOnLine: { label: 'ten', help: 'Ten seconds on or back' },
    eventOnLine: { label: 'event', help: 'To what happened next, or before' },
    goThere: { label: 'go there', help: 'Go to this moment of the run' },
    closePanel: { label: 'close', help: 'Close it' },
    doIt: { label: 'do it', help: 'Do what the line says' },
    complete: { label: 'complete', help: 'Complete the word' },
    history: { label: 'history', help: 'An earlier line, or a later one' },
    leave: { label: 'back', help: 'Leave this run' },
    listChoose: { label: 'choose', help: 'Go to the fault before or after' },
    take: { label: 'let it happen', help: 'Let the fault happen, or show what is behind it' },
    atOnce: { label: 'at once', help: 'Let the fault with this letter happen' },
    erase: { label: '', help: 'Take a letter away' },
    listBack: { label: 'back', help: 'One step back' },
  },
} as const;
