import type { Micros } from '../topology/types.ts';
import type { Question } from './exchange.ts';

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

  constructor(id: number, client: number, write: boolean, start: Micros, record: boolean) {
    this.id = id;
    this.client = client;
    this.write = write;
    this.start = start;
    this.path = record ? [] : undefined;
  }

  get request(): Request {
    return this;
  }
}
