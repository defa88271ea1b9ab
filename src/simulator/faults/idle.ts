import { LoadBalancerProcess } from '../components/load-balancer.ts';
import type { Impossible } from '../event.ts';
import { promotionBarred } from '../promotion.ts';
import type { World } from '../world.ts';
import type { Fault } from './fault.ts';
import { FAULTS } from './table.ts';

/** Why a fault changes nothing now; undefined: it changes something. Looking changes nothing. */
export function idleBecause(world: World, fault: Fault): Impossible | undefined {
  const [target = ''] = fault.targets;
  switch (fault.verb) {
    case 'kill':
    case 'stop':
    case 'pause':
    case 'resume':
    case 'start':
      return processIdle(world, fault);
    case 'power-off':
    case 'power-on': {
      const { on } = world.host(target);
      return on === (fault.verb === 'power-on')
        ? { because: on ? 'has-power' : 'no-power', of: target }
        : undefined;
    }
    case 'failover':
    case 'switchover':
      return promotionBarred(world, fault);
    case 'ready':
      return isTakenOut(world, fault) ? undefined : nothingToUndo(world, fault);
    case 'restore':
    case 'heal':
    case 'untap':
      return nothingToUndo(world, fault);
    default:
      return undefined;
  }
}

function processIdle(world: World, { verb, targets: [of = ''] }: Fault): Impossible | undefined {
  const { state, alive, host } = world.process(of);
  const changes = {
    kill: alive,
    stop: state === 'up',
    pause: state === 'up',
    resume: state === 'paused',
    // one that is about to leave is started again when it has
    start: host.on && (!alive || state === 'stopping'),
  };
  return changes[verb as keyof typeof changes] ? undefined : { because: 'state', of, state };
}

function isTakenOut(world: World, { targets: [balancer, server] }: Fault): boolean {
  const process = world.all(LoadBalancerProcess).find(({ id }) => id === balancer);
  const line = process?.servers.find(({ conf }) => conf.id === server);
  return line !== undefined && (line.draining || line.inMaintenance);
}

function nothingToUndo({ standing }: World, fault: Fault): Impossible | undefined {
  if (standing.endedBy(fault).length > 0) return undefined;
  const stands = standing.all.filter(
    (other) =>
      FAULTS[other.verb].undoneBy === fault.verb &&
      other.targets.some((target) => fault.targets.includes(target)),
  );
  return { because: 'nothing-to-undo', stands: stands.map(({ words }) => words) };
}
