import { planWords } from '../messages/plan.ts';
import { Failure, type Given } from './command.ts';

const longestSession = 600;

/** How long a session is (`--minutes`); undefined: nobody said. @throws Failure */
export function minutesOf(given: Given): number | undefined {
  const text = given.text('minutes');
  if (text === undefined) return undefined;
  const minutes = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (minutes < 1 || minutes > longestSession) throw new Failure(planWords.notMinutes(text));
  return minutes;
}
