/** A fault as it is said, in a column of its own. */
const fault = (how: string, component: string) => `${how} ${component}`.padEnd(32);

/** Words of `spof`. */
export const spofWords = {
  progress: (left: number, all: number) =>
    `${left} of ${all} failures still to try, 130 s each with 3 to 5 seeds`,
  none: 'Nothing stops this site when it fails alone.',
  stops: 'Single points of failure: each of these alone stops the site.',
  stopped: (how: string, component: string, stops: readonly string[]) =>
    `  ${fault(how, component)} ${stops.join(' and ')} stop`,
  degrades: 'Each of these alone makes some requests fail, for as long as it lasts:',
  degraded: (how: string, component: string, functions: readonly string[]) =>
    `  ${fault(how, component)} some ${functions.join(' and ')} fail`,
  survives: 'The site survives each of these:',
  survived: (how: string, component: string, seconds: number) =>
    `  ${fault(how, component)} ${seconds === 0 ? 'users hardly notice' : `requests fail for up to ${seconds} s`}`,
};
