import type { Excess, Lever } from '../simulator/budget.ts';

/** What to lower, so that a run costs less: the end of a sentence. */
const levers: Readonly<Record<Lever, (traffic: Excess['traffic']) => string>> = {
  rate: ({ rate }) => `lower the rate of its traffic, which is ${rate} requests a second`,
  clients: ({ clients, think }) =>
    `lower the number of its clients, which is ${clients}, or let them think longer than ${think / 1000} ms`,
  spike: () => 'let the traffic rise less',
  attack: () => 'let the attack end sooner',
  intervals: () => 'let its checks, adverts and samples come less often',
  length: () => 'let it run shorter',
};

/** Why a run was stopped or not begun, and what to lower. */
export function overBudget({ of, most, at, lever, traffic }: Excess): string {
  const limit =
    of === 'events'
      ? `more than ${most} events of the simulator`
      : `more than ${Math.round(most / 2 ** 20)} MB of memory`;
  const what =
    at === undefined
      ? `This run would take ${limit}`
      : `The run was stopped at ${Number((at / 1e6).toFixed(3))} s, since it took ${limit}`;
  return `${what}: ${levers[lever](traffic)}.`;
}
