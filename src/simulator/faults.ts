import { excerpt } from '../text/excerpt.ts';
import { nearestWord } from '../text/nearest.ts';
import { parseTime } from '../topology/duration.ts';
import type { Component, Topology } from '../topology/types.ts';
import type { Fault, TimedFault, Verb } from './fault.ts';
import { ATTACKS, STRATEGIES, type TargetKind, type ValueKind, VERBS, type VerbForm } from './fault-words.ts';
import { processIds } from './process-ids.ts';

type Parsed<T> = T | { error: string };

/** Reads `10s kill web-2`: when, and what. The error is a sentence with the remedy. */
export function parseTimedFault(words: string, topology: Topology): Parsed<{ timed: TimedFault }> {
  const [time = '', ...rest] = words.trim().split(/\s+/);
  const at = parseTime(time);
  if (at === undefined || at < 0) {
    return { error: `"${excerpt(time)}" is not a time. A fault begins with one: \`10s kill web-2\`` };
  }
  const parsed = parseFault(rest.join(' '), topology);
  return 'error' in parsed ? parsed : { timed: { at, fault: parsed.fault } };
}

/** Reads `kill web-2` against a topology. */
export function parseFault(words: string, topology: Topology): Parsed<{ fault: Fault }> {
  const [verb = '', ...rest] = words.trim().split(/\s+/);
  if (!isVerb(verb)) {
    if (verb === '') return { error: `there is no fault here. One looks like \`${VERBS.kill.example}\`` };
    return { error: `"${excerpt(verb)}" is not a fault${didYouMean(verb, Object.keys(VERBS))}` };
  }
  const form = VERBS[verb];
  const split = splitWords(verb, form, rest);
  if ('error' in split) return split;
  for (let i = 0; i < split.targets.length; i++) {
    const wanted = form.targets[i];
    const problem =
      wanted === undefined ? undefined : checkTarget(wanted, split.targets[i] ?? '', verb, topology);
    if (problem !== undefined) return { error: problem };
  }
  // a target that may be left out must still be there
  for (const wanted of form.targets.slice(split.targets.length)) {
    if (candidates(wanted, topology).length === 0) return { error: nothingThere(wanted, verb, topology) };
  }
  const relation = checkTogether(verb, split.targets, topology);
  if (relation !== undefined) return { error: relation };
  const value =
    split.value === undefined ? { value: undefined } : readValue(form.value, split.value, verb, topology);
  if ('error' in value) return value;
  return { fault: { verb, targets: split.targets, value: value.value, words: [verb, ...rest].join(' ') } };
}

function isVerb(word: string): word is Verb {
  return Object.hasOwn(VERBS, word);
}

function splitWords(
  verb: Verb,
  form: VerbForm,
  words: readonly string[],
): Parsed<{ targets: string[]; value: string | undefined }> {
  const usage = `It is written \`${form.example}\``;
  const hasValue = form.value !== undefined && (!form.valueOptional || words.length > form.targets.length);
  const targets = hasValue ? words.slice(0, -1) : words.slice();
  const fewest = form.targets.length - (form.optional ?? 0);
  if (targets.length < fewest) return { error: `\`${verb}\` needs more words. ${usage}` };
  if (targets.length > form.targets.length) {
    return {
      error: `\`${verb}\` takes no "${excerpt(targets.slice(form.targets.length).join(' '))}". ${usage}`,
    };
  }
  return { targets, value: hasValue ? words[words.length - 1] : undefined };
}

// -- targets -----------------------------------------------------------------------------------------------------

function checkTarget(wanted: TargetKind, word: string, verb: Verb, topology: Topology): string | undefined {
  const known = candidates(wanted, topology);
  if (known.includes(word)) return undefined;
  const what = NAMES[wanted];
  if (known.length === 0) return nothingThere(wanted, verb, topology);
  const list = known.length <= 12 ? ` It has ${known.join(', ')}.` : '';
  return `${topology.id} has no ${what} "${excerpt(word)}"${didYouMean(word, known)}${list}`;
}

function nothingThere(wanted: TargetKind, verb: Verb, topology: Topology): string {
  return `${topology.id} has no ${NAMES[wanted]}, so \`${verb}\` can do nothing here`;
}

const NAMES: Readonly<Record<TargetKind, string>> = {
  process: 'process',
  'server-of-balancer': 'server',
  kind: 'kind of component',
  host: 'host',
  database: 'database',
  replica: 'replica',
  certificate: 'certificate',
  name: 'name',
  end: 'host or component',
  traffic: 'target',
  attack: 'attack',
  anything: 'target',
};

