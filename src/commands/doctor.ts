import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorReason } from '../disk/system-error.ts';
import { diskWords } from '../messages/disk.ts';
import { doctorWords as words } from '../messages/status.ts';
import { openTalk } from '../plain/talk.ts';
import { type Command, type Context, Failure } from './command.ts';
import { courseFolder, openCourse, openLearner, printJson, terminalOf } from './opening.ts';
import { versionOf } from './version.ts';

const needsNode = 20;
const smallest = { columns: 60, rows: 20 };

export const command: Command = {
  name: 'doctor',
  options: { json: 'flag' },
  async run(context) {
    const findings = await examine(context);
    const version = versionOf(context.packageFolder);
    const fine = findings.every(({ ok }) => ok);
    if (context.given.flag('json')) {
      printJson(context, { version, ok: fine, findings });
    } else {
      const { stdin, stdout } = context.world;
      const talk = openTalk({ input: stdin, output: stdout, ascii: terminalOf(context).ascii });
      const rows = findings.map(
        ({ ok, about, found }) => `${(ok ? words.ok : words.look).padEnd(6)}${about}: ${found}`,
      );
      talk.say(words.title(version), '', ...rows);
    }
    return fine ? 0 : 1;
  },
};

interface Finding {
  readonly about: string;
  readonly ok: boolean;
  readonly found: string;
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
    { about: labels.node, ok: nodeFits, found: words.node(node, nodeFits) },
    {
      about: labels.terminal,
      ok: !isSmall,
      found: isSmall ? words.tooSmall(columns, rows) : words.size(columns, rows),
    },
    { about: labels.screen, ok: true, found: abilities.plain ? words.plain : words.full },
    { about: labels.colour, ok: true, found: abilities.colour ? words.colour : words.noColour },
    { about: labels.letters, ok: true, found: abilities.ascii ? words.ascii : words.unicode },
    { about: labels.motion, ok: true, found: abilities.motion ? words.motion : words.noMotion },
    progressFinding(context),
    await courseFinding(context),
  ];
}

function progressFinding(context: Context): Finding {
  const journal = openLearner(context);
  const about = words.labels.progress;
  const [problem] = journal.problems;
  if (journal.damagedLines > 0) {
    return { about, ok: false, found: problem ?? words.damaged(journal.file, journal.damagedLines) };
  }
  if (problem !== undefined) return { about, ok: false, found: problem };
  const trouble = cannotWrite(journal.file);
  return {
    about,
    ok: trouble === undefined,
    found: trouble ?? words.progressFine(journal.file),
  };
}

/** Why a file could not be written; asks the nearest folder that is there, and writes nothing. */
function cannotWrite(file: string): string | undefined {
  let nearest = file;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK);
    const isFull = statfsSync(nearest).bavail === 0;
    return isFull ? words.progressBad(file, diskWords.full) : undefined;
  } catch (error) {
    return words.progressBad(file, errorReason(error));
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
