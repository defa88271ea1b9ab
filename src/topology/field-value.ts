import { type Located, valueAt } from '../text/located.ts';
import { homeOf } from './changes.ts';
import { shapes } from './fields.ts';
import { isKind } from './kinds.ts';
import { treeOf } from './read.ts';
import { type Field, isGroup, type Shape } from './shape.ts';

/** One field of a topology as it stands, for somebody who may change it. */
export interface FieldValue {
  /** as a person would write it; undefined: it is not there, and has no default */
  readonly now: string | undefined;
  /** what may stand there; undefined: whatever `expects` says */
  readonly choices: readonly string[] | undefined;
  /** ends the sentence "write ..." */
  readonly expects: string;
  readonly means: string;
}

/**
 * Opens a topology with these changes, to be asked what a field of it is and may be: `lb-1.default-server.inter`,
 * `traffic.rate`. Undefined of a field that it does not have.
 */
export function openFields(
  text: string,
  file: string,
  changes: readonly string[],
): (target: string) => FieldValue | undefined {
  const tree = treeOf(text, file, changes);
  return (target) => {
    const [first = '', ...rest] = target.split('.');
    const home = tree && homeOf(tree, first);
    if (tree === undefined || home === undefined) return undefined;
    const path = home === first ? rest : [first, ...rest];
    const start = startOf(valueAt(tree, home), home, path);
    return start && valueIn(start);
  };
}

interface Step {
  readonly shape: Shape;
  readonly node: Located | undefined;
  readonly path: readonly string[];
}

/** The shape of a section or a component, what is written there, and what is left of the path. */
function startOf(node: Located | undefined, home: string, path: readonly string[]): Step | undefined {
  const [id = '', ...rest] = path;
  switch (home) {
    case 'traffic':
    case 'monitoring':
      return { shape: shapes[home], node, path };
    case 'hosts':
      return { shape: shapes.host, node: valueAt(node, id), path: rest };
    case 'components': {
      const kind = valueAt(node, id, 'kind');
      const known = kind?.type === 'scalar' && isKind(kind.text) ? kind.text : undefined;
      return known && { shape: shapes[known], node: valueAt(node, id), path: rest };
    }
    case 'defaults':
      return isKind(id) ? { shape: shapes[id], node: valueAt(node, id), path: rest } : undefined;
    default:
      return named(node, home, path);
  }
}

/** Names with dots in them (`dns.www.foobar.com.ttl`): the last word is the field. */
function named(node: Located | undefined, home: string, path: readonly string[]): Step | undefined {
  const shape = { dns: shapes.dns, certificates: shapes.certificate, links: shapes.link };
  const name = path.slice(0, -1).join('.');
  const known = Object.entries(shape).find(([section]) => section === home)?.[1];
  return known && { shape: known, node: valueAt(node, name), path: path.slice(-1) };
}

function valueIn({ shape, node, path }: Step): FieldValue | undefined {
  const [name = '', ...rest] = path;
  const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
  if (field === undefined) return undefined;
  const written = valueAt(node, name);
  const { type } = field;
  if (rest.length > 0) {
    if (!isGroup(type)) return undefined;
    const [id = '', ...inner] = rest;
    if (written?.type === 'list') {
      const item = written.items[Number(id)];
      return item && valueIn({ shape: type.shape, node: item, path: inner });
    }
    if (!type.byId) return valueIn({ shape: type.shape, node: written, path: rest });
    const over = Object.entries(shape).find(([, { under }]) => under === name)?.[0];
    const own = valueIn({ shape: type.shape, node: valueAt(written, id), path: inner });
    const isWritten = valueAt(written, id, ...inner) !== undefined;
    if (isWritten || over === undefined) return own;
    return valueIn({ shape: type.shape, node: valueAt(node, over), path: inner }) ?? own;
  }
  const choices = type.choices;
  return { now: nowOf(field, written, shape, node), choices, expects: type.expects, means: field.means };
}

function nowOf(
  field: Field,
  written: Located | undefined,
  shape: Shape,
  node: Located | undefined,
): string | undefined {
  if (written !== undefined) return writtenWords(written);
  if (field.as !== undefined) return valueIn({ shape, node, path: [field.as] })?.now;
  return field.default;
}

/** A value in one line of YAML. */
function writtenWords(node: Located): string {
  switch (node.type) {
    case 'scalar':
      return node.text;
    case 'list':
      return `[${node.items.map(writtenWords).join(', ')}]`;
    case 'map': {
      const entries = [...node.entries].map(([key, { value }]) => `${key}: ${writtenWords(value)}`);
      return `{ ${entries.join(', ')} }`;
    }
  }
}
