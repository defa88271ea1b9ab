import { excerpt } from '../text/excerpt.ts';
import { plural } from './plural.ts';
import { program } from './program.ts';

/** Words of `status`, `reset` and `doctor`. */
export const statusWords = {
  total: (read: number, lessons: number, right: number, questions: number, answered: number) =>
    `${read} of ${plural(lessons, 'lesson')} read; ${right} of ${plural(questions, 'question')} right, ${answered} answered.`,
  stage: (number: number, title: string, read: number, lessons: number, right: number, questions: number) =>
    `Stage ${number}: ${title.padEnd(26)} ${read} of ${plural(lessons, 'lesson')} read` +
    (questions > 0 ? `, ${right} of ${plural(questions, 'question')} right` : ''),
  goOn: (command: string, begun: boolean) =>
    begun ? `Go on where you stopped: ${command}` : `Begin: ${command}`,
  allDone: 'Everything is read and answered. "infra-tutor" shows the course map.',
  journal: (file: string, damaged: number) =>
    damaged === 0
      ? `Your progress is kept in ${file}.`
      : `Your progress is kept in ${file}; ${plural(damaged, 'line')} in it can't be read and ${damaged === 1 ? 'is' : 'are'} skipped.`,
};

export const resetWords = {
  one: (title: string) => `Forgotten: what you did in "${excerpt(title)}".`,
  all: (title: string) => `Forgotten: everything you did in "${excerpt(title)}".`,
  notSaved: 'That could not be written down, so nothing is forgotten.',
};

export const doctorWords = {
  title: (version: string) => `infra-tutor ${version}`,
  labels: {
    node: 'Node.js',
    terminal: 'terminal',
    colour: 'colours',
    letters: 'letters',
    motion: 'motion',
    screen: 'screen',
    progress: 'progress',
    course: 'course',
  },
  node: (version: string, ok: boolean) =>
    ok ? version : `${version}: too old, infra-tutor needs 20 or newer`,
  size: (columns: number | undefined, rows: number | undefined) =>
    columns === undefined || rows === undefined
      ? 'stdout is no terminal'
      : `${columns} columns, ${rows} rows`,
  tooSmall: (columns: number, rows: number) =>
    `${columns} columns, ${rows} rows: too small for the full screen, which needs 60 columns and 20 rows`,
  colour: 'used',
  noColour: 'not used (NO_COLOR, --no-color, no terminal, or TERM names one without colours)',
  motion: 'requests move along the lines',
  noMotion: 'nothing moves along the lines (NO_MOTION or --no-motion)',
  unicode: 'Unicode',
  ascii:
    'ASCII only (--ascii, TERM names a console with few signs, or the locale is not UTF-8: set LANG to one that is, such as C.UTF-8)',
  full: 'the full screen',
  plain: 'lines (--plain, ACCESSIBLE, TERM is dumb or not set, or no terminal on stdin or stdout)',
  progressFine: (file: string) => `kept in ${file}`,
  progressBad: (file: string, reason: string) => `can't be saved in ${file}: ${reason}`,
  damaged: (file: string, lines: number) =>
    `kept in ${file}; ${plural(lines, 'line')} can't be read and ${lines === 1 ? 'is' : 'are'} skipped`,
  course: (title: string, folder: string, errors: number, warnings: number) =>
    `"${excerpt(title)}" in ${folder}: ` +
    (errors + warnings === 0
      ? 'nothing wrong'
      : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}; "${program} course lint" says where`),
  ok: 'ok',
  look: 'look',
};
