import { numbers, type Row, same } from '../judge.ts';
import { range } from '../recorded.ts';
import { between, failed, longestGap, outcomes, type Run, runs } from '../run.ts';
import { vrrpPair } from '../vrrp-pair.ts';

const GONE = 13;
/** three adverts and the skew of priority 100, less what has passed since the last advert */
const TAKEOVER = [3 + 156 / 256 - 1, 3 + 156 / 256] as const;
const ALL_HELD = 'lb-1 and lb-2';

/** E9: two HAProxy with keepalived. */
export function keepalived(): Row[] {
  return [
    ...nodeKilled('node_kill9', true),
    ...nodeKilled('node_kill9_nopreempt', false),
    ...linkCut(),
    ...haproxyUntracked(),
    ...haproxyTracked(),
    ...keepalivedKilled(),
    ...goodbye(),
    ...backupKilled(),
    ...splitBrain(),
  ];
}

function script(
  topology: string,
  faults: readonly string[],
  undo: readonly string[],
  until = GONE + 13,
): Run[] {
  return runs({ topology, faults, undo, recoverAfter: GONE, until });
}

const taken = (run: Run) => {
  const event = run.report.events.find(
    ({ t, who, what }) => t >= run.faultAt && who === 'keepalived-2' && what === 'takes-vip',
  );
  return event === undefined ? undefined : event.t - run.faultAt;
};

function takeover(variant: string, all: readonly Run[], formula: readonly [number, number] = TAKEOVER): Row {
  return numbers('E9', variant, {
    what: 'lb-2 takes the address',
    unit: 's',
    recorded: range('E9', variant, 'lb2_master_s'),
    simulated: all.map(taken),
    formula,
  });
}

const errorsDuring = (run: Run) => between(run, -0.1, GONE).filter(failed).length;
const errorsAfter = (run: Run) => between(run, GONE, Number.POSITIVE_INFINITY).filter(failed).length;

function errors(variant: string, all: readonly Run[], formula?: readonly [number, number]): Row {
  return numbers('E9', variant, {
    what: 'errors',
    recorded: range('E9', variant, 'errors'),
    simulated: all.map(errorsDuring),
    ...(formula === undefined ? {} : { formula }),
  });
}

function afterwards(variant: string, all: readonly Run[], formula?: readonly [number, number]): Row {
  return numbers('E9', variant, {
    what: 'errors at the way back',
    recorded: range('E9', variant, 'errors_after'),
    simulated: all.map(errorsAfter),
    ...(formula === undefined ? {} : { formula }),
  });
}

function kinds(variant: string, all: readonly Run[], expected: string): Row {
  return same(
    'E9',
    variant,
    'outcomes',
    expected,
    all.map((run) => outcomes(between(run, 0.1, GONE))),
  );
}

function nodeKilled(variant: string, preempt: boolean): Row[] {
  const both = ['lb-1', 'keepalived-1'];
  const all = script(
    vrrpPair({ preempt }),
    both.map((id) => `kill ${id}`),
    both.map((id) => `start ${id}`),
  );
  return [
    takeover(variant, all),
    errors(variant, all, [TAKEOVER[0] * 50, TAKEOVER[1] * 50 + 2]),
    numbers('E9', variant, {
      what: 'last error',
      unit: 's',
      recorded: range('E9', variant, 'error_window_end_s'),
      simulated: all.map((run) => lastOf(run)),
      formula: TAKEOVER,
    }),
    kinds(variant, all, '200 refused'),
    afterwards(variant, all),
    same(
      'E9',
      variant,
      'who has the address in the end',
      preempt ? 'lb-1' : 'lb-2',
      all.map((run) => holders(run)),
    ),
  ];
}

function lastOf(run: Run): number | undefined {
  const during = between(run, 0, GONE).filter(failed);
  const last = during[during.length - 1];
  return last === undefined ? undefined : last.t - run.faultAt;
}

function holders(run: Run): string {
  return run.simulation
    .view()
    .components.filter(({ vrrp }) => vrrp?.holds === true)
    .map(({ id }) => id.replace('keepalived', 'lb'))
    .join(' and ');
}

/** The same faults without their undoing, looked at after 10 s. */
function holdersDuring(topology: string, faults: readonly string[]): string[] {
  return runs({ topology, faults, until: 10 }).map(holders);
}

