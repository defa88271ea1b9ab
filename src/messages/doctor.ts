import { excerpt, longestPath } from '../text/excerpt.ts';
import { plural } from './plural.ts';
import { program } from './program.ts';

/** What `doctor` finds, and what to do about it. */
export const doctorWords = {
  title: (version: string) => `infra-tutor ${version}`,
  labels: {
    node: 'Node.js',
    terminal: 'terminal',
    colour: 'colours',
    letters: 'letters',
    motion: 'motion',
    screen: 'screen',
    home: 'folder',
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
  home: (from: string, folder: string) => `${from} leads to ${folder}`,
  relativeHome: (folder: string) =>
    `INFRA_TUTOR_HOME is ${excerpt(folder, longestPath)}: with each folder that you start in, that is another one`,
  machines: (others: number) =>
    others === 0 ? '' : `; read with it: ${plural(others, 'journal')} of other machines or imports`,
  repaired: (lines: number, file: string, kept: string) =>
    `Mended: ${file} without ${plural(lines, 'line')} that could not be read. As it was, it is kept in ${kept}.`,
  nothingToRepair: 'There was nothing to mend.',
  cannotRepair: (folder: string, reason: string) => `${folder} can't be mended: ${reason}.`,
  /** what to do about it */
  mend: {
    node: 'Install Node.js 20 or newer.',
    terminal: `Make the window larger, or use ${program} --plain.`,
    letters: 'For lines and signs: export LANG=C.UTF-8',
    home: 'Write the whole path, from / on.',
    damaged: `${program} doctor --repair puts the readable lines in its place, and keeps the damaged file.`,
    full: 'Free some room; what could not be saved is saved at the next answer.',
    unwritable: (folder: string) =>
      `chmod u+rwx ${folder}, or set INFRA_TUTOR_HOME to a folder that you may write to.`,
  },
  ok: 'ok',
  look: 'look',
};
