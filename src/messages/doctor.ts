import { excerpt, longestPath } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';
import { program } from './program.ts';

const t = messagesOf('doctor');

/** What `doctor` finds, and what to do about it. */
export const doctorWords = {
  title: (version: string) => `infra-tutor ${version}`,
  labels: {
    node: t`Node.js`,
    terminal: t`terminal`,
    colour: t`colours`,
    letters: t`letters`,
    motion: t`motion`,
    screen: t`screen`,
    home: t`folder`,
    progress: t`progress`,
    course: t`course`,
  },
  node: (version: string, ok: boolean) =>
    ok ? version : t`${version}: too old, infra-tutor needs 20 or newer`,
  size: (columns: number | undefined, rows: number | undefined) =>
    columns === undefined || rows === undefined
      ? t`stdout isn't a terminal`
      : t`${columns} columns, ${rows} rows`,
  tooSmall: (columns: number, rows: number) =>
    t`${columns} columns, ${rows} rows: too small for the full screen, which needs 60 columns and 20 rows`,
  colour: t`used`,
  noColour: t`not used (NO_COLOR, --no-color, no terminal, or TERM names one without colours)`,
  motion: t`requests move along the lines`,
  noMotion: t`nothing moves along the lines (NO_MOTION or --no-motion)`,
  unicode: t`Unicode`,
  ascii: t`ASCII only (--ascii, TERM names a console with few signs, or the locale is not UTF-8: set LANG to one that is, such as C.UTF-8)`,
  full: t`the full screen`,
  plain: t`lines (--plain, ACCESSIBLE, TERM is dumb or not set, or no terminal on stdin or stdout)`,
  progressFine: (file: string) => t`kept in ${file}`,
  /** /proc, /sys */
  keepsNothing: (folder: string) => t`no files can be kept in ${folder}`,
  progressBad: (file: string, reason: string) => t`can't be saved in ${file}: ${reason}`,
  damaged: (file: string, lines: number) =>
    t`kept in ${file}; ${lines} ${['line', 'lines']} can't be read and ${['is', 'are']} skipped`,
  course: (title: string, folder: string, errors: number, warnings: number) =>
    t`"${excerpt(title)}" in ${folder}: ` +
    (errors + warnings === 0
      ? t`nothing wrong`
      : t`${t.counted(errors, 'error')}, ${t.counted(warnings, 'warning')}; "${program} course lint" says where`),
  home: (from: string, folder: string) => t`${from} leads to ${folder}`,
  relativeHome: (folder: string) =>
    t`INFRA_TUTOR_HOME is ${excerpt(folder, longestPath)}: with each folder that you start in, that is another one`,
  machines: (others: number) =>
    others === 0 ? '' : t`; read with it: ${others} ${['journal', 'journals']} of other machines or imports`,
  repaired: (lines: number, file: string, kept: string) =>
    t`Mended: ${file} without ${lines} ${['line', 'lines']} that could not be read. As it was, it is kept in ${kept}.`,
  nothingToRepair: t`There was nothing to mend.`,
  cannotRepair: (folder: string, reason: string) => t`${folder} can't be mended: ${reason}.`,
  /** what to do about it */
  mend: {
    node: t`Install Node.js 20 or newer.`,
    terminal: t`Make the window larger, or use ${program} --plain.`,
    letters: t`For lines and signs: export LANG=C.UTF-8`,
    home: t`Write the whole path, from / on.`,
    damaged: t`${program} doctor --repair puts the readable lines in its place, and keeps the damaged file.`,
    full: t`Free some room; what could not be saved is saved at the next answer.`,
    unwritable: (folder: string) =>
      t`chmod u+rwx ${folder}, or set INFRA_TUTOR_HOME to a folder that you may write to.`,
  },
  ok: t`ok`,
  look: t`look`,
};
