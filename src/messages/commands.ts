import { messagesOf } from './language.ts';
import { program } from './program.ts';

const t = messagesOf('commands');

/** What a command is called, how it is written, and what it does, in the words of its help. */
export interface CommandWords {
  /** after `infra-tutor` */
  readonly usage: string;
  readonly summary: string;
  /** an option as it is written, and what it does */
  readonly options: readonly (readonly [written: string, meaning: string])[];
  readonly example: string;
  readonly exampleMeans: string;
}

const json = ['--json', t`print one JSON object and nothing else`] as const;

/** Every command, in the order of the help. */
export const commandWords = {
  list: {
    usage: 'list [--json]',
    summary: t`List every lesson, quiz and mission with its id.`,
    options: [json],
    example: 'list --json',
    exampleMeans: t`the course as data, for a program of yours`,
  },
  start: {
    usage: 'start [ID] [options]',
    summary: t`Open a lesson, a quiz, a mission, a stage, or a topology to break; without an ID: where you stopped.`,
    options: [
      ['--intro', t`the first thirty seconds again: kill the web server that answers Ana`],
      [
        "--fault 'TIME FAULT'",
        t`prepare what goes wrong in a topology, for a demonstration; it stands still until Space`,
      ],
      [
        '--set CHANGE',
        t`open a topology with a switch or a setting otherwise: redispatch=on, lb-1.retries=0`,
      ],
      ['--seed N', t`another course of chance, 1 when not given`],
      ['--paused', t`a topology stands still until Space`],
    ],
    example: 'start distributed',
    exampleMeans: t`open the simulator on the three hosts of stage 1`,
  },
  show: {
    usage: 'show ID',
    summary: t`Print a lesson, a quiz, a topology, a mission or a glossary word in lines.`,
    options: [],
    example: 'show three-hosts',
    exampleMeans: t`print that lesson, for a pager or a printer`,
  },
  quiz: {
    usage: 'quiz [ID]',
    summary: t`Answer a quiz; without an ID: the next one with open questions.`,
    options: [],
    example: 'quiz round-robin',
    exampleMeans: t`answer the questions about round robin`,
  },
  placement: {
    usage: 'placement',
    summary: t`Answer ten questions that say which stages you may skip.`,
    options: [],
    example: 'placement',
    exampleMeans: t`for somebody who knows some of this already`,
  },
  review: {
    usage: 'review',
    summary: t`Answer again what you are about to forget, from every quiz, for ten minutes.`,
    options: [],
    example: 'review',
    exampleMeans: t`what you were sure of and got wrong comes first`,
  },
  due: {
    usage: 'due',
    summary: t`Say in one line what is to be reviewed; exit status 0 when something is, 1 when nothing.`,
    options: [],
    example: 'due',
    exampleMeans: t`for the file that your shell reads when it starts, or for cron`,
  },
  mission: {
    usage: 'mission [ID]',
    summary: t`Play a mission: change what you may, then see whether the site comes through; without an ID: the next one.`,
    options: [],
    example: 'mission the-green-lie',
    exampleMeans: t`half of the users get errors, and every light is green`,
  },
  status: {
    usage: 'status [--json] [--streak]',
    summary: t`Say what you have read and answered, and where you stopped.`,
    options: [json, ['--streak', t`say also how many days in a row you were here`]],
    example: 'status',
    exampleMeans: t`your progress, stage by stage`,
  },
  reset: {
    usage: 'reset ID | --all',
    summary: t`Forget what you did in one lesson, quiz, mission or stage, or in the whole course.`,
    options: [['--all', t`forget everything you did in this course`]],
    example: 'reset round-robin',
    exampleMeans: t`begin that quiz again`,
  },
  report: {
    usage: 'report [--json | --csv | --xapi]',
    summary: t`Print all that you did in this course, for yourself or to hand in.`,
    options: [
      json,
      ['--csv', t`a row for each answer, for a spreadsheet`],
      ['--xapi', t`statements of the Experience API as lines of JSON, for a learning record store`],
      ['--email ADDRESS', t`who learnt, in these statements; without it nobody can tell`],
    ],
    example: 'report --csv > answers.csv',
    exampleMeans: t`every answer with its time, in a file that spreadsheets open`,
  },
  'hand-in': {
    usage: 'hand-in [--name NAME] [--output FILE]',
    summary: t`Write what you did in this course into one small file, for whoever teaches you.`,
    options: [
      ['--name NAME', t`who you are; without it only a number that stands for your machine and account`],
      ['--output FILE', t`where to write it; a file in this folder, called after you, when not given`],
    ],
    example: "hand-in --name 'Müller, A.'",
    exampleMeans: t`write muller-a-web-infrastructure.json`,
  },
  'progress export': {
    usage: 'progress export [FILE]',
    summary: t`Print everything you did as lines of JSON, or write it into a new file.`,
    options: [],
    example: 'progress export from-my-laptop.jsonl',
    exampleMeans: t`take it to another machine, or keep it`,
  },
  'progress import': {
    usage: 'progress import FILE...',
    summary: t`Add what you did elsewhere: nothing is lost, and nothing counts twice.`,
    options: [],
    example: 'progress import from-my-laptop.jsonl',
    exampleMeans: t`go on here with what you did there`,
  },
  'progress merge': {
    usage: 'progress merge FILE...',
    summary: t`Print what several exports have together, and leave your own progress as it is.`,
    options: [],
    example: 'progress merge laptop.jsonl desktop.jsonl > both.jsonl',
    exampleMeans: t`one history of two; the order of the files does not matter`,
  },
  doctor: {
    usage: 'doctor [--repair] [--json]',
    summary: t`Check what your terminal can do, where progress is kept, and the course; say what to do.`,
    options: [['--repair', t`mend a damaged journal; the damaged file is kept beside it`], json],
    example: 'doctor',
    exampleMeans: t`the first thing to run when something looks wrong`,
  },
  completion: {
    usage: 'completion SHELL',
    summary: t`Print a script with which bash, zsh or fish completes commands, options and ids.`,
    options: [['--line LINE', t`print what the last word of that command line may become`]],
    example: 'completion bash >> ~/.bash_completion',
    exampleMeans: t`complete with Tab in every new bash; for zsh and fish see the man page`,
  },
  simulate: {
    usage: 'simulate TOPOLOGY [options]',
    summary: t`Run a topology, break it on schedule, and count what its users saw.`,
    options: [
      ['--for TIME', t`how long to run; 60s when not given`],
      ['--rate N', t`requests per second, in place of the rate in the file`],
      ['--seed N', t`the random seed; 1 when not given: the same seed gives the same run`],
      ["--fault 'TIME VERB ...'", t`a fault at that time, e.g. '10s kill web-2'; may be given many times`],
      [
        '--set WHAT=VALUE',
        t`change a field (lb-1.redispatch=true) or turn a switch (redispatch=on); many times`,
      ],
      [
        '--trace WHICH',
        t`follow one request in place of the summary: slowest, failed (the first), or its number`,
      ],
      ['--requests FILE', t`write every request as a line of JSON into this file`],
      ['--report FILE', t`write an incident report as markdown into this file`],
      json,
    ],
    example: "simulate distributed --for 30s --fault '10s kill web-2'",
    exampleMeans: t`kill a web server after 10 seconds, and see who notices`,
  },
  compare: {
    usage: 'compare TOPOLOGY --with CHANGE [options] | --stages',
    summary: t`Run the same night twice with one thing changed, and say what the change is worth.`,
    options: [
      ['--with CHANGE', t`'set redispatch=on', 'fault 20s kill web-1', 'no faults', 'topology scaled-up'`],
      [
        '--stages',
        t`the way through the stages of the course, one switch at a time, in one and the same night`,
      ],
      ['--for TIME', t`how long to run; 60s when not given`],
      ['--rate N', t`requests per second, in place of the rate in the file`],
      ['--seed N', t`the random seed of both; 1 when not given`],
      [
        "--fault 'TIME VERB ...'",
        t`a fault in both at that time, e.g. '10s kill web-2'; may be given many times`,
      ],
      ['--set WHAT=VALUE', t`change a field or turn a switch in both; many times`],
      json,
    ],
    example: "compare distributed --with 'fault 10s kill web-2'",
    exampleMeans: t`what the death of a web server costs its users`,
  },
  spof: {
    usage: 'spof TOPOLOGY [--play | --json]',
    summary: t`Find the single points of failure, by failing every process, host and link in turn.`,
    options: [
      ['--play', t`a game: say first which boxes alone stop the site, then hear who was right`],
      ['--set WHAT=VALUE', t`change a field or turn a switch first; many times`],
      json,
    ],
    example: 'spof distributed',
    exampleMeans: t`what stops that site when it fails alone`,
  },
  draw: {
    usage: 'draw TOPOLOGY [--set WHAT=VALUE ...] [--words]',
    summary: t`Draw a topology, or say in words what the drawing shows.`,
    options: [
      ['--set WHAT=VALUE', t`change a field or turn a switch first; many times`],
      ['--words', t`sentences instead of a drawing`],
    ],
    example: 'draw scaled-up --words',
    exampleMeans: t`the drawing of stage 3 as sentences`,
  },
  config: {
    usage: 'config TOPOLOGY [COMPONENT or HOST] [--notes]',
    summary: t`Print the configuration files of the real programs that behave as a topology says.`,
    options: [
      ['--set WHAT=VALUE', t`change a field or turn a switch first; many times`],
      ['--notes', t`with a comment on each setting`],
    ],
    example: 'config distributed lb-1 --notes',
    exampleMeans: t`the haproxy.cfg of stage 1, explained`,
  },
  plan: {
    usage: 'plan STAGE [--minutes N] [--json]',
    summary: t`Lay out a session with a class: what of a stage fits, with times and runs.`,
    options: [['--minutes N', t`how long the session is; without it the whole stage`], json],
    example: 'plan 1-distributed --minutes 50',
    exampleMeans: t`what to teach of stage 1 in fifty minutes`,
  },
  present: {
    usage: 'present ID | --notes [ID] [--minutes N]',
    summary: t`Show a lesson, a quiz or a stage to a room, large and calm; answers are hidden until asked for.`,
    options: [
      [
        '--notes',
        t`in a second terminal: what to say to the slide that the room sees, what is next, the time`,
      ],
      ['--minutes N', t`with --notes: how long it may take, to see what is left`],
    ],
    example: 'present three-hosts',
    exampleMeans: t`that lesson for a room; in another terminal: present --notes --minutes 50`,
  },
  'course new': {
    usage: 'course new DIR',
    summary: t`Begin a course of your own: a small one that is complete and right.`,
    options: [],
    example: 'course new my-course',
    exampleMeans: t`make the folder my-course; open it with --course my-course`,
  },
  'course lint': {
    usage: 'course lint [DIR] [--fix] [--strict] [--format FORMAT]',
    summary: t`Say what is wrong in a course, with file, line and column.`,
    options: [
      ['--fix', t`mend what can be mended without guessing`],
      ['--strict', t`exit status 1 for warnings, too`],
      ['--format FORMAT', t`text, json, github (notes beside the lines of a change) or sarif`],
      json,
    ],
    example: 'course lint my-course',
    exampleMeans: t`check that course; exit status 1 when something is wrong`,
  },
  'course preview': {
    usage: 'course preview [DIR] [ID]',
    summary: t`Open a course while you write it: what you save is shown at once, and drafts too.`,
    options: [],
    example: 'course preview my-course why-two',
    exampleMeans: t`that lesson, beside your editor`,
  },
  'course test': {
    usage: 'course test [DIR] [QUIZ[/ID]...] [options]',
    summary: t`Run the proof of every question whose answer a simulation decides, of every prediction and mission; or of those that are named.`,
    options: [
      ['--values', t`print what was measured, with each seed`],
      ['--changed COMMIT', t`only those whose file or topology differs from that commit, as git tells`],
      json,
    ],
    example: 'course test my-course after-a-kill/detect-kill --values',
    exampleMeans: t`what came out for one question; exit status 1 when a marked answer does not hold`,
  },
  'course locale': {
    usage: 'course locale TAG [DIR] [--write]',
    summary: t`Print the catalogue of a language: every sentence of the program, to be translated.`,
    options: [
      ['--write', t`write it into locales/TAG.yaml of the course; translations that stand there stay`],
    ],
    example: 'course locale de my-course --write',
    exampleMeans: t`begin a German program for that course, or bring it up to date`,
  },
  'course export': {
    usage: 'course export --to FORMAT [QUIZ...] [--output FILE]',
    summary: t`Write quizzes for another program; what it has no place for is said.`,
    options: [
      ['--to FORMAT', t`gift, moodle-xml, anki, md (a sheet with its key), md-no-key (for learners)`],
      ['--output FILE', t`where to write it; else it is printed`],
    ],
    example: 'course export --to gift round-robin --output round-robin.gift',
    exampleMeans: t`that quiz for Moodle`,
  },
  'course import': {
    usage: 'course import FILE [--from FORMAT] [--output FILE]',
    summary: t`Make a quiz of one that was written for another program; what is lost is said, line by line.`,
    options: [
      ['--from FORMAT', t`gift, aiken or mdbook-quiz; when not given, the file tells`],
      [
        '--output FILE',
        t`where to write it; a new file in quizzes/ of the course that you stand in when not given`,
      ],
    ],
    example: 'course import chapter-3.gift',
    exampleMeans: t`write quizzes/chapter-3.md; no file is ever written over`,
  },
  'course pack': {
    usage: 'course pack [DIR] [--output FILE]',
    summary: t`Make one file of a course, to hand out; a course with errors is not packed.`,
    options: [['--output FILE', t`where to write it; ID.tgz in this folder when not given`]],
    example: 'course pack my-course',
    exampleMeans: t`write my-course.tgz; the same files always give the same bytes`,
  },
  'course add': {
    usage: 'course add FILE or DIR',
    summary: t`Keep a course beside the others, with progress of its own, and take it into use.`,
    options: [],
    example: 'course add my-course.tgz',
    exampleMeans: t`from now on infra-tutor opens that course; a newer edition takes its place`,
  },
  'course list': {
    usage: 'course list [--json]',
    summary: t`List the courses that are here, with what you did in each.`,
    options: [json],
    example: 'course list',
    exampleMeans: t`the one in use is marked`,
  },
  'course use': {
    usage: 'course use ID',
    summary: t`Take a course into use that is here.`,
    options: [],
    example: 'course use web-infrastructure',
    exampleMeans: t`go back to the course that came with infra-tutor`,
  },
  'class report': {
    usage: 'class report FILE or DIR ... [--csv FILE] [--html FILE] [--json]',
    summary: t`Say how a class has done, from what its learners handed in, and which questions were hard.`,
    options: [
      ['--quiz ID', t`report on this quiz alone: an exam, say`],
      ['--csv FILE', t`write a row for each learner, with a column for each question, into this file`],
      ['--html FILE', t`write all of it as one page that opens without a network`],
      ['--runs N', t`run so many scripts of missions and predictions again; 100 when not given`],
      json,
    ],
    example: 'class report handed-in --csv grades.csv',
    exampleMeans: t`all files of that folder: a table of learners, and the questions, hardest first`,
  },
} as const satisfies Record<string, CommandWords>;

