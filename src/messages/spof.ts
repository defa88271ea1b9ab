import { excerpt } from '../text/excerpt.ts';
import { plural, sentence } from './plural.ts';

/** A fault as it is said, in a column of its own. */
const fault = (how: string, component: string) => `${how} ${component}`.padEnd(32);

/** Words of the game in which one marks what alone stops a site. */
export const spofGame = {
  screen: 'What stops it alone?',
  invite:
    'Mark every box that you think stops the site when it fails alone. Then watch each part fail in turn.',
  marked: (count: number) => `${plural(count, 'box', 'boxes')} marked`,
  trying: (tried: number, all: number) =>
    `${tried} of ${all} failures tried: each alone, for two minutes, with 3 to 5 seeds`,
  failed: (why: string) => `It could not be tried: ${sentence(why)}`,
  cannotOpen: "This infrastructure can't be tried:",
  stops: (functions: readonly string[]) => (functions.length > 1 ? 'stops all' : `stops ${functions.join()}`),
  degrades: 'some fail',
  survives: 'survives',
  score: (found: number, all: number, wrong: number) =>
    `${all === 0 ? 'Nothing stops this site alone.' : `You found ${found} of ${all}.`}${wrong === 0 ? '' : ` ${plural(wrong, 'box', 'boxes')} of yours ${wrong === 1 ? 'stops' : 'stop'} nothing.`}${all > 0 && found === all && wrong === 0 ? ' All of them, and no other.' : ''}`,
  links: (links: readonly string[]) =>
    links.length === 0 ? '' : `Cut alone, so do these links: ${links.join(', ')}.`,
  verdict: (
    box: string,
    marked: boolean,
    how: string,
    stops: readonly string[],
    degrades: readonly string[],
  ) => {
    const what =
      stops.length > 0
        ? `${stops.join(' and ')} stop`
        : degrades.length > 0
          ? `some ${degrades.join(' and ')} fail, but the site goes on`
          : 'the site survives it';
    const own =
      marked === stops.length > 0 ? (marked ? 'found' : 'rightly left out') : marked ? 'not one' : 'missed';
    return `${box}, ${own}: ${HOWS.get(how) ?? how}, ${what}.`;
  },
  because: (who: string, text: string) => sentence(who === 'users' ? text : `${who} ${text}`),
  boxes: 'The boxes:',
  box: (number: number, id: string, what: string) =>
    `${`${number}`.padStart(3)}  ${id}${what === '' ? '' : `, ${what}`}`,
  host: (runs: readonly string[]) => `the host of ${runs.join(', ')}`,
  ask: 'Which of them alone stop the site? Numbers or names, with spaces; Enter for none:',
  noSuch: (word: string) => `There is no box "${excerpt(word)}": write numbers or names of the list.`,
  keys: {
    choose: {
      label: 'choose',
      help: 'Choose a component or a host, also with h j k l; Tab takes the next one',
    },
    mark: { label: 'mark', help: 'Mark what is chosen, or take the mark away' },
    start: { label: 'start', help: 'Let every part fail in turn' },
    again: { label: 'again', help: 'Mark again from the beginning' },
    close: { label: 'back', help: 'Back' },
  },
};

const HOWS = new Map([
  ['kill', 'killed'],
  ['pause', 'hung'],
  ['power-off', 'without power'],
]);

/** What is still felt so many seconds after the failure comes in waves: nothing has an end that takes as long. */
const IN_WAVES = 45;

/** Until when requests fail, and until when they take a second and more. */
function hurt(fails: number, waits: number): string {
  if (fails === 0 && waits === 0) return 'users hardly notice';
  const what = fails === 0 ? 'wait' : waits > fails ? 'fail or wait' : 'fail';
  const last = Math.max(fails, waits);
  return `requests ${what} ${last > IN_WAVES ? 'again and again, for a moment' : `for up to ${last} s`}`;
}

/** Words of `spof`. */
export const spofWords = {
  progress: (left: number, all: number) =>
    `${left} of ${all} failures still to try, 130 s each with 3 to 5 seeds`,
  none: 'Nothing stops this site when it fails alone.',
  stops: 'Single points of failure: each of these alone stops the site.',
  stopped: (how: string, component: string, stops: readonly string[]) =>
    `  ${fault(how, component)} ${stops.join(' and ')} stop`,
  degrades: 'Each of these alone makes some requests fail or wait, for as long as it lasts:',
  degraded: (how: string, component: string, failing: readonly string[], waiting: readonly string[]) =>
    `  ${fault(how, component)} ${[
      ...(failing.length === 0 ? [] : [`some ${failing.join(' and ')} fail`]),
      ...(waiting.length === 0 ? [] : [`many ${waiting.join(' and ')} wait`]),
    ].join(', ')}`,
  survives: 'The site survives each of these:',
  survived: (how: string, component: string, fails: number, waits: number) =>
    `  ${fault(how, component)} ${hurt(fails, waits)}`,
};
