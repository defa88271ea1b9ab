import { importWords as say } from '../../messages/import.ts';
import { fittingChoices, fittingSpellings } from './fitting-answers.ts';
import type { ImportedAnswer, ImportedQuestion, ImportFormat, Note } from './imported.ts';

type Table = Readonly<Record<string, unknown>>;
type Tell = (says: string) => void;

const known = new Set(['id', 'type', 'multipart', 'prompt', 'answer', 'context', 'promptExplanation']);

/** TOML as mdbook-quiz reads it (crate mdbook-quiz-schema 0.4). Its texts are markdown. */
export const mdbookQuiz: ImportFormat = {
  name: 'mdbook-quiz',
  recognises: (file, text) => file.endsWith('.toml') || /^\s*\[\[\s*questions\s*\]\]/m.test(text),
  async read(text) {
    const notes: Note[] = [];
    const read = (): readonly ImportedQuestion[] => {
      const quiz = parse(text, { maxDepth: 32, unsafeKeyBehaviour: 'drop' }) as Table;
      const all = tablesIn(quiz.questions);
      if (all.length === 0) notes.push({ line: 1, says: say.noQuestions });
      const lines = linesOfQuestions(text, all.length);
      return all.flatMap((table, index) => {
        const line = lines[index] ?? 1;
        const question = questionOf(table, quiz, (says) => void notes.push({ line, says }));
        return question ? [{ ...question, line }] : [];
      });
    };
    const { parse, TomlError } = await import('smol-toml');
    try {
      return { title: undefined, questions: read(), notes };
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      const [message = ''] = error.message.split('\n');
      return { title: undefined, questions: [], notes: [{ line: error.line, says: say.toml(message) }] };
    }
  },
};

/** Values know no places: where the headers of the questions stand, if there are as many of them as questions. */
function linesOfQuestions(text: string, questions: number): readonly number[] {
  const lines = text
    .split('\n')
    .flatMap((line, index) => (/^\s*\[\[\s*questions\s*\]\]/.test(line) ? [index + 1] : []));
  return lines.length === questions ? lines : [];
}

function questionOf(table: Table, quiz: Table, note: Tell): Omit<ImportedQuestion, 'line'> | undefined {
  for (const key of Object.keys(table)) if (!known.has(key)) note(say.unknownKey(key));
  if (table.promptExplanation === true) note(say.explains);
  const prompt = tableIn(table.prompt);
  const answer = answerOf(table, prompt, note);
  if (answer === undefined) return undefined;
  const words = textIn(prompt.prompt);
  if (words === undefined) return nothing(note, say.missing('prompt.prompt'));
  return {
    name: textIn(table.id) ?? '',
    prompt: `${sharedText(table, quiz, note)}${words.trim()}`,
    answer,
    explanation: textIn(table.context)?.trim() ?? '',
    fixed: prompt.answerIndex !== undefined || prompt.sortAnswers === true,
  };
}

function nothing(note: Tell, says: string): undefined {
  note(says);
}

/** What several questions are about stands before each of them. */
function sharedText({ multipart }: Table, quiz: Table, note: Tell): string {
  const key = textIn(multipart);
  if (key === undefined) return '';
  const text = textIn(tableIn(quiz.multipart)[key]);
  if (text === undefined) note(say.noContext(key));
  return text === undefined ? '' : `${text.trim()}\n\n`;
}

function answerOf({ type, answer }: Table, prompt: Table, note: Tell): ImportedAnswer | undefined {
  switch (type) {
    case 'ShortAnswer':
      return shortAnswer(tableIn(answer), prompt, note);
    case 'MultipleChoice':
      return multipleChoice(tableIn(answer), prompt, note);
    case 'Tracing':
      return nothing(note, say.tracing);
    default:
      return nothing(note, say.questionType(textIn(type) ?? ''));
  }
}

function shortAnswer(answer: Table, prompt: Table, note: Tell): ImportedAnswer | undefined {
  const best = textIn(answer.answer);
  if (best === undefined) return nothing(note, say.missing('answer.answer'));
  const response = textIn(prompt.response);
  if (response !== undefined && response !== 'short') note(say.response(response));
  return fittingSpellings([best, ...textsIn(answer.alternatives)], note);
}

function multipleChoice(answer: Table, prompt: Table, note: Tell): ImportedAnswer | undefined {
  const right = textsIn(answer.answer);
  if (right.length === 0) return nothing(note, say.missing('answer.answer'));
  const wrong = textsIn(prompt.distractors);
  const choices = wrong.map((text) => ({ text: text.trim(), right: false, feedback: '' }));
  const at = typeof prompt.answerIndex === 'number' ? prompt.answerIndex : choices.length;
  choices.splice(at, 0, ...right.map((text) => ({ text: text.trim(), right: true, feedback: '' })));
  if (prompt.sortAnswers === true) choices.sort((a, b) => (a.text < b.text ? -1 : 1));
  return fittingChoices(choices, right.length > 1, note);
}

function tableIn(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};
}

function tablesIn(value: unknown): readonly Table[] {
  return Array.isArray(value) ? value.map(tableIn) : [];
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A text, or a list of them. */
function textsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one) => textIn(one) ?? []);
}