export type CommandName = keyof typeof commandWords;

/** The options that every command takes. */
export const globalOptions: CommandWords['options'] = [
  [
    '--course DIR',
    t`use the course in this folder or archive, or of this id (see course list) or npm package; else the one that you stand in, else the one in use`,
  ],
  [
    '--language TAG',
    t`the language of the program, such as de; else the one of INFRA_TUTOR_LANGUAGE, of the course, of the locale`,
  ],
  ['--plain', t`lines instead of a full screen; for screen readers and simple terminals`],
  ['--ascii', t`letters and signs of ASCII alone`],
  ['--no-color', t`no colours; the environment variable NO_COLOR does the same`],
  ['--no-motion', t`nothing moves along the lines; the environment variable NO_MOTION does the same`],
  ['--version', t`print the version`],
  ['--help', t`print this help, or the help of a command`],
];

export const helpWords = {
  title: t`infra-tutor: learn how a website stays up, by breaking it.`,
  bare: [
    'infra-tutor',
    t`go on where you stopped; the first time: break a site, then the course map`,
  ] as const,
  groups: [
    [
      t`Learn`,
      [
        'list',
        'start',
        'show',
        'quiz',
        'placement',
        'mission',
        'review',
        'due',
        'status',
        'report',
        'hand-in',
        'reset',
      ],
    ],
    [t`Break`, ['simulate', 'compare', 'spof', 'draw', 'config']],
    [
      t`Set up`,
      [
        'course add',
        'course list',
        'course use',
        'progress export',
        'progress import',
        'progress merge',
        'doctor',
        'completion',
      ],
    ],
    [
      t`Teach`,
      [
        'plan',
        'present',
        'course new',
        'course preview',
        'course lint',
        'course test',
        'course locale',
        'course export',
        'course import',
        'course pack',
        'class report',
      ],
    ],
  ] as const satisfies readonly (readonly [string, readonly CommandName[]])[],
  topologies: t`TOPOLOGY is the id of a topology of the course, or the path of a file.`,
  usage: t`Usage`,
  options: t`Options`,
  faults: t`Faults, each after its time; what takes one away stands last`,
  fault: (means: string, undo: string | undefined) => (undo === undefined ? means : `${means}; ${undo}`),
  everywhere: t`With every command`,
  environment: t`Environment`,
  variables: [
    ['INFRA_TUTOR_HOME', t`the folder in which progress is kept; else $XDG_DATA_HOME/infra-tutor`],
    ['INFRA_TUTOR_LANGUAGE', t`the language of the program, such as de, where --language says none`],
    ['NO_COLOR', t`when set, no colours; FORCE_COLOR=1 asks for them where none were expected`],
    ['ACCESSIBLE', t`when set, lines instead of a full screen, as --plain; INK_SCREEN_READER too`],
  ] as const satisfies CommandWords['options'],
  exit: t`Exit status`,
  exits: [
    ['0', t`done`],
    [
      '1',
      t`it was tried and failed: lint found an error, a proof does not hold, a file was not saved; nothing is due`,
    ],
    ['2', t`it was asked for in a way that makes no sense, or what it is about can not be read`],
  ] as const satisfies CommandWords['options'],
  example: t`Example`,
  authoring: t`${program} help authoring prints the guide for those who write a course.`,
  more: t`${program} help COMMAND tells more, with an example; try: ${program} simulate distributed --for 30s --fault '10s kill web-2'`,
};
