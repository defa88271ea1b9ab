import { courseMessages as say } from '../../messages/course.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Problems } from '../../text/problem.ts';
import type { FrontMatter } from '../front-matter.ts';
import type { Linted } from './rule.ts';

/** What the front matter of lessons, quizzes and missions lacks, and what it names that is not there. */
export function checkFrontMatter({ source, course }: Linted, problems: Problems): undefined {
  const lessonIds = [
    ...source.lessons.map(({ lesson }) => lesson.lesson.id),
    ...course.stages.flatMap(({ lessons }) => lessons.map(({ id }) => id)),
  ];
  const stageIds = source.stages.map((stage) => stage.id);
  for (const { lesson } of source.lessons) {
    if (lesson.source.text === '') continue;
    const { fields, present, broken } = lesson.frontMatter;
    checkFile(lesson.frontMatter, lesson.source.file);
    if (present && !broken && !fields.has('summary')) {
      problems.warning(fields.at('summary'), 'missing-summary', say.missingSummary);
    }
    for (const { text, at } of fields.texts('prerequisites')) {
      if (text === lesson.lesson.id) problems.error(at, 'own-prerequisite', say.ownPrerequisite);
      if (lessonIds.includes(text)) continue;
      problems.error(at, 'unknown-lesson', say.unknownPrerequisite(text, nearestWord(text, lessonIds)));
    }
  }
  for (const { source: file, frontMatter } of source.missions)
    if (file.text !== '') checkFile(frontMatter, file.file);
  for (const quiz of source.quizzes) {
    if (quiz.source.text === '') continue;
    checkFile(quiz.frontMatter, quiz.source.file);
    if (quiz.stage === undefined || stageIds.includes(quiz.stage)) continue;
    const at = quiz.frontMatter.fields.at('stage');
    const nearest = nearestWord(quiz.stage, stageIds);
    problems.error(at, 'unknown-stage', say.noSuchStage(quiz.stage, nearest, stageIds));
  }

  function checkFile({ present, broken, fields, id, title }: FrontMatter, file: string): void {
    const start = { file, line: 1, column: 1 };
    if (broken) return;
    if (!present) problems.error(start, 'front-matter', say.noFrontMatter);
    if (present && id === undefined) problems.error(start, 'missing-id', say.missingKey('id'));
    if (present && title === undefined) problems.error(start, 'missing-title', say.missingKey('title'));
    if (id !== undefined && !/^[a-z0-9][a-z0-9-]*$/.test(id)) {
      problems.warning(fields.at('id'), 'id-form', say.idForm(id));
    }
    if (fields.text('draft') === 'true') problems.warning(fields.at('draft'), 'draft', say.draft);
    const topology = fields.text('topology');
    const known = course.topologies.map((one) => one.id);
    if (topology === undefined || known.includes(topology)) return;
    const nearest = nearestWord(topology, known);
    const message = say.unknownTopology(topology, nearest, known);
    problems.error(fields.at('topology'), 'unknown-topology', message);
  }
}
