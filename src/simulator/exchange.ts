import type { Id } from '../topology/types.ts';
import type { HostRuntime } from './host.ts';
import type { Path } from './path.ts';
import type { Purpose, Question, Request } from './request.ts';

/** Whoever opened an exchange hears what becomes of its connection through this. */
export interface ConnectionHandler {
  /** the three-way handshake is done: it may send */
  connected(exchange: Exchange): void;
  /** a RST came back instead: nobody listens, or a firewall rejects */
  refused(exchange: Exchange): void;
  /** nothing came back, and the kernel has given up (ETIMEDOUT); whom it is all the same is told `refused` */
  unanswered?(exchange: Exchange): void;
  /** a RST or FIN came before the answer: the process died, or closed on us */
  reset(exchange: Exchange): void;
  /** the answer is here: `exchange.status` */
  answered(exchange: Exchange): void;
}

/** An end of the network that can open exchanges: a process, or the users. */
export interface Endpoint {
  readonly id: Id;
  /** who it is between two deaths; an exchange of an earlier one is nobody's */
  readonly incarnation: object;
  /** its host has power */
  readonly hasPower: boolean;
  /** what it has opened and is not over: whoever can die keeps it, for the kernel to close */
  readonly opened?: { add(exchange: Exchange): void; remove(exchange: Exchange): void };
  /** where it runs; undefined: it is somewhere on the Internet */
  readonly host?: HostRuntime;
  /** the kernel hands something to it; a paused process finds it when it goes on */
  hear(kind: number, exchange: Exchange): void;
}

/** An end that can be connected to: what the network asks of its kernel. */
export interface Listener extends Endpoint {
  readonly host: HostRuntime;
  /** A SYN has arrived: does the kernel complete the handshake? */
  admit(exchange: Exchange): 'accept' | 'refuse' | 'drop';
  /** It has a connection that somebody opened. */
  remember(exchange: Exchange): void;
  /** That connection is over for it. */
  forget(exchange: Exchange): void;
  /** A user's request was directed to it. */
  countAttempt(): void;
  /** That request has ended. */
  countEnd(ok: boolean): void;
}

export const CONNECTING = 0;
export const OPEN = 1;
export const CLOSED = 2;

/** One connection with one question and one answer on it: caller -> callee. */
export class Exchange implements Question {
  phase = CONNECTING;
  /** who accepted it; undefined while nobody has */
  calleeIncarnation: object | undefined = undefined;
  /** HTTP status, or for a poll 1 when read_only and 0 when writable */
  status = 0;
  /** what the answer says besides */
  reply: object | undefined = undefined;
  /** transmissions that were lost in a row: the next retransmission waits longer */
  losses = 0;
  /** it goes over a connection that was already open */
  reused = false;
  /** the VIP that the caller dialled */
  vip: string | undefined = undefined;
  /** extra time between connecting and the callee having the question: TLS round trips */
  handshake = 0;
  /** the TLS handshake was an abbreviated one */
  handshakeResumed = false;
  /** the question has arrived */
  asked = false;
  /** the callee has begun to work on it (it has left the accept queue) */
  begun = false;
  /** the callee's own record of it */
  work: object | undefined = undefined;
  /** neighbours in the callee's list of open exchanges */
  before: Exchange | undefined = undefined;
  behind: Exchange | undefined = undefined;
  listed = false;
  /** where it stands among what the caller has opened */
  place = -1;

  readonly caller: Endpoint;
  readonly callerIncarnation: object;
  readonly owner: ConnectionHandler;
  readonly purpose: Purpose;
  readonly write: boolean;
  readonly request: Request | undefined;
  callee: Listener;
  path: Path;

  constructor(caller: Endpoint, owner: ConnectionHandler, callee: Listener, path: Path, question: Question) {
    this.caller = caller;
    this.callerIncarnation = caller.incarnation;
    this.owner = owner;
    this.callee = callee;
    this.path = path;
    this.purpose = question.purpose;
    this.write = question.write;
    this.request = question.request;
  }
}
