import type { Id, Micros } from '../topology/types.ts';
import { AppServerProcess } from './components/app-server.ts';
import { LoadBalancerProcess } from './components/load-balancer.ts';
import { WebServerProcess } from './components/web-server.ts';
import type { Process } from './process.ts';
import type { World } from './world.ts';

const LOOK: Micros = 100_000;
/** after `stop`, a process that still has work is given this long before it is killed */
const PATIENCE: Micros = 30_000_000;
/** from the end of the old process to the start of the new one */
const INSTALL: Micros = 1_000_000;

type Step = 'drain' | 'stop' | 'install' | 'settle';

/**
 * Brings new code to one component or to all of a kind: one after the other behind drained balancers (nginx reloads), or
 * all at once. Without a version it is code that does the same.
 */
export function deploy(
  world: World,
  target: string,
  version: string | undefined,
  strategy: 'rolling' | 'all-at-once',
): void {
  const processes = world
    .allProcesses()
    .filter(({ kind, id, alive }) => (kind === target || id === target) && alive);
  if (strategy === 'rolling' && processes.every((process) => process instanceof WebServerProcess)) {
    // nginx takes new files and configuration without letting go of its socket
    for (const process of processes) process.reload();
  } else if (strategy === 'rolling') {
    new Deployment(world, processes, version, true).begin();
  } else {
    for (const process of processes) new Deployment(world, [process], version, false).begin();
  }
}

/** One after the other: drain, stop, install, start, back into rotation. */
class Deployment {
  private at = 0;
  private step: Step = 'drain';
  private since = 0;
  private readonly world: World;
  private readonly processes: readonly Process[];
  private readonly version: string | undefined;
  private readonly drains: boolean;

  constructor(world: World, processes: readonly Process[], version: string | undefined, drains: boolean) {
    this.world = world;
    this.processes = processes;
    this.version = version;
    this.drains = drains;
  }

  begin(): void {
    const process = this.processes[this.at];
    if (process === undefined) return;
    this.step = 'drain';
    if (this.drains) setDraining(this.world, process.id, true);
    this.go('stop');
  }

  on(): void {
    const process = this.processes[this.at];
    if (process === undefined) return;
    const waited = this.world.clock.now - this.since;
    if (this.step === 'stop') this.stop(process, waited);
    else if (this.step === 'install') this.install(process, waited);
    else this.settle(process);
  }

  private stop(process: Process, waited: Micros): void {
    if (this.drains && process.unfinished > 0 && waited < PATIENCE) return this.lookAgain();
    process.stop();
    this.go('install');
  }

  private install(process: Process, waited: Micros): void {
    if (process.alive && waited > PATIENCE) process.kill();
    if (process.alive || waited < INSTALL) return this.lookAgain();
    if (this.version !== undefined && process instanceof AppServerProcess) process.install(this.version);
    process.start();
    this.go('settle');
  }

  private settle(process: Process): void {
    if (process.state === 'starting') return this.lookAgain();
    if (this.drains) setDraining(this.world, process.id, false);
    this.at++;
    this.begin();
  }

  private go(step: Step): void {
    this.step = step;
    this.since = this.world.clock.now;
    this.lookAgain();
  }

  private lookAgain(): void {
    this.world.clock.after(LOOK, this, 0, undefined);
  }
}

/**
 * Takes a process out of rotation, or back in, wherever work is handed to it. An nginx that would be left without
 * anybody to pass requests to goes out of rotation itself.
 */
function setDraining(world: World, id: Id, draining: boolean): void {
  for (const balancer of world.all(LoadBalancerProcess)) balancer.setDraining(id, draining);
  for (const web of world.all(WebServerProcess)) {
    if (!web.conf.upstream.some((member) => member.id === id)) continue;
    if (web.conf.upstream.length > 1) web.setDown(id, draining);
    else setDraining(world, web.id, draining);
  }
}
