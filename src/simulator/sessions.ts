import type { Incarnation, Process } from './process.ts';

/** Where each user's session lives when applications keep sessions in memory: in one process, until it dies. */
export class Sessions {
  private readonly homes = new Map<
    number,
    { readonly process: Process; readonly incarnation: Incarnation }
  >();

  /** True when the process knows the client; a client without any session is logged in here. */
  knows(process: Process, client: number): boolean {
    const home = this.homes.get(client);
    if (home !== undefined && home.incarnation === process.incarnation) return true;
    const lost = home !== undefined && home.incarnation !== home.process.incarnation;
    // a lost session is noticed by one refused request; then the user logs in again, here
    if (home === undefined || lost) this.homes.set(client, { process, incarnation: process.incarnation });
    return home === undefined;
  }
}
