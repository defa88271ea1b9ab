import type { Id, Micros } from '../topology/types.ts';
import type { RandomStream } from './engine/random.ts';
import type { Endpoint, Listener } from './exchange.ts';
import type { End, Links } from './links.ts';
import type { Path } from './path.ts';

const USERS: End = { id: 'users', host: 'users' };

/** The paths between the ends of this run, each made once and kept up to date with the links. */
export class Routes {
  /** caller -> callee -> path; whoever is outside comes the same way */
  private readonly paths = new Map<Endpoint | undefined, Map<Listener, Path>>();
  private readonly links: Links;
  private readonly losses: RandomStream;

  constructor(links: Links, losses: RandomStream) {
    this.links = links;
    this.losses = losses;
  }

  /** From a process, or from the users and anybody else outside. */
  between(caller: Endpoint, callee: Listener): Path {
    const from = caller.host === undefined ? undefined : caller;
    let paths = this.paths.get(from);
    if (paths === undefined) {
      paths = new Map();
      this.paths.set(from, paths);
    }
    let path = paths.get(callee);
    if (path === undefined) {
      path = this.links.path(endOf(caller), endOf(callee));
      paths.set(callee, path);
    }
    return path;
  }

  /** Changes links, and looks at every path again. */
  change<T>(what: (links: Links) => T): T {
    const result = what(this.links);
    for (const paths of this.paths.values()) for (const path of paths.values()) this.links.refresh(path);
    return result;
  }

  /** Time that a VRRP advert takes, or undefined when it is lost or filtered. */
  advertDelay(from: Listener, to: Listener): Micros | undefined {
    return this.passesAdverts(from, to) && !this.losses.chance(this.between(from, to).forth.loss)
      ? this.between(from, to).forth.delay
      : undefined;
  }

  /** Time that every VRRP advert takes; undefined when some are lost, or all. */
  certainAdvertDelay(from: Listener, to: Listener): Micros | undefined {
    const { forth } = this.between(from, to);
    return this.passesAdverts(from, to) && forth.loss === 0 ? forth.delay : undefined;
  }

  private passesAdverts(from: Listener, to: Listener): boolean {
    return (
      to.host.on &&
      !this.between(from, to).cut &&
      this.links.firewall(endOf(from), to.host.id, 'vrrp') === 'accept'
    );
  }

  /** Time that a message over an open connection takes, or undefined when it does not get through. */
  messageDelay(from: Listener, to: Listener): Micros | undefined {
    const path = this.between(from, to);
    return path.cut || path.verdict !== 'accept' || !to.host.on ? undefined : path.forth.delay;
  }

  /** Nothing of this host reaches the outside. */
  isolated(host: Id): boolean {
    return this.links.isCut(USERS, { id: host, host });
  }
}

function endOf({ id, host }: Endpoint): End {
  return host === undefined ? USERS : { id, host: host.id };
}
