/** A JSON Schema (draft 07, which editors read), and the forms that most keys of a course have. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What a key may say, by the forms of `Fields`: YAML reads `1.5` as a number, and it is a text to us. */
const scalar = { type: ['string', 'number', 'boolean'] };

/** A time as it is written, or 0. */
export const timePattern = '^\\d{1,15}(\\.\\d{1,6})?(us|ms|s|m|h|d)$';

export function text(description: string): JsonSchema {
  return { ...scalar, description };
}

export function texts(description: string): JsonSchema {
  return { anyOf: [{ type: 'array', items: scalar }, scalar], description };
}

export function flag(description: string): JsonSchema {
  return { enum: [true, false, 'true', 'false'], description };
}

export function count(least: number, most: number, description: string): JsonSchema {
  return { type: 'integer', minimum: least, maximum: most, description };
}

export function time(description: string): JsonSchema {
  return { type: 'string', pattern: timePattern, description };
}

export function oneOf(choices: readonly string[], description: string): JsonSchema {
  return { enum: choices, description };
}

/** A map with these keys and no others. */
export function keys(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema {
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
  };
}

/** A map whose keys are the author's own. */
export function named(value: JsonSchema, description: string): JsonSchema {
  return { type: 'object', additionalProperties: value, description };
}
