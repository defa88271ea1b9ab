import type { Kind } from './types.ts';

/** A kind of component in words, and what may lead to it. */
interface KindWords {
  readonly one: string;
  readonly several: string;
  /** it takes requests of users: a balancer's server, an upstream's member and a name's address may be one */
  readonly takesRequests: boolean;
}

export const kindWords: Readonly<Record<Kind, KindWords>> = {
  'load-balancer': { one: 'a load balancer', several: 'load balancers', takesRequests: true },
  'web-server': { one: 'a web server', several: 'web servers', takesRequests: true },
  'app-server': { one: 'an application server', several: 'application servers', takesRequests: true },
  database: { one: 'a database', several: 'databases', takesRequests: false },
  orchestrator: { one: 'an orchestrator', several: 'orchestrators', takesRequests: false },
  keepalived: { one: 'a keepalived', several: 'keepaliveds', takesRequests: false },
};

/** Every kind of component. */
export const kinds = Object.keys(kindWords) as readonly Kind[];

/** Whether a word is the name of a kind. */
export function isKind(word: string): word is Kind {
  return kinds.some((kind) => kind === word);
}
