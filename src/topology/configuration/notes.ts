import { fields } from '../fields.ts';

const SECTIONS = new Map<string, string>(
  fields.map(({ section, path, means }) => [`${section} ${path}`, means]),
);

/** What a field means, for the line of a configuration that it decides; undefined for a whole group of fields. */
export function noteOf(field: string): string | undefined {
  return SECTIONS.get(field);
}
