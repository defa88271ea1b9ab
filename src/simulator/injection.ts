import type { Id } from '../topology/types.ts';
import { attack } from './attack.ts';
import { DatabaseProcess } from './components/database.ts';
import { LoadBalancerProcess } from './components/load-balancer.ts';
import { deploy } from './deployment.ts';
import { injected } from './event.ts';
import type { Fault, Verb } from './fault.ts';
import { failover, switchover } from './promotion.ts';
import type { World } from './world.ts';

type Effect = (world: World, fault: Fault) => void;

/** Lets a fault happen now, and writes down that the learner did it. */
export function inject(world: World, fault: Fault): void {
  world.report(injected(fault));
  EFFECTS[fault.verb](world, fault);
}

const EFFECTS: Readonly<Record<Verb, Effect>> = {
  kill: (world, { targets }) => world.process(first(targets)).kill(),
  stop: (world, { targets }) => world.process(first(targets)).stop(),
  start: (world, { targets }) => world.process(first(targets)).start(),
  pause: (world, { targets }) => world.process(first(targets)).pause(),
  resume: (world, { targets }) => world.process(first(targets)).resume(),
  slow: (world, { targets, value }) => {
    world.process(first(targets)).slowness = Number(value);
  },
  errors: (world, { targets, value }) => {
    world.process(first(targets)).errorShare = Number(value);
  },
  restore: (world, { targets }) => restore(world, first(targets), targets[1]),
  drain: (world, { targets }) => setDraining(world, targets, true),
  ready: (world, { targets }) => setDraining(world, targets, false),
  deploy: (world, { targets, value }) =>
    deploy(world, first(targets), value === 'all-at-once' ? value : 'rolling'),
  'power-off': (world, { targets }) => world.powerOff(first(targets)),
  'power-on': (world, { targets }) => world.powerOn(first(targets)),
  'cpu-hog': (world, { targets, value }) => world.host(first(targets)).processor.take(Number(value)),
  partition: (world, { targets }) =>
    world.routes.change((links) => links.partition(first(targets), targets[1])),
  heal: (world, { targets }) => world.routes.change((links) => links.heal(first(targets), targets[1])),
  delay: (world, { targets, value }) =>
    world.routes.change((links) => links.impair([first(targets), second(targets)], Number(value), 0)),
  loss: (world, { targets, value }) =>
    world.routes.change((links) => links.impair([first(targets), second(targets)], 0, Number(value))),
  wiretap: (world, { targets }) =>
    world.routes.change((links) => links.wiretap(first(targets), second(targets))),
  untap: (world, { targets }) =>
    world.routes.change((links) => {
      links.untap(first(targets), second(targets));
    }),
  spike: (world, { value }) => world.users.setFactor(Number(value)),
  lag: (world, { targets, value }) => {
    world.database(first(targets)).applier.setDelay(Number(value));
  },
  'replication-break': (world, { targets }) => world.database(first(targets)).stream?.setBroken(true),
  failover,
  switchover,
  'cert-expire': (world, { targets }) => world.certificates.setExpired(targets[0], true),
  renew: (world, { targets }) => world.certificates.setExpired(targets[0], false),
  'dns-fail': (world, { targets }) => setFailing(world, targets[0], true),
  'dns-change': (world, { targets, value }) => {
    for (const name of world.zone.meant(first(targets))) name.change([String(value)]);
  },
  attack: (world, { targets }) => attack(world, first(targets), second(targets)),
};

function first(targets: readonly string[]): string {
  return targets[0] ?? '';
}

function second(targets: readonly string[]): string {
  return targets[1] ?? '';
}

function setDraining(world: World, targets: readonly string[], draining: boolean): void {
  const balancer = world.process(first(targets));
  if (balancer instanceof LoadBalancerProcess) balancer.setDraining(second(targets), draining);
}

function setFailing(world: World, meant: string | undefined, failing: boolean): void {
  for (const name of world.zone.meant(meant)) name.failing = failing;
}

/** Undoes whatever of slow, errors, cpu-hog, delay, loss, lag, replication-break, dns-fail or spike acts there. */
function restore(world: World, target: Id, other: Id | undefined): void {
  if (other !== undefined) return world.routes.change((links) => links.restore(target, other));
  if (target === 'traffic') return world.users.setFactor(1);
  if (world.zone.has(target)) return setFailing(world, target, false);
  if (world.hosts.some((host) => host.id === target)) {
    world.host(target).processor.take(0);
    world.endAttacks(target);
    return;
  }
  restoreProcess(world, target);
}

function restoreProcess(world: World, id: Id): void {
  const process = world.process(id);
  process.slowness = 1;
  process.errorShare = 0;
  if (process instanceof DatabaseProcess) {
    process.applier.setDelay(0);
    if (process.stream?.broken === true) process.stream.setBroken(false);
  }
}
