import { messagesOf } from '../messages/language.ts';
import type { Kind } from './types.ts';

const t = messagesOf('topology/kinds');

/** A kind of component in words, and what may lead to it. */
interface KindWords {
  readonly one: string;
  readonly several: string;
  /** it takes requests of users: a balancer's server, an upstream's member and a name's address may be one */
  readonly takesRequests: boolean;
}

export const kindWords: Readonly<Record<Kind, KindWords>> = {
  'load-balancer': { one: t`a load balancer`, several: t`load balancers`, takesRequests: true },
  'web-server': { one: t`a web server`, several: t`web servers`, takesRequests: true },
  'app-server': { one: t`an application server`, several: t`application servers`, takesRequests: true },
  database: { one: t`a database`, several: t`databases`, takesRequests: false },
  orchestrator: { one: t`an orchestrator`, several: t`orchestrators`, takesRequests: false },
  keepalived: { one: t`a keepalived`, several: t`keepaliveds`, takesRequests: false },
};

/** Every kind of component. */
export const kinds = Object.keys(kindWords) as readonly Kind[];

/** Whether a word is the name of a kind. */
export function isKind(word: string): word is Kind {
  return kinds.some((kind) => kind === word);
}
