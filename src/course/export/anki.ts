import { marked } from 'marked';
import { type ExportFormat, everywhereLost, offeredSteps, promptWithUnit, rangeWords } from './format.ts';
import type { PortableAnswer, PortableQuestion } from './portable.ts';

/**
 * Notes for Anki: tab-separated with a header that names the columns (Anki manual, "Text Files"). The first column is
 * the id, so that a second import changes notes instead of doubling them.
 */
export const anki: ExportFormat<string> = {
  name: 'anki',
  losses: everywhereLost,
  write: (quizzes, course) =>
    [
      '#separator:tab',
      '#html:true',
      '#guid column:1',
      `#deck:${course.title.replace(/\s+/g, ' ')}`,
      '#tags column:4',
      ...quizzes.flatMap(({ id, questions }) =>
        questions.map((question) =>
          [`${course.id}/${question.id}`, front(question), back(question), id.replace(/\s+/g, '-')]
            .map(cell)
            .join('\t'),
        ),
      ),
      '',
    ].join('\n'),
};

function front(question: PortableQuestion): string {
  const { answer, hints } = question;
  const offered =
    answer.kind === 'choices'
      ? answer.choices.map(({ text }) => text)
      : answer.kind === 'order'
        ? offeredSteps(answer.steps)
        : [];
  const list =
    offered.length === 0 ? '' : `<ul>${offered.map((text) => `<li>${html(text)}</li>`).join('')}</ul>`;
  const hidden = hints.map((hint) => `<details><summary>Hint</summary>${html(hint)}</details>`).join('');
  return `${html(promptWithUnit(question))}${list}${hidden}`;
}

function back({ answer, explanation }: PortableQuestion): string {
  return `${rightOf(answer)}${html(explanation)}`;
}

function rightOf(answer: PortableAnswer): string {
  switch (answer.kind) {
    case 'choices': {
      const right = answer.choices.filter((choice) => choice.right);
      return `<ul>${right.map(({ text, feedback }) => `<li>${html(text)}${html(feedback)}</li>`).join('')}</ul>`;
    }
    case 'number':
      return html(rangeWords(answer));
    case 'text':
      return html(answer.accepted[0] ?? '');
    case 'order':
      return `<ol>${answer.steps.map((step) => `<li>${html(step)}</li>`).join('')}</ol>`;
  }
}

/** Markdown as HTML; tags that the author wrote are shown, not obeyed. */
function html(markdown: string): string {
  return markdown === '' ? '' : marked.parse(markdown.replaceAll('<', '&lt;'), { async: false }).trim();
}

/** One field: in quotes, because it holds line ends. */
function cell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
