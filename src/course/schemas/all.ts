/** Every schema of what an author writes, by the name of its file. */
import {
  catalogueSchema,
  configurationSchema,
  courseSchema,
  diagramSchema,
  lessonSchema,
  missionProofSchema,
  missionSchema,
  pointSchema,
  predictSchema,
  proveSchema,
  quizSchema,
  simulateSchema,
  titlesSchema,
  transcriptSchema,
  whiteboardSchema,
} from './course-schemas.ts';
import type { JsonSchema } from './json-schema.ts';
import { topologySchema } from './topology-schema.ts';

const makers = {
  course: ['course.yaml', courseSchema],
  titles: ['the titles of a course in another language', titlesSchema],
  catalogue: ['what the program says in a language', catalogueSchema],
  topology: ['a topology', topologySchema],
  lesson: ['the front matter of a lesson', lessonSchema],
  quiz: ['the front matter of a quiz', quizSchema],
  mission: ['the front matter of a mission', missionSchema],
  'mission-proof': ['the prove block of a mission', missionProofSchema],
  simulate: ['a simulate block', simulateSchema],
  predict: ['a predict block', predictSchema],
  whiteboard: ['a whiteboard block', whiteboardSchema],
  prove: ['the prove block of a question', proveSchema],
  point: ['a point block', pointSchema],
  diagram: ['a diagram block', diagramSchema],
  transcript: ['a transcript block', transcriptSchema],
  configuration: ['a configuration block', configurationSchema],
} as const satisfies Record<string, readonly [title: string, make: () => JsonSchema]>;

export type SchemaName = keyof typeof makers;

/** The schemas, each complete: `$schema` and a title with it. */
export function schemas(): ReadonlyMap<SchemaName, JsonSchema> {
  const names = Object.keys(makers) as SchemaName[];
  return new Map(
    names.map((name) => {
      const [title, make] = makers[name];
      return [
        name,
        { $schema: 'http://json-schema.org/draft-07/schema#', title: `infra-tutor: ${title}`, ...make() },
      ];
    }),
  );
}

/** A schema as the text of its file: nobody reads it but editors, so it is as short as it can be. */
export function schemaText(schema: JsonSchema): string {
  return `${JSON.stringify(schema)}\n`;
}
