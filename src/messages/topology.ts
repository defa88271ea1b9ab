import { excerpt } from '../text/excerpt.ts';
import type { Located } from '../text/located.ts';
import type { Wanted } from '../topology/wanted.ts';
import { messagesOf } from './language.ts';

const t = messagesOf('topology');

const wantedWords: Readonly<Record<Wanted, string>> = {
  listener: t`a load balancer, web server or application server`,
  server: t`a load balancer, web server, application server or database`,
  'read-source': t`a database, or a load balancer of databases`,
  address: t`a load balancer, web server, application server or virtual IP`,
  database: t`a database`,
  component: t`a component`,
  certificate: t`a name under \`certificates\``,
  'source-of-packets': t`\`anywhere\`, a component or a host`,
  'link-end': t`a component, a host, \`users\` or \`collector@HOST\``,
};

/** What the limit of an alert may be. */
const measures = {
  percentage: t`a percentage`,
  time: t`a time`,
  number: t`a number`,
};

/** Nobody looks for a word in a longer list. */
const longestList = 24;

/** A list of words as a person says it: `a`, `b` or `c`. */
function spoken(names: readonly string[], joint: string): string {
  const more = names.length - longestList;
  const quoted = names.slice(0, longestList).map((name) => `\`${excerpt(name)}\``);
  if (more > 0) quoted.push(t`${more} more`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${joint} ${last}`;
}

/** What stands there, in words. */
function found(node: Located): string {
  if (node.type === 'map') return t`has fields of its own`;
  if (node.type === 'list') return t`is a list`;
  return node.empty || node.text === '' ? t`is empty` : t`is \`${excerpt(node.text)}\``;
}

function meantWords(meant: string | undefined): string {
  return meant === undefined ? '' : t`, did you mean \`${excerpt(meant)}\`?`;
}

/** Every sentence that reading a topology can say. */
export const words = {
  // the file
  emptyFile: () => t`The file is empty: a topology begins with \`format: 1\`.`,
  notAMap: () => t`A topology is made of fields: it begins with \`format: 1\`.`,
  format: (found: string) =>
    t`\`format\` is \`${excerpt(found)}\`: this version of infra-tutor reads format 1, so write \`format: 1\`.`,

  // values
  shortName: t`a short name`,
  titleText: t`a text of one line and up to 100 characters`,
  missing: (path: string, expects: string, why?: string) =>
    t`\`${path}\` is missing${why === undefined ? '' : ` (${why})`}: write ${expects}.`,
  notOfType: (path: string, node: Located, expects: string) =>
    t`\`${path}\` ${found(node)}: write ${expects}.`,
  negative: (path: string, text: string) => t`\`${path}\` is \`${excerpt(text)}\`: it can't be negative.`,
  tooSmall: (path: string, text: string, least: string) =>
    t`\`${path}\` is \`${excerpt(text)}\`: the least is ${least}.`,
  tooLarge: (path: string, text: string, most: string) =>
    t`\`${path}\` is \`${excerpt(text)}\`: the most is ${most}.`,
  tooMany: (path: string, count: number, most: number) =>
    t`\`${path}\` has ${count} entries: the most is ${most}.`,
  unknownChoice: (path: string, text: string, choices: readonly string[]) =>
    t`\`${path}\` is \`${excerpt(text)}\`: write ${spoken(choices, t`or`)}.`,
  unknownField: (name: string, path: string, meant: string | undefined, known: readonly string[]) => {
    const where = path === '' ? '' : t` of \`${path}\``;
    const remedy = meantWords(meant) || t`: it knows ${spoken(known, t`and`)}.`;
    return t`unknown field \`${excerpt(name)}\`${where}${remedy}`;
  },
  oneOf: (choices: readonly string[]) => spoken(choices, t`or`),
  idPattern: () => t`a name of letters, digits, \`-\` and \`_\` that begins with a letter, up to 40`,
  badId: (id: string) =>
    t`\`${excerpt(id)}\` can't be a name: take letters, digits, \`-\` and \`_\`, a letter first, up to 40 characters.`,
  badName: (name: string) => t`\`${excerpt(name)}\` isn't a name such as www.foobar.com.`,
  reservedId: (id: string) => t`\`${id}\` has a meaning of its own in infra-tutor: take another name.`,
  fields: (known: readonly string[]) => {
    const shown = known.slice(0, 3).map((name) => `${name}: ...`);
    return t`its fields, { ${shown.join(', ')}${known.length > 3 ? ', ...' : ''} }`;
  },
  entries: () => t`its entries by name, such as { name: { ... } }`,
  members: () => t`fields by name, such as { web-1: {}, web-2: {} }`,
  listOf: (expects: string) => t`a list, such as [a, b], each ${expects}`,
  firewallRule: () => t`\`443 from anywhere\`, \`3306 from app-1\` or \`vrrp from lb-host-2\``,
  noSuchPort: (path: string, port: number) => t`\`${path}\` names port ${port}: ports are 1 to 65535.`,

  // references
  owners: { component: t`a component`, host: t`a host`, vip: t`a virtual IP` },
  wanted: (wanted: Wanted) => wantedWords[wanted],
  dangling: (path: string, id: string, wanted: Wanted, meant: string | undefined) =>
    t`\`${path}\` names \`${excerpt(id)}\`, which isn't there${meantWords(meant) || t`: it must be ${wantedWords[wanted]}.`}`,
  wrongKind: (path: string, id: string, isA: string, wanted: Wanted) =>
    t`\`${path}\` names \`${id}\`, which is ${isA}: it must be ${wantedWords[wanted]}.`,
  listedTwice: (path: string, id: string) => t`\`${path}\` names \`${excerpt(id)}\` twice: once is enough.`,
  sameId: (id: string, one: string, other: string) =>
    t`\`${id}\` is the name of ${one} and of ${other}: give one of them another name.`,
  unknownKind: (id: string, kind: string, kinds: readonly string[], meant: string | undefined) =>
    t`\`${id}.kind\` is \`${excerpt(kind)}\`${meantWords(meant) || t`: write ${spoken(kinds, t`or`)}.`}`,
  missingKind: (id: string, kinds: readonly string[]) =>
    t`\`${id}.kind\` is missing: write ${spoken(kinds, t`or`)}.`,
  unknownDefaults: (kind: string, meant: string | undefined, kinds: readonly string[]) =>
    t`\`defaults\` knows no kind \`${excerpt(kind)}\`${meantWords(meant) || t`: the kinds are ${spoken(kinds, t`and`)}.`}`,

  // what can't be
  ranTwice: (id: string, one: string, other: string) =>
    t`\`${id}\` runs on \`${one}\` and on \`${other}\`: only an orchestrator may run on several hosts.`,
  runsUnknown: (host: string, id: string, meant: string | undefined) =>
    t`\`${host}.runs\` names \`${excerpt(id)}\`, which isn't under \`components\`${meantWords(meant) || t`: add it there, or take it out here.`}`,
  impliedHostTaken: (id: string, host: string) =>
    t`\`${id}\` runs on no host, and the host \`${host}\` that it would get is already there: add \`${id}\` to a host's \`runs\`.`,
  cycle: (path: readonly string[]) =>
    t`Requests would go round in circles: ${path.join(' -> ')}. Take one of these out.`,
  sourceCycle: (path: readonly string[]) =>
    t`Replication would go round in circles: ${path.join(' -> ')}. One of them must be the primary.`,
  ownSource: (id: string) => t`\`${id}\` is its own source: name the database that it follows.`,
  replicaWithoutSource: (id: string) =>
    t`\`${id}\` is a replica without a source: write \`source: DATABASE\`, or \`role: primary\`.`,
  primaryWithSource: (id: string) =>
    t`\`${id}\` is a primary, so it follows nobody: take \`source\` out, or write \`role: replica\`.`,
  noUpstream: (id: string) =>
    t`\`${id}\` has no \`upstream\` to pass requests on to: name one, or write \`static: 100%\`.`,
  mixedServers: (id: string, other: string) =>
    t`\`${id}\` balances databases, and \`${other}\` is none: give it a balancer of its own.`,
  notBeforeDatabases: (path: string) =>
    t`\`${path}\`: a balancer of databases hands connections on as they are. Write \`mode: tcp\`, and no \`httpchk\`, \`cookie\`, \`tls\` or \`balance: source\`.`,
  readsFromBalancer: (path: string, id: string) =>
    t`\`${path}\` names \`${id}\`, whose servers are no databases: it must be a database, or a load balancer of databases.`,
  speaksMysql: (path: string, id: string) =>
    t`\`${path}\` names \`${id}\`, which balances databases: only the \`reads\` of an application may lead there.`,
  mysqlCheckWithoutDatabases: (id: string) =>
    t`\`${id}.mysql-check\` asks databases, and \`${id}\` has none: take \`httpchk\`.`,
  noServers: (id: string) => t`\`${id}\` has no \`servers\`: name at least one.`,
  noAddress: (name: string) => t`\`${name}\` has no address: name at least one under \`A\`.`,
  noNames: () => t`\`dns\` has no name: users need one, such as { www.foobar.com: { A: [web-1] } }.`,
  noComponents: () => t`\`components\` is empty: a topology needs at least one.`,
  offWithOthers: (path: string) => t`\`${path}\` has \`off\` beside others: \`off\` stands alone.`,
  alertWithoutLimit: (path: string) => t`\`${path}\` has neither \`above\` nor \`below\`: write one.`,
  alertWithBoth: (path: string) => t`\`${path}\` has \`above\` and \`below\`: write two alerts.`,
  alertUnit: (path: string, text: string, on: string, measured: keyof typeof measures) =>
    t`\`${path}\` is \`${excerpt(text)}\`: the limit of ${on} is ${measures[measured]}.`,
  linkEnds: (key: string) => t`\`${excerpt(key)}\` isn't a link: write its two ends, such as "lb-1 web-1".`,
  linkToItself: (key: string) => t`\`${excerpt(key)}\` leads from one end to the same: name two.`,
  vipLeadsNowhere: (vip: string, host: string) =>
    t`\`${vip}\` leads nowhere while \`${host}\` holds it: no load balancer runs there.`,

  // switches and --set
  switchIsNoMap: (name: string) =>
    t`The switch \`${name}\` has no positions: write { off: {}, on: { components: ... } }.`,
  firstPositionPatches: (name: string, position: string) =>
    t`The first position of a switch is the file as it stands: \`${name}.${position}\` must be {}.`,
  patchesTooMuch: (name: string, position: string, key: string) =>
    t`\`${name}.${position}\` can't change \`${key}\`: that is the same in every position.`,
  unknownPosition: (name: string, position: string, positions: readonly string[]) =>
    t`The switch \`${name}\` has no position \`${excerpt(position)}\`: write ${spoken(positions, t`or`)}.`,
  changeIsNoChange: (change: string) =>
    t`\`${excerpt(change)}\` isn't a change: write COMPONENT.FIELD=VALUE or SWITCH=POSITION, such as lb-1.retries=2.`,
  changeWithoutField: (id: string) =>
    t`\`${id}\` is no switch: say which field to change, such as ${id}.FIELD=VALUE.`,
  unknownSwitch: (name: string, switches: readonly string[], meant: string | undefined) =>
    switches.length === 0
      ? t`There is no switch \`${excerpt(name)}\`: this topology has none.`
      : t`There is no switch \`${excerpt(name)}\`${meantWords(meant) || t`: there is ${spoken(switches, t`and`)}.`}`,
  unknownTarget: (name: string, meant: string | undefined) =>
    t`Nothing here is called \`${excerpt(name)}\`${meantWords(meant) || t`: name a component, a host, traffic, dns.NAME, certificates.NAME or monitoring.`}`,
  noSuchItem: (path: string) => t`\`${excerpt(path)}\` isn't in that list: items count from 0.`,
  tooManyProblems: (more: number) => t`And ${more} more problems: mend these first.`,
};
