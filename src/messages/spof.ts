import { excerpt } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';
import { andList } from './list.ts';
import { sentence } from './plural.ts';
import { storyWords } from './simulator-users.ts';

const t = messagesOf('spof');

const FUNCTIONS = new Map([
  ['reads', t`reads`],
  ['writes', t`writes`],
]);

/** `reads and writes` */
const said = (functions: readonly string[]) => andList(functions.map((name) => FUNCTIONS.get(name) ?? name));

/** A fault as it is said, in a column of its own. */
const fault = (how: string, component: string) => `${how} ${component}`.padEnd(32);

/** Words of the game in which one marks what alone stops a site. */
export const spofGame = {
  screen: t`What stops it alone?`,
  invite: t`Mark every box that you think stops the site when it fails alone. Then watch each part fail in turn.`,
  marked: (count: number) => t`${count} ${['box', 'boxes']} marked`,
  trying: (tried: number, all: number) =>
    t`${tried} of ${all} failures tried: each alone, for two minutes, with 3 to 5 seeds`,
  failed: (why: string) => t`It could not be tried: ${sentence(why)}`,
  cannotOpen: t`This infrastructure can't be tried:`,
  stops: (functions: readonly string[]) =>
    functions.length > 1 ? t`stops all` : t`stops ${said(functions)}`,
  degrades: t`some fail`,
  survives: t`survives`,
  score: (found: number, all: number, wrong: number) =>
    `${all === 0 ? t`Nothing stops this site alone.` : t`You found ${found} of ${all}.`}${wrong === 0 ? '' : t` ${wrong} ${['box', 'boxes']} of yours ${['stops', 'stop']} nothing.`}${all > 0 && found === all && wrong === 0 ? t` All of them, and no other.` : ''}`,
  links: (links: readonly string[]) =>
    links.length === 0 ? '' : t`Cut alone, so do these links: ${links.join(', ')}.`,
  verdict: (
    box: string,
    marked: boolean,
    how: string,
    stops: readonly string[],
    degrades: readonly string[],
  ) => {
    const what =
      stops.length > 0
        ? t`${said(stops)} stop`
        : degrades.length > 0
          ? t`some ${said(degrades)} fail, but the site goes on`
          : t`the site survives it`;
    const own =
      marked === stops.length > 0
        ? marked
          ? t`found`
          : t`rightly left out`
        : marked
          ? t`not one`
          : t`missed`;
    return `${box}, ${own}: ${HOWS.get(how) ?? how}, ${what}.`;
  },
  because: (who: string, text: string) => sentence(who === storyWords.users ? text : `${who} ${text}`),
  boxes: t`The boxes:`,
  box: (number: number, id: string, what: string) =>
    `${`${number}`.padStart(3)}  ${id}${what === '' ? '' : `, ${what}`}`,
  host: (runs: readonly string[]) => t`the host of ${runs.join(', ')}`,
  ask: t`Which of them alone stop the site? Numbers or names, with spaces; Enter for none:`,
  noSuch: (word: string) => t`There is no box "${excerpt(word)}": write numbers or names of the list.`,
  keys: {
    choose: {
      label: t`choose`,
      help: t`Choose a component or a host, also with h j k l; Tab takes the next one`,
    },
    mark: { label: t`mark`, help: t`Mark what is chosen, or take the mark away` },
    start: { label: t`start`, help: t`Let every part fail in turn` },
    again: { label: t`again`, help: t`Mark again from the beginning` },
    close: { label: t`back`, help: t`Back` },
  },
};

const HOWS = new Map([
  ['kill', t`killed`],
  ['pause', t`hung`],
  ['power-off', t`without power`],
]);

/** What is still felt so many seconds after the failure comes in waves: nothing has an end that takes as long. */
const IN_WAVES = 45;

/** Until when requests fail, and until when they take a second and more. */
function hurt(fails: number, waits: number): string {
  if (fails === 0 && waits === 0) return t`users hardly notice`;
  const last = Math.max(fails, waits);
  const how = last > IN_WAVES ? t`again and again, for a moment` : t`for up to ${last} s`;
  if (fails === 0) return t`requests wait ${how}`;
  return waits > fails ? t`requests fail or wait ${how}` : t`requests fail ${how}`;
}

/** Words of `spof`. */
export const spofWords = {
  progress: (left: number, all: number) =>
    t`${left} of ${all} failures still to try, 130 s each with 3 to 5 seeds`,
  none: t`Nothing stops this site when it fails alone.`,
  stops: t`Single points of failure: each of these alone stops the site.`,
  stopped: (how: string, component: string, stops: readonly string[]) =>
    `  ${fault(how, component)} ${t`${said(stops)} stop`}`,
  degrades: t`Each of these alone makes some requests fail or wait, for as long as it lasts:`,
  degraded: (how: string, component: string, failing: readonly string[], waiting: readonly string[]) =>
    `  ${fault(how, component)} ${[
      ...(failing.length === 0 ? [] : [t`some ${said(failing)} fail`]),
      ...(waiting.length === 0 ? [] : [t`many ${said(waiting)} wait`]),
    ].join(', ')}`,
  survives: t`The site survives each of these:`,
  survived: (how: string, component: string, fails: number, waits: number) =>
    `  ${fault(how, component)} ${hurt(fails, waits)}`,
};