function linkCut(): Row[] {
  const variant = 'cut_link';
  const topology = vrrpPair();
  const all = script(topology, ['partition lb-host-1'], ['heal lb-host-1']);
  const back = all.filter((run) => longestGap(run, GONE) < 5);
  return [
    takeover(variant, all),
    same(
      'E9',
      variant,
      'who has the address meanwhile',
      ALL_HELD,
      holdersDuring(topology, ['partition lb-host-1']),
    ),
    numbers('E9', variant, {
      what: 'time without service',
      unit: 's',
      recorded: range('E9', variant, 'outage_s'),
      simulated: all.map((run) => longestGap(run, 0, GONE)),
      // a SYN that was lost is repeated a second later at most
      formula: [TAKEOVER[0], TAKEOVER[1] + 0.1],
    }),
    kinds(variant, all, '200 client-timeout'),
    errors(variant, all, [(TAKEOVER[0] - 2) * 50, (TAKEOVER[1] - 1) * 50 + 2]),
    numbers('E9', variant, {
      what: 'share of ways back after which the service is dead, as after a split brain',
      recorded: [0, 0],
      simulated: [(all.length - back.length) / all.length],
      because: `of 3 recorded ways back none was; whether lb-1 or lb-2 is heard first is a matter of when their adverts fall`,
    }),
    numbers('E9', variant, {
      what: 'errors at the other ways back, until the checks of lb-1 are good again',
      recorded: range('E9', variant, 'errors_after'),
      simulated: back.map(errorsAfter),
      formula: [1.76 * 50, 4 * 50],
    }),
    numbers('E9', variant, {
      what: 'time without service then',
      unit: 's',
      recorded: range('E9', variant, 'gap_after_s'),
      simulated: back.map((run) => longestGap(run, GONE)),
    }),
  ];
}

function haproxyUntracked(): Row[] {
  const variant = 'haproxy_kill9_notrack';
  const all = script(vrrpPair(), ['kill lb-1'], ['start lb-1']);
  return [
    same(
      'E9',
      variant,
      'lb-2 takes the address',
      'never',
      all.map((run) => (taken(run) === undefined ? 'never' : 'yes')),
    ),
    errors(variant, all),
    kinds(variant, all, 'refused'),
  ];
}

function haproxyTracked(): Row[] {
  const variant = 'haproxy_kill9_track';
  const all = script(vrrpPair({ script: true }), ['kill lb-1'], ['start lb-1']);
  // two failed looks, 2 s apart; from then on lb-2 hears of a lower priority and waits out its timer
  const formula = [2 + TAKEOVER[0], 4 + TAKEOVER[1]] as const;
  return [
    takeover(variant, all, formula),
    errors(variant, all, [formula[0] * 50, formula[1] * 50 + 2]),
    kinds(variant, all, '200 refused'),
    afterwards(variant, all),
    same(
      'E9',
      variant,
      'who has the address meanwhile',
      'lb-2',
      holdersDuring(vrrpPair({ script: true }), ['kill lb-1']),
    ),
  ];
}

function keepalivedKilled(): Row[] {
  const variant = 'keepalived_kill9';
  const all = script(vrrpPair(), ['kill keepalived-1'], ['start keepalived-1']);
  const servedByFirst = (run: Run) => {
    const served = between(run, 0, GONE);
    return served.filter(({ path }) => path[0] === 'lb-1').length / served.length;
  };
  return [
    takeover(variant, all),
    same(
      'E9',
      variant,
      'who has the address meanwhile',
      ALL_HELD,
      holdersDuring(vrrpPair(), ['kill keepalived-1']),
    ),
    errors(variant, all),
    afterwards(variant, all),
    numbers('E9', variant, {
      what: 'share that lb-1 serves meanwhile',
      recorded: range('E9', variant, 'share_lb1'),
      simulated: all.map(servedByFirst),
      formula: [TAKEOVER[0] / GONE, TAKEOVER[1] / GONE],
    }),
  ];
}

/** keepalived asked to leave; recorded as the parent's death, after which the child says goodbye. */
function goodbye(): Row[] {
  const variant = 'keepalived_kill9_parent';
  const all = script(vrrpPair(), ['stop keepalived-1'], ['start keepalived-1']);
  return [
    takeover(variant, all, [156 / 256, 156 / 256]),
    numbers('E9', variant, {
      what: 'time without service',
      unit: 's',
      recorded: range('E9', variant, 'outage_s'),
      simulated: all.map((run) => longestGap(run, 0, GONE)),
    }),
    errors(variant, all),
  ];
}

function backupKilled(): Row[] {
  const variant = 'kill_backup';
  const both = ['lb-2', 'keepalived-2'];
  const all = script(
    vrrpPair(),
    both.map((id) => `kill ${id}`),
    both.map((id) => `start ${id}`),
  );
  return [errors(variant, all), afterwards(variant, all)];
}

/** Only the adverts are lost. */
function splitBrain(): Row[] {
  const variant = 'split_brain';
  const cut = 'partition lb-host-1 lb-host-2';
  const all = runs(
    {
      topology: vrrpPair(),
      faults: [cut],
      undo: ['heal lb-host-1 lb-host-2'],
      recoverAfter: GONE,
      until: GONE + 40,
    },
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  );
  const dead = all.map((run) => longestGap(run, GONE + 0.01)).filter((gap) => gap > 2);
  return [
    takeover(variant, all),
    same('E9', variant, 'who has the address meanwhile', ALL_HELD, holdersDuring(vrrpPair(), [cut])),
    // a request that is on its way while the address moves
    errors(variant, all, [0, 1]),
    numbers('E9', variant, {
      what: 'share of healings after which the service is dead',
      recorded: [4 / 9, 4 / 9],
      simulated: [dead.length / all.length],
      // whoever is heard first: any of the two, as their adverts happen to fall (9 recorded, 12 simulated)
      formula: [0.15, 0.85],
    }),
    numbers('E9', variant, {
      what: 'and for how long',
      unit: 's',
      recorded: [24.8, 24.8],
      simulated: dead,
    }),
  ];
}
