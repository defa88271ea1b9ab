import { plainWords } from '../messages/plain.ts';
import { simulator } from '../messages/simulator.ts';
import { inShort } from '../simulator/faults/fault.ts';
import { isGone } from '../simulator/process-state.ts';
import type { ComponentView, WorldView } from '../simulator/view.ts';
import { overheard } from '../story/overheard.ts';
import { formatTime } from '../topology/duration.ts';
import type { Topology } from '../topology/types.ts';
import { folded } from './prose.ts';
import { percent } from './run-summary.ts';

const words = plainWords.status;

/** The whole world in sentences: what the users see, every component, what is broken between them. */
export function statusLines(view: WorldView, topology: Topology, width: number): string[] {
  const { traffic, components, hosts, links } = view;
  const sentences = [
    words.users(traffic.rate, traffic.answered, traffic.failed, traffic.waiting),
    words.soFar(
      percent(traffic.availability),
      traffic.p95 === undefined ? '-' : `${Math.round(traffic.p95)} ms`,
    ),
    ...components.map(componentSentence),
    ...hosts.filter(({ on }) => !on).map(({ id }) => words.hostOff(id)),
    ...overheard(view, topology).map(
      ({ link, text, readable, messages }) =>
        `${simulator.tapped(link, text)} (${simulator.readable(readable, messages)}).`,
    ),
    ...links.map(({ ends, cut, fault }) => words.link(ends.join(' - '), cut ? undefined : inShort(fault))),
  ];
  return sentences.flatMap((sentence) => folded(sentence, width));
}

function componentSentence(component: ComponentView): string {
  const { id, host, state, rate, waiting, faults, servers, vrrp, database, writesTo } = component;
  const parts = [
    words.component(id, host, simulator.states[state], isGone(component) ? 0 : rate, waiting),
    ...faults.map(inShort),
  ];
  if (servers !== undefined && servers.length > 0) {
    parts.push(
      words.believes(servers.map((server) => words.believed(server.id, server.believed)).join(', ')),
    );
  }
  if (vrrp !== undefined) parts.push(words.vrrp(vrrp.state, vrrp.vip, vrrp.holds));
  if (database !== undefined) {
    const { role, lag } = database;
    parts.push(
      role === 'primary' ? words.primary : words.replica(lag === undefined ? undefined : formatTime(lag)),
    );
  }
  if (writesTo !== undefined) parts.push(words.writesTo(writesTo));
  return `${parts.join('; ')}.`;
}
