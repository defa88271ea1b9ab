import { expect, test } from 'vitest';
import { gift as exportFormat } from '../../../src/course/export/gift.ts';
import type { PortableQuestion } from '../../../src/course/export/portable.ts';
import { gift } from '../../../src/course/import/gift.ts';
import { shipped, tricky } from '../export/course.ts';
import { importedBy } from './imported.ts';

/** Without what the export says that GIFT can't hold, and without spaces that nobody sees. */
function asExported({ id, prompt, explanation, answer }: PortableQuestion): unknown {
  // a drawing becomes a list, of which one component may be right
  const kept = { id, prompt, explanation, answer: { ...answer, several: undefined } };
  return JSON.parse(JSON.stringify(kept), (_, part) =>
    typeof part === 'string' ? part.replace(/[ \t]+$/gm, '').trim() : part,
  );
}

test.each([
  ['the shipped course', shipped],
  ['signs that GIFT has a meaning for', tricky],
])('%s comes back from GIFT, question by question', async (_, { quizzes, course }) => {
  for (const before of quizzes) {
    const back = await importedBy(gift, exportFormat.write([before], course), before.id);
    expect(back.notes, before.id).toEqual([]);
    expect(back.problems, before.id).toEqual([]);
    expect(back.title).toBe(before.title);
    expect(back.questions.map(asExported)).toEqual(before.questions.map(asExported));
  }
});
