import type { Excess, Lever } from '../simulator/budget.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('budget');

/** What to lower, so that a run costs less: the end of a sentence. */
const levers: Readonly<Record<Lever, (traffic: Excess['traffic']) => string>> = {
  rate: ({ rate }) => t`lower the rate of its traffic, which is ${rate} requests a second`,
  clients: ({ clients, think }) =>
    t`lower the number of its clients, which is ${clients}, or let them think longer than ${think / 1000} ms`,
  spike: () => t`let the traffic rise less`,
  attack: () => t`let the attack end sooner`,
  intervals: () => t`let its checks, adverts and samples come less often`,
  length: () => t`let it run shorter`,
};

/** Why a run was stopped or not begun, and what to lower. */
export function overBudget({ of, most, at, lever, traffic }: Excess): string {
  const limit =
    of === 'events'
      ? t`more than ${most} events of the simulator`
      : t`more than ${Math.round(most / 2 ** 20)} MB of memory`;
  const what =
    at === undefined
      ? t`This run would take ${limit}`
      : t`The run was stopped at ${Number((at / 1e6).toFixed(3))} s, since it took ${limit}`;
  return `${what}: ${levers[lever](traffic)}.`;
}
