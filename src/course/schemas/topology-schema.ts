/** The schema of a topology, made of the very table that reads it. */
import type { topLevel } from '../../topology/build.ts';
import type { FieldType } from '../../topology/field-types.ts';
import { shapes } from '../../topology/fields.ts';
import { kinds } from '../../topology/kinds.ts';
import { type Field, isGroup, type Shape } from '../../topology/shape.ts';
import { type JsonSchema, keys, named, text, timePattern } from './json-schema.ts';

/** A section is what a file has at its top. */
type TopLevel = (typeof topLevel)[number] | 'switches';

export function topologySchema(): JsonSchema {
  const sections: Readonly<Record<TopLevel, JsonSchema>> = {
    format: { enum: [1, '1'], description: 'the format of this file: 1' },
    id: text('what the course and the commands call it'),
    title: text('its name'),
    traffic: shapeSchema(shapes.traffic, 'all'),
    dns: named(shapeSchema(shapes.dns, 'all'), 'names, and where they lead'),
    hosts: named(shapeSchema(shapes.host, 'all'), 'machines, and what runs on each'),
    defaults: {
      ...keys(Object.fromEntries(kinds.map((kind) => [kind, shapeSchema(shapes[kind], 'none')]))),
      description: 'what holds for every component of a kind',
    },
    components: named(componentSchema(), 'processes, by the names that faults and measures use'),
    certificates: named(shapeSchema(shapes.certificate, 'all'), 'certificates, by the name they are for'),
    monitoring: shapeSchema(shapes.monitoring, 'all'),
    links: named(shapeSchema(shapes.link, 'all'), 'the way between two ends, as "A B"'),
    switches: named(
      named({ type: ['object', 'null'] }, 'positions: the first is the file as it stands'),
      'changes by name and position',
    ),
  };
  return keys(sections, ['format', 'id', 'title', 'traffic', 'dns', 'components']);
}

/** A component's fields depend on its kind; those that must be there may stand in `defaults`. */
function componentSchema(): JsonSchema {
  return {
    anyOf: kinds.map((kind) => {
      const { properties } = shapeSchema(shapes[kind], 'none');
      return keys({ kind: { const: kind }, ...(properties as Readonly<Record<string, JsonSchema>>) }, [
        'kind',
      ]);
    }),
  };
}

/** @param needs whether what must be written must be written here */
function shapeSchema(shape: Shape, needs: 'all' | 'none'): JsonSchema {
  const properties = Object.entries(shape).map(([name, field]) => [name, fieldSchema(field, needs)] as const);
  const required = Object.entries(shape).flatMap(([name, field]) =>
    field.required !== false && needs === 'all' ? [name] : [],
  );
  return keys(Object.fromEntries(properties), required);
}

function fieldSchema({ type, means, default: usual, as, under }: Field, needs: 'all' | 'none'): JsonSchema {
  const inner = under === undefined ? needs : 'none';
  const otherwise = usual || (as && `as ${as}`);
  const description = otherwise ? `${means}; ${otherwise} if left out` : means;
  return { ...typeSchema(type, inner), description };
}

function typeSchema(type: FieldType<unknown>, needs: 'all' | 'none'): JsonSchema {
  const own = valueSchema(type, needs);
  return type.noneToo ? { anyOf: [{ const: 'none' }, own] } : own;
}

function valueSchema(type: FieldType<unknown>, needs: 'all' | 'none'): JsonSchema {
  if (isGroup(type)) {
    const one = shapeSchema(type.shape, needs);
    // `app-1: {}` and `app-1:` are the same
    if (type.byId) return { type: 'object', additionalProperties: { anyOf: [one, { type: 'null' }] } };
    return type.name === 'list of fields' ? { type: 'array', items: one } : one;
  }
  if (type.item !== undefined) {
    const item = typeSchema(type.item, needs);
    return { anyOf: [{ type: 'array', items: item }, item] };
  }
  if (type.name === 'yes or no') return { enum: [true, false, 'true', 'false'] };
  if (type.choices !== undefined) return { enum: type.choices.flatMap(asYamlReads) };
  if (type.range !== undefined) {
    const [minimum, maximum] = type.range;
    return { type: type.name === 'number' ? 'number' : 'integer', minimum, maximum };
  }
  return FORMS.get(type.name) ?? {};
}

/** What is written `1.3` or `503` is a number to an editor. */
function asYamlReads(word: string): readonly (string | number)[] {
  return /^\d+(\.\d+)?$/.test(word) ? [word, Number(word)] : [word];
}

const SERVICE = '^(\\d|exponential \\d|lognormal \\d).*$';

/** Words with a form of their own, by the names of the field types. */
const FORMS: ReadonlyMap<string, JsonSchema> = new Map<string, JsonSchema>([
  ['time', { anyOf: [{ type: 'string', pattern: timePattern }, { const: 0 }] }],
  ['percentage', { anyOf: [{ type: 'string', pattern: '^\\d{1,3}(\\.\\d{1,9})?%$' }, { const: 0 }] }],
  ['service time', { anyOf: [{ type: 'string', pattern: SERVICE }, { const: 0 }] }],
  ['id', { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_-]{0,39}$' }],
  ['firewall rule', { type: 'string', pattern: '^(\\d{1,9}|vrrp) +from +\\S+$' }],
  ['limit', { type: ['string', 'number'] }],
  ['reference', { type: 'string' }],
  ['text', { type: ['string', 'number'] }],
]);
