/** A host, a link, a certificate. */
import { inspector as words } from '../../messages/inspector.ts';
import { inShort } from '../../simulator/faults/fault.ts';
import type { LinkView } from '../../simulator/view.ts';
import { formatTime } from '../../topology/duration.ts';
import { isPlainText } from '../../topology/encryption.ts';
import { linksOf, type TalkingPair } from '../../topology/pairs.ts';
import type { Certificate, Host, Id, LoadBalancer, Topology } from '../../topology/types.ts';
import { firewallOf } from './files.ts';
import {
  type Inspected,
  type InspectedLine,
  line,
  lineUnder,
  type Scene,
  section,
  truthOf,
} from './inspected.ts';

export function inspectHost(host: Host, scene: Scene): Inspected {
  const { view } = scene;
  const now = view.hosts.find(({ id }) => id === host.id);
  const isOn = now?.on ?? true;
  const state = isOn
    ? line(words.hostOn(Math.round((now?.cpu ?? 0) * 100), host.cpus), 'good')
    : line(words.hostOff, 'bad');
  return {
    name: host.id,
    what: '',
    role: words.host,
    sections: [
      ...section(words.headings.now, [
        state,
        ...(now?.collector === undefined ? [] : [line(words.collector(now.collector))]),
        ...view.standing
          .filter(({ targets }) => targets.includes(host.id))
          .map((fault) => line(words.fault(fault.words), 'warn')),
      ]),
      ...section(
        words.headings.runs,
        host.runs.map((id) => {
          const state = view.components.find((each) => each.id === id)?.state ?? 'up';
          return line(words.running(id, state), state === 'up' ? 'plain' : 'bad');
        }),
      ),
      ...section(
        words.headings.talks,
        talksOf((pair) => [pair.fromHost, pair.toHost].includes(host.id), scene),
      ),
      ...firewallOf(host.id, scene.topology),
    ],
  };
}

function talksOf(isMeant: (pair: TalkingPair) => boolean, { topology }: Scene): readonly InspectedLine[] {
  return linksOf(topology)
    .filter((pair) => pair.fromHost !== pair.toHost && isMeant(pair))
    .map(({ from, to, protocol, port }) => line(words.talks(from, to, protocol, port)));
}

/** What lies between two ends that talk; undefined: they don't. */
export function inspectLink(a: Id, b: Id, scene: Scene): Inspected | undefined {
  const isEnd = (pair: TalkingPair, id: Id) => [pair.from, pair.to, pair.fromHost, pair.toHost].includes(id);
  const isMeant = (pair: TalkingPair) => isEnd(pair, a) && isEnd(pair, b);
  const pairs = linksOf(scene.topology).filter(isMeant);
  if (pairs.length === 0 || a === b) return undefined;
  const ends = new Set(pairs.flatMap(({ from, to, fromHost, toHost }) => [from, to, fromHost, toHost]));
  const here = scene.view.links.filter((link) => concerns(link, ends));
  return {
    name: `${a} ${b}`,
    what: '',
    role: words.link,
    sections: [
      ...section(words.headings.now, [
        ...here.map((link) => line(words.fault(inShort(link.fault)), link.cut ? 'bad' : 'warn')),
        ...pairs.flatMap(({ to }) => {
          const truth = truthOf(to, scene);
          return truth === 'up' ? [] : [line(words.running(to, truth), 'bad')];
        }),
        ...tapsOf(pairs, scene),
        ...(here.length === 0 ? [line(words.untouched, 'dim')] : []),
      ]),
      ...section(
        words.headings.talks,
        pairs.flatMap((pair) => wayOf(pair, scene)),
      ),
    ],
  };
}

/** What is said, whether it can be read on the way, and whether the receiver's firewall lets it in. */
function wayOf(pair: TalkingPair, { topology }: Scene): readonly InspectedLine[] {
  const { from, to, fromHost, toHost, protocol, port } = pair;
  const find = (id: Id) => topology.components.find((each) => each.id === id);
  const isReadable = isPlainText(find, from, to);
  const firewall = topology.hosts.find(({ id }) => id === toHost)?.firewall;
  const isIn =
    firewall === undefined ||
    fromHost === toHost ||
    firewall.in.some((rule) => rule.port === port && ['anywhere', from, fromHost].includes(rule.from));
  return [
    line(words.talks(from, to, protocol, port)),
    ...(protocol === 'http' || protocol === 'mysql'
      ? [lineUnder(isReadable ? words.plain : words.encrypted, isReadable ? 'warn' : 'good')]
      : []),
    ...(firewall === undefined || port === undefined
      ? []
      : [lineUnder(isIn ? words.lets(toHost) : words.drops(toHost), isIn ? 'dim' : 'bad')]),
  ];
}

function concerns({ ends: [a, b] }: LinkView, ends: ReadonlySet<Id>): boolean {
  return ends.has(a) && (b === 'all' || ends.has(b));
}

function tapsOf(pairs: readonly TalkingPair[], { view }: Scene): readonly InspectedLine[] {
  return view.wiretaps
    .filter(({ link }) => pairs.some(({ from, to }) => link === `${from} ${to}`))
    .map(({ readable, messages }) => line(words.taps(readable, messages), readable > 0 ? 'bad' : 'warn'));
}

export function inspectCertificate(certificate: Certificate, { topology, view }: Scene): Inspected {
  const { name, expires, key } = certificate;
  return {
    name,
    what: '',
    role: words.certificate,
    sections: [
      ...section(words.headings.now, [
        view.expired.includes(name)
          ? line(words.expired, 'bad')
          : line(words.valid(formatTime(expires)), 'good'),
        line(words.key(key)),
      ]),
      ...section(
        words.headings.shown,
        shownBy(certificate, topology).map(({ id, tls }) => line(words.modes[tls?.mode ?? 'terminate'](id))),
      ),
    ],
  };
}

/** The balancers that show a certificate. */
function shownBy({ name }: Certificate, { components }: Topology): readonly LoadBalancer[] {
  return components.filter(
    (each): each is LoadBalancer => each.kind === 'load-balancer' && each.tls?.certificate === name,
  );
}
