/** What a story is made of, before it is put into words (messages/simulator-users.ts). */
import type { Id, Micros } from '../topology/types.ts';

/** Which part of the requests: all, every nth, or a word. */
export type Share = 'all' | 'most' | 'some' | 'few' | number;

/** Why the users feel it, as far as it shows in what happened. */
export type Cause =
  /** a balancer goes on sending to a server that answers nothing */
  | { readonly kind: 'believes'; readonly balancers: readonly Id[]; readonly server: Id }
  /** a balancer believes in none of its servers */
  | { readonly kind: 'no-server'; readonly balancers: readonly Id[] }
  | {
      readonly kind: 'trouble';
      readonly at: readonly Id[];
      readonly how: 'refuses' | 'silent' | 'errors' | 'queue';
    };

/** What the users notice, found by the narrator. */
export type Fact =
  | { readonly kind: 'waits'; readonly share: Share; readonly cause: Cause | undefined }
  | {
      readonly kind: 'fails';
      readonly share: Share;
      readonly cause: Cause | undefined;
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
  | { readonly kind: 'answers'; readonly by: readonly Id[] }
  | { readonly kind: 'writes-stop'; readonly how: 'fail' | 'wait' }
  | { readonly kind: 'writes-again'; readonly by: readonly Id[] }
  | { readonly kind: 'two-writers'; readonly by: readonly Id[] }
  | { readonly kind: 'lost'; readonly count: number }
  | { readonly kind: 'stale'; readonly replica: Id; readonly lag: Micros | undefined }
  | { readonly kind: 'slow'; readonly takes: Micros; readonly at: readonly Id[] }
  | { readonly kind: 'quick' }
  | { readonly kind: 'vip'; readonly vip: Id; readonly holders: readonly Id[] };
