/** What is done to a part to see whether the site does without it. */
const done: Readonly<Record<string, (component: string) => string>> = {
  kill: (component) => `kill ${component}`,
  'power-off': (component) => `power-off ${component}`,
  partition: (component) => `partition ${component}`,
};

const fault = (how: string, component: string) =>
  (done[how]?.(component) ?? `${how} ${component}`).padEnd(32);

/** Words of `spof`. */
export const spofWords = {
  working: 'Failing every process, host and link, five times each; this takes a moment.',
  none: 'Nothing stops this site when it fails alone.',
  stops: 'Single points of failure: each of these alone stops the site.',
  stopped: (how: string, component: string, stops: readonly string[]) =>
    `  ${fault(how, component)} stops ${stops.join(' and ')}`,
  degrades: 'Each of these alone makes some requests fail, for as long as it lasts:',
  other: (how: string, component: string) => `  ${fault(how, component)}`.trimEnd(),
  survives: 'The site survives each of these:',
  survived: (how: string, component: string, seconds: number | null) =>
    `  ${fault(how, component)} ${seconds === null || seconds === 0 ? 'nobody notices' : `all is well again after ${seconds} s`}`,
};
