import { plainWords } from '../../markdown/words.ts';
import { courseMessages as say } from '../../messages/course.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Problems } from '../../text/problem.ts';
import type { Page } from '../model.ts';
import type { Linted } from './rule.ts';

/** About a minute of reading. */
const longestPage = 220;

/** Pages that are empty or too long, and drawings of a topology that is not there. */
export function checkPages({ source, course }: Linted, problems: Problems): undefined {
  const known = course.topologies.map(({ id }) => id);
  for (const { lesson } of source.lessons) {
    const at = (line: number) => ({ file: lesson.source.file, line, column: 1 });
    for (const page of lesson.lesson.pages) {
      if (saysNothing(page)) problems.error(at(page.line), 'empty-page', say.emptyPage(page.title));
      const words = wordCount(page);
      if (words > longestPage) problems.warning(at(page.line), 'long-page', say.longPage(page.title, words));
      for (const block of page.blocks) {
        if (block.kind !== 'diagram') continue;
        if (block.topology === undefined || known.includes(block.topology)) continue;
        const nearest = nearestWord(block.topology, known);
        const message = say.unknownTopology(block.topology, nearest, known);
        problems.error(at(block.line), 'unknown-topology', message);
      }
    }
  }
}

function saysNothing(page: Page): boolean {
  return page.blocks.every((block) => block.kind === 'markdown' && plainWords(block.tokens) === '');
}

/** Words that are read: what stands in code and drawings is looked at. */
function wordCount(page: Page): number {
  const read = page.blocks.map((block) =>
    block.kind === 'markdown' ? plainWords(block.tokens.filter((token) => token.type !== 'code')) : '',
  );
  return read.join(' ').match(/\S*\w\S*/g)?.length ?? 0;
}
