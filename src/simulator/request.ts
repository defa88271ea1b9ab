import type { Id, Micros } from '../topology/types.ts';

/** What a connection is for. Checks and polls are not requests of users and are not counted as such. */
export type Purpose =
  | 'request'
  | 'tcp-check'
  | 'http-check'
  | 'mysql-check'
  | 'poll'
  | 'replication'
  | 'order';

/** What is asked over an exchange. A connection is itself one, so that it can be passed on as it came. */
export interface Question {
  readonly purpose: Purpose;
  readonly write: boolean;
  /** the user's request behind it */
  readonly request: Request | undefined;
}

export const TCP_CHECK: Question = { purpose: 'tcp-check', write: false, request: undefined };
export const HTTP_CHECK: Question = { purpose: 'http-check', write: false, request: undefined };
export const MYSQL_CHECK: Question = { purpose: 'mysql-check', write: false, request: undefined };
export const REPLICATION: Question = { purpose: 'replication', write: false, request: undefined };
export const ORDER: Question = { purpose: 'order', write: false, request: undefined };
export const POLL: Question = { purpose: 'poll', write: false, request: undefined };

/** One request of one user. */
export class Request implements Question {
  readonly purpose = 'request';
  readonly id: number;
  readonly client: number;
  readonly write: boolean;
  readonly start: Micros;
  /** components that it was directed to, in order, retries included; kept only when requests are recorded */
  readonly path: string[] | undefined;
  /** the ledger's number of the row that it wrote */
  row: number | undefined = undefined;

  isDecided = false;
  /** who decided that it failed; undefined: it went well, or got nowhere */
  decidedBy: Id | undefined = undefined;
  /** the component that was last asked because of it */
  lastReached: Id | undefined = undefined;
  /** who asked it, and since when: trying the same again is no new step */
  askedBy: Id | undefined = undefined;
  askedSince: Micros;
  private error: { readonly status: number; readonly by: Id } | undefined = undefined;

  constructor(id: number, client: number, write: boolean, start: Micros, record: boolean) {
    this.id = id;
    this.client = client;
    this.write = write;
    this.start = start;
    this.path = record ? [] : undefined;
    this.askedSince = start;
  }

  /** `by` asks `callee` because of it. */
  handOn(by: Id, callee: Id, now: Micros): void {
    if (by !== this.askedBy || callee !== this.lastReached) this.askedSince = now;
    this.askedBy = by;
    this.lastReached = callee;
  }

  /** A component answers it with an error. Whoever only passes on what it was answered itself is not the cause. */
  answeredWith(status: number, by: Id): void {
    if (this.error?.status !== status) this.error = { status, by };
  }

  /** It is over. @param answerer whom its user was connected to */
  fail(outcome: string, answerer: Id | undefined): void {
    if (outcome === 'client-timeout') this.decidedBy = this.lastReached;
    else this.decidedBy = outcome === `${this.error?.status}` ? this.error?.by : answerer;
  }

  get request(): Request {
    return this;
  }
}
