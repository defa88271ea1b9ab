import { courseMessages as say } from '../../messages/course.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Problems } from '../../text/problem.ts';
import { entriesOf } from '../course-files.ts';
import { shownPath } from '../source-text.ts';
import type { Linted } from './rule.ts';

/** What lies in the folder without being shown, and what course.yaml leaves out. */
export function checkCourseFolder({ source, course, files }: Linted, problems: Problems): undefined {
  const stageIds = source.stages.map((stage) => stage.id);
  const start = (path: string) => ({ file: shownPath(files, path), line: 1, column: 1 });
  for (const { name, folder } of entriesOf(files, 'lessons')) {
    if (name.startsWith('.') || /^readme\./i.test(name)) continue;
    const place = start(`lessons/${name}`);
    if (folder && !stageIds.includes(name)) problems.warning(place, 'stray', say.strayFolder(name, stageIds));
    if (!folder && /\.md$/i.test(name)) problems.warning(place, 'stray', say.strayLesson);
  }
  for (const { name, folder } of entriesOf(files, 'quizzes')) {
    if (folder && !name.startsWith('.'))
      problems.warning(start(`quizzes/${name}`), 'stray', say.strayQuizFolder);
  }
  const known = course.topologies.map(({ id }) => id);
  for (const [number, { id, topology, at }] of source.stages.entries()) {
    const stage = course.stages[number];
    if (stage?.lessons.length === 0) problems.warning(at, 'empty-stage', say.emptyStage(id));
    if (!topology || known.includes(topology.text)) continue;
    const nearest = nearestWord(topology.text, known);
    problems.error(topology.at, 'unknown-topology', say.unknownTopology(topology.text, nearest, known));
  }
  if (source.entry.stages === undefined) return;
  const listed = new Set(
    source.stages
      .flatMap((stage) => [...stage.lessons, ...stage.quizzes, ...stage.missions])
      .map((l) => l.text),
  );
  const shown = course.stages.flatMap((stage) => [...stage.lessons, ...stage.quizzes, ...stage.missions]);
  for (const { id, file, problem } of shown) {
    if (listed.has(id) || problem?.rule === 'id-twice') continue;
    problems.warning({ file, line: 1, column: 1 }, 'unlisted', say.unlisted(id));
  }
}
