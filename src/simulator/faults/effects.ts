import { attack } from '../attack.ts';
import { LoadBalancerProcess } from '../components/load-balancer.ts';
import { deploy } from '../deployment.ts';
import type { Links } from '../links.ts';
import { failover, switchover } from '../promotion.ts';
import type { World } from '../world.ts';
import type { Fault } from './fault.ts';
import type { Effect, Undo } from './standing.ts';
import type { Verb } from './table.ts';

/** Changes the world, never what a component believes. What stands until it is undone gives back what ends it. */
type Act = (world: World, fault: Fault) => Undo | Effect | undefined;

export const EFFECTS: Readonly<Record<Verb, Act>> = {
  kill: (world, { targets }) => {
    world.process(first(targets)).kill();
  },
  stop: (world, { targets }) => {
    world.process(first(targets)).stop();
  },
  start: (world, { targets }) => {
    world.process(first(targets)).start();
  },
  pause: (world, { targets }) => {
    world.process(first(targets)).pause();
  },
  resume: (world, { targets }) => {
    world.process(first(targets)).resume();
  },
  slow: (world, { targets, value }) => {
    const process = world.process(first(targets));
    process.slowness = Number(value);
    return () => {
      process.slowness = 1;
    };
  },
  errors: (world, { targets, value }) => {
    const process = world.process(first(targets));
    process.errorShare = Number(value);
    return () => {
      process.errorShare = 0;
    };
  },
  restore: endsWhatStands,
  drain: (world, { targets }) => {
    setServerState(world, targets, 'drain');
    return () => setServerState(world, targets, 'ready');
  },
  // a deployment may have drained it, too, or its line says `disabled`
  ready: (world, { targets }) => {
    setServerState(world, targets, 'ready');
  },
  weight: (world, { targets, value }) => {
    setWeight(world, targets, Number(value));
    return () => setWeight(world, targets, undefined);
  },
  deploy: (world, { targets, value }) => {
    deploy(world, first(targets), targets[1], value === 'all-at-once' ? value : 'rolling');
  },
  'power-off': (world, { targets }) => {
    world.powerOff(first(targets));
  },
  'power-on': (world, { targets }) => {
    world.powerOn(first(targets));
  },
  'cpu-hog': (world, { targets, value }) => {
    const { processor } = world.host(first(targets));
    processor.take(Number(value));
    return () => processor.take(0);
  },
  partition: (world, { targets }) => change(world, (links) => links.partition(first(targets), targets[1])),
  heal: endsWhatStands,
  delay: (world, { targets, value }) =>
    change(world, (links) => links.impair([first(targets), second(targets)], { delay: Number(value) })),
  loss: (world, { targets, value }) =>
    change(world, (links) => links.impair([first(targets), second(targets)], { loss: Number(value) })),
  wiretap: (world, { targets }) => change(world, (links) => links.wiretap(first(targets), second(targets))),
  untap: endsWhatStands,
  spike: ({ users }, { value }) => {
    users.setFactor(Number(value));
    return () => users.setFactor(1);
  },
  lag: (world, { targets, value }) => {
    const { applier } = world.database(first(targets));
    applier.setDelay(Number(value));
    return () => applier.setDelay(0);
  },
  'replication-break': (world, { targets }) => {
    const replica = world.database(first(targets));
    const { stream } = replica;
    stream?.break();
    // whoever is told to follow another source receives again
    return { undo: () => replica.mendReplication(), acts: () => stream?.broken ?? false };
  },
  'disk-full': (world, { targets }) => {
    const database = world.database(first(targets));
    database.setDiskFull(true);
    return () => database.setDiskFull(false);
  },
  failover: (world, fault) => {
    failover(world, fault);
  },
  switchover: (world, fault) => {
    switchover(world, fault);
  },
  'cert-expire': ({ certificates }, { targets }) => {
    certificates.setExpired(targets[0], true);
    return () => certificates.setExpired(targets[0], false);
  },
  // its time may have run out without any fault
  renew: ({ certificates }, { targets }) => {
    certificates.setExpired(targets[0], false);
  },
  'dns-fail': (world, { targets }) => {
    setFailing(world, targets[0], true);
    return () => setFailing(world, targets[0], false);
  },
  'dns-change': (world, { targets, value }) => {
    for (const name of world.zone.meant(first(targets))) name.change([String(value)]);
  },
  attack: (world, { targets }) => attack(world, first(targets), second(targets)),
};

/** The faults that it takes away have been ended already, each in its own way. */
function endsWhatStands(): undefined {}

function first(targets: readonly string[]): string {
  return targets[0] ?? '';
}

function second(targets: readonly string[]): string {
  return targets[1] ?? '';
}

function change({ routes }: World, what: (links: Links) => Undo): Undo {
  const undo = routes.change(what);
  return () => routes.change(undo);
}

function setServerState(world: World, targets: readonly string[], state: 'drain' | 'ready'): void {
  const balancer = world.process(first(targets));
  if (balancer instanceof LoadBalancerProcess) balancer.setState(second(targets), state);
}

/** `undefined`: as its file says. */
function setWeight(world: World, targets: readonly string[], weight: number | undefined): void {
  const balancer = world.process(first(targets));
  if (balancer instanceof LoadBalancerProcess) balancer.setWeight(second(targets), weight);
}

function setFailing(world: World, meant: string | undefined, failing: boolean): void {
  for (const name of world.zone.meant(meant)) name.failing = failing;
}
