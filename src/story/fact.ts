/** What a story is made of, before it is put into words (messages/simulator-users.ts). */
import type { Verb } from '../simulator/faults/table.ts';
import type { FunctionName } from '../simulator/function-name.ts';
import type { ProcessState } from '../simulator/process-state.ts';
import type { Id, Micros } from '../topology/types.ts';

/** Which part of the requests: all, every nth, or a word. */
export type Share = 'all' | 'most' | 'some' | 'few' | number;

/** What is wrong with a component that requests are stuck at, as whoever asks it sees it. */
export type How =
  | 'refuses'
  | 'silent'
  /** its host is off */
  | 'no-power'
  | 'errors'
  /** it had nobody to pass a request to a moment ago */
  | 'alone'
  | 'queue'
  | 'slow'
  /** a database that confirms writes only when a replica has them, and none says so */
  | 'awaits-replica'
  /** it works, and connections to it broke or were refused a moment ago */
  | 'away';

/** Why the users feel it, as far as it shows in what became of their requests. */
export type Cause =
  /** a balancer goes on sending to a server that answers nothing, or a keepalived keeps the address of such a balancer */
  | { readonly kind: 'believes'; readonly by: readonly Id[]; readonly server: Id }
  /** a balancer believes in none of its servers */
  | { readonly kind: 'no-server'; readonly balancers: readonly Id[]; readonly areDrained: boolean }
  /** a firewall lets nothing in from there to that one */
  | { readonly kind: 'kept-out'; readonly from: Id; readonly at: Id; readonly host: Id }
  /** packets for an address go to a host that no longer has it */
  | { readonly kind: 'stale-address'; readonly vip: Id; readonly host: Id }
  /** nothing gets through from those to that one */
  | {
      readonly kind: 'cut-off';
      readonly from: readonly Id[];
      readonly at: Id;
      readonly for: 'reads' | 'writes' | undefined;
    }
  /** packets between two get lost, or take long */
  | { readonly kind: 'lossy' | 'delayed'; readonly from: Id; readonly at: Id }
  /** some leave others alone that failed them and that would answer again */
  | { readonly kind: 'avoids'; readonly by: readonly Id[]; readonly targets: readonly Id[] }
  /** writes come to a database that accepts none */
  | { readonly kind: 'read-only'; readonly database: Id }
  | {
      readonly kind: 'trouble';
      readonly at: readonly Id[];
      readonly how: How;
      /** the version of the code that brings it */
      readonly version: string | undefined;
      /** the hosts whose CPUs have no time left */
      readonly busy: readonly Id[];
      /** the health checks that end before it, and where */
      readonly unseen: { readonly by: readonly Id[]; readonly behind: readonly Id[] };
    }
  /** names: they don't resolve, or did not and that is remembered */
  | { readonly kind: 'dns'; readonly isBack: boolean }
  /** browsers refuse the certificate */
  | { readonly kind: 'tls' };

/** A fault, as far as words for it need. */
export interface Happened {
  readonly verb: Verb;
  /** how much, as it is written after its place; empty: it has no value */
  readonly value: string;
  /** what it acts on */
  readonly place: readonly string[];
  readonly kind: 'component' | 'link' | 'site';
  /** what it means in a line, after its place */
  readonly meaning: string;
}

/**
 * How little a fault hurt: nobody, hardly anybody, nobody but that answers take a little longer, or so many requests, which
 * took long or failed.
 */
export type Hurt =
  | 'nobody'
  | 'hardly'
  | { readonly slower: FunctionName; readonly takes: Micros; readonly usual: Micros }
  | { readonly requests: number; readonly isOver: boolean };

/** Who does a part of the work instead of what is gone. */
export type Substitute =
  /** answers what users ask for */
  | { readonly kind: 'answers'; readonly by: readonly Id[] }
  /** answers reads */
  | { readonly kind: 'reads'; readonly by: readonly Id[] }
  /** holds the virtual IP */
  | { readonly kind: 'holds'; readonly vip: Id; readonly by: Id }
  /** it was not needed: nothing of its work came to it */
  | { readonly kind: 'spare' }
  /** who knows an address asks for it again when its TTL is over */
  | { readonly kind: 'cache' };

/** Why a database gives nobody old data any more: it has caught up, is the primary, or nobody reads from it. */
export type Fresh = 'caught-up' | 'primary' | 'unread';

/** A keepalived whose host has a virtual IP. */
export interface Holder {
  readonly id: Id;
  readonly host: Id;
  readonly state: ProcessState;
}

/** What there is to tell, found by the narrator. */
export type Fact =
  | { readonly kind: 'waits'; readonly share: Share; readonly causes: readonly Cause[] }
  | {
      readonly kind: 'fails';
      readonly share: Share;
      readonly causes: readonly Cause[];
      /** how most of them end: `503`, `refused`, `client-timeout` ... */
      readonly outcome: string;
    }
  | {
      readonly kind: 'answered';
      /** what had to wait before still fails */
      readonly leftOver: boolean;
      /** undefined: as ever */
      readonly by: readonly Id[] | undefined;
    }
  /** of all who were hit only those who write still are */
  | { readonly kind: 'only-writes' }
  | { readonly kind: 'answers'; readonly by: readonly Id[] }
  /** a fault that no user has noticed so far, and thanks to whom */
  | {
      readonly kind: 'unnoticed';
      readonly what: Happened;
      readonly hurt: Hurt;
      readonly thanksTo: Substitute | undefined;
    }
  | { readonly kind: 'reads'; readonly by: readonly Id[] }
  | { readonly kind: 'writes-stop'; readonly how: 'fail' | 'wait'; readonly causes: readonly Cause[] }
  | { readonly kind: 'writes-again'; readonly by: readonly Id[] }
  | { readonly kind: 'two-writers'; readonly by: readonly Id[] }
  | { readonly kind: 'lost'; readonly count: number }
  /** who is read from, and why it has old data: it is late, gets nothing, or never got what it should have as a primary */
  | {
      readonly kind: 'stale';
      readonly database: Id;
      readonly why: 'late' | 'cut' | 'lost';
      readonly lag: Micros | undefined;
    }
  /** nobody reads old data any more */
  | { readonly kind: 'fresh'; readonly database: Id; readonly why: Fresh }
  /** on average, and what one in twenty takes longer than */
  | {
      readonly kind: 'slow';
      readonly takes: Micros;
      readonly p95: Micros | undefined;
      readonly cause: Cause | undefined;
    }
  | { readonly kind: 'quick' }
  | { readonly kind: 'vip'; readonly vip: Id; readonly holders: readonly Holder[] }
  /** the kernel drops new connections to it */
  | { readonly kind: 'queue-full'; readonly at: Id; readonly hangs: boolean }
  /** somebody would answer again, and those whom it failed still ask it nothing */
  | { readonly kind: 'still-avoided'; readonly target: Id; readonly by: readonly Id[]; readonly for: Micros }
  /** whoever left another alone asks it again, gets no answer, and will again and again */
  | { readonly kind: 'asks-again'; readonly by: Id; readonly target: Id; readonly every: Micros }
  /** hostile requests come: how many a second, to whom, and whether any gets through */
  | {
      readonly kind: 'flood';
      readonly host: Id;
      readonly at: Id;
      readonly rate: number;
      readonly passes: boolean;
    }
  | { readonly kind: 'flood-ends'; readonly host: Id };

/** A fact, and when it began. */
export interface News {
  readonly fact: Fact;
  readonly at: Micros;
}
