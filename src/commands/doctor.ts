import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { basename, dirname, isAbsolute } from 'node:path';
import { errorReason } from '../disk/system-error.ts';
import { dataDirectory } from '../learner/data-directory.ts';
import { journalsIn } from '../learner/journal-file.ts';
import { type Mended, repairJournals } from '../learner/repair.ts';
import { diskWords } from '../messages/disk.ts';
import { doctorWords as words } from '../messages/doctor.ts';
import { columnOf } from '../text/cells.ts';
import { type Command, type Context, Failure } from './command.ts';
import { courseFolder, openCourse, openLearner, printJson, terminalOf } from './opening.ts';
import { talkOf } from './talk.ts';
import { versionOf } from './version.ts';

const needsNode = 20;
const smallest = { columns: 60, rows: 20 };

export const command: Command = {
  name: 'doctor',
  options: { json: 'flag', repair: 'flag' },
  async run(context) {
    const mended = context.given.flag('repair') ? repair(context) : undefined;
    const findings = await examine(context);
    const version = versionOf(context.packageFolder);
    const fine = findings.every(({ ok }) => ok);
    if (context.given.flag('json')) {
      printJson(context, { version, ok: fine, findings, ...(mended && { mended }) });
    } else {
      const talk = talkOf(context);
      const rows = findings.flatMap(({ ok, about, found, mend }) => [
        `${(ok ? words.ok : words.look).padEnd(MARK)}${about}: ${found}`,
        ...(mend === undefined ? [] : [`${' '.repeat(MARK)}${mend}`]),
      ]);
      talk.say(words.title(version), '', ...rows, ...mendedLines(mended));
    }
    return fine ? 0 : 1;
  },
};

const MARK = columnOf([words.ok, words.look], 2);

interface Finding {
  readonly about: string;
  readonly ok: boolean;
  readonly found: string;
  /** what to do about it */
  readonly mend?: string | undefined;
}

/** Mends the journals; what was mended. */
function repair({ world }: Context): readonly Mended[] {
  const directory = dataDirectory(world);
  try {
    return repairJournals(directory, world.machine);
  } catch (error) {
    throw new Failure(words.cannotRepair(directory, errorReason(error)), 1);
  }
}

function mendedLines(mended: readonly Mended[] | undefined): string[] {
  if (mended === undefined) return [];
  if (mended.length === 0) return ['', words.nothingToRepair];
  return ['', ...mended.map(({ file, damagedLines, kept }) => words.repaired(damagedLines, file, kept))];
}

async function examine(context: Context): Promise<readonly Finding[]> {
  const { world } = context;
  const { columns, rows } = world.stdout;
  const abilities = terminalOf(context);
  const isSmall =
    world.stdout.isTTY === true && (columns < smallest.columns || rows < smallest.rows) && !abilities.plain;
  const node = process.versions.node;
  const nodeFits = Number(node.split('.')[0]) >= needsNode;
  const { labels } = words;
  return [
    {
      about: labels.node,
      ok: nodeFits,
      found: words.node(node, nodeFits),
      mend: nodeFits ? undefined : words.mend.node,
    },
    {
      about: labels.terminal,
      ok: !isSmall,
      found: isSmall ? words.tooSmall(columns, rows) : words.size(columns, rows),
      mend: isSmall ? words.mend.terminal : undefined,
    },
    { about: labels.screen, ok: true, found: abilities.plain ? words.plain : words.full },
    { about: labels.colour, ok: true, found: abilities.colour ? words.colour : words.noColour },
    {
      about: labels.letters,
      ok: true,
      found: abilities.ascii ? words.ascii : words.unicode,
      mend: abilities.ascii && !context.asked.ascii ? words.mend.letters : undefined,
    },
    { about: labels.motion, ok: true, found: abilities.motion ? words.motion : words.noMotion },
    homeFinding(context),
    progressFinding(context),
    await courseFinding(context),
  ];
}

/** Which variable decides where progress is kept. */
function homeFinding({ world }: Context): Finding {
  const about = words.labels.home;
  const folder = dataDirectory(world);
  if (!isAbsolute(folder)) {
    return { about, ok: false, found: words.relativeHome(folder), mend: words.mend.home };
  }
  const own = ['INFRA_TUTOR_HOME', 'XDG_DATA_HOME', 'LOCALAPPDATA'].find((name) => {
    const value = world.env[name];
    return value !== undefined && value !== '' && folder.startsWith(value);
  });
  return { about, ok: true, found: words.home(own ?? 'HOME', folder) };
}

function progressFinding(context: Context): Finding {
  const journal = openLearner(context);
  const about = words.labels.progress;
  const [problem] = journal.problems;
  if (journal.damagedLines > 0) {
    const found = problem ?? words.damaged(journal.file, journal.damagedLines);
    return { about, ok: false, found, mend: words.mend.damaged };
  }
  if (problem !== undefined) return { about, ok: false, found: problem };
  const trouble = cannotWrite(journal.file);
  if (trouble !== undefined) return { about, ok: false, ...trouble };
  const others = journalsIn(dirname(journal.file)).filter((name) => name !== basename(journal.file)).length;
  return { about, ok: true, found: `${words.progressFine(journal.file)}${words.machines(others)}` };
}

/** Why a file could not be written; asks the nearest folder that is there, and writes nothing. */
function cannotWrite(file: string): { readonly found: string; readonly mend: string } | undefined {
  let nearest = file;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK);
    const { blocks, bavail } = statfsSync(nearest);
    if (blocks === 0)
      return {
        found: words.progressBad(file, words.keepsNothing(nearest)),
        mend: words.mend.unwritable(nearest),
      };
    const isFull = bavail === 0;
    return isFull ? { found: words.progressBad(file, diskWords.full()), mend: words.mend.full } : undefined;
  } catch (error) {
    return { found: words.progressBad(file, errorReason(error)), mend: words.mend.unwritable(nearest) };
  }
}

async function courseFinding(context: Context): Promise<Finding> {
  const about = words.labels.course;
  try {
    const course = await openCourse(context);
    const errors = course.problems.filter(({ severity }) => severity === 'error').length;
    const warnings = course.problems.length - errors;
    const found = words.course(course.title, courseFolder(context), errors, warnings);
    return { about, ok: errors === 0, found };
  } catch (error) {
    if (error instanceof Failure) return { about, ok: false, found: error.message };
    throw error;
  }
}