function candidates(wanted: TargetKind, topology: Topology): string[] {
  const components = topology.components.map((component) => component.id);
  const hosts = topology.hosts.map((host) => host.id);
  const databases = topology.components.filter((component) => component.kind === 'database');
  switch (wanted) {
    case 'process':
      return processIds(topology);
    case 'server-of-balancer':
      return components;
    case 'kind':
      return [...new Set(topology.components.map((component) => component.kind))];
    case 'host':
      return hosts;
    case 'database':
      return databases.map((database) => database.id);
    case 'replica':
      return databases.filter((database) => database.role === 'replica').map((database) => database.id);
    case 'certificate':
      return topology.certificates.map((certificate) => certificate.name);
    case 'name':
      return topology.dns.map((name) => name.name);
    case 'end':
      return [...components, ...hosts, 'users'];
    case 'traffic':
      return ['traffic'];
    case 'attack':
      return [...ATTACKS];
    case 'anything':
      return [...components, ...hosts, ...topology.dns.map((name) => name.name), 'users', 'traffic'];
  }
}

// -- targets that belong together --------------------------------------------------------------------------------

function checkTogether(verb: Verb, targets: readonly string[], topology: Topology): string | undefined {
  const [a = '', b = ''] = targets;
  if (verb === 'drain' || verb === 'ready') return checkBalanced(a, b, topology);
  if (verb === 'slow' || verb === 'errors') return checkServes(verb, a, topology);
  if (b === '') return checkAlone(verb, a);
  if (!BETWEEN_TWO_ENDS.includes(verb)) return undefined;
  if (!candidates('end', topology).includes(a)) {
    return `${a} is no end of a link. A link is restored by its two ends`;
  }
  if (a === b) return `${a} needs no network to itself`;
  const hostA = hostOf(a, topology);
  if (verb === 'partition' && hostA === hostOf(b, topology)) {
    return `${a} and ${b} share the host ${hostA}: no network lies between them`;
  }
  return undefined;
}

const BETWEEN_TWO_ENDS: readonly Verb[] = [
  'partition',
  'heal',
  'delay',
  'loss',
  'wiretap',
  'untap',
  'restore',
];

function checkAlone(verb: Verb, target: string): string | undefined {
  if (target !== 'users') return undefined;
  if (verb === 'partition' || verb === 'heal') return 'Name the host that the users are cut from, too';
  return 'Nothing of the users can be restored by itself. Name the link, `restore users lb-1`, or say `restore traffic`';
}

function checkBalanced(balancer: string, server: string, topology: Topology): string | undefined {
  const component = topology.components.find(({ id }) => id === balancer);
  if (component?.kind !== 'load-balancer') return `${balancer} is not a load balancer`;
  if (component.servers.some(({ id }) => id === server)) return undefined;
  return `${server} is not a server of ${balancer}. It has ${component.servers.map(({ id }) => id).join(', ')}`;
}

function checkServes(verb: Verb, id: string, topology: Topology): string | undefined {
  const kind = topology.components.find((component) => component.id === id)?.kind;
  if (kind === 'web-server' || kind === 'app-server' || kind === 'database') return undefined;
  if (verb === 'slow' && kind === 'load-balancer') return undefined;
  return `\`${verb}\` acts on web servers, application servers and databases; ${id} is none`;
}

function hostOf(id: string, topology: Topology): string {
  return topology.components.find((component: Component) => component.id === id)?.host ?? id;
}

// -- values ------------------------------------------------------------------------------------------------------

function readValue(
  kind: ValueKind | undefined,
  word: string,
  verb: Verb,
  topology: Topology,
): Parsed<{ value: number | string }> {
  const wrong = (what: string) => ({
    error: `"${excerpt(word)}" is not ${what}. It is written \`${VERBS[verb].example}\``,
  });
  switch (kind) {
    case 'factor': {
      const factor = Number(word);
      return factor > 0 && factor <= 10_000 ? { value: factor } : wrong('a factor between 0 and 10000');
    }
    case 'share': {
      const share = /^\d+(\.\d+)?%?$/.test(word) ? Number.parseFloat(word) / 100 : Number.NaN;
      return share >= 0 && share <= 1 ? { value: share } : wrong('a share from 0% to 100%');
    }
    case 'milliseconds':
      return time(word, 'ms') ?? wrong('a time of at most an hour, such as 100ms');
    case 'seconds':
      return time(word, 's') ?? wrong('a time of at most an hour, such as 5s');
    case 'strategy':
      return STRATEGIES.some((strategy) => strategy === word)
        ? { value: word }
        : wrong('rolling or all-at-once');
    case 'address': {
      const known = [...candidates('process', topology), ...vips(topology)];
      return known.includes(word) ? { value: word } : wrong(`a component or VIP of ${topology.id}`);
    }
    case undefined:
      return { value: word };
  }
}

function time(word: string, unit: string): { value: number } | undefined {
  const micros = parseTime(/^[\d.]+$/.test(word) ? `${word}${unit}` : word);
  return micros !== undefined && micros >= 0 && micros <= 3_600_000_000 ? { value: micros } : undefined;
}

function vips(topology: Topology): string[] {
  return topology.components.flatMap((component) => (component.kind === 'keepalived' ? [component.vip] : []));
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = nearestWord(word, known);
  return near === undefined ? '.' : `: did you mean "${excerpt(near)}"?`;
}
