import { importWords as say } from '../../messages/import.ts';
import { fittingChoices } from './fitting-answers.ts';
import type { ImportedQuestion, ImportFormat, Note } from './imported.ts';
import { markdownOf } from './markdown-text.ts';

const choice = /^([A-Z])[.)][ \t]+(.*\S)\s*$/;
const answer = /^ANSWER:\s*(.*?)\s*$/;

/** One right choice out of several, in plain text (Moodle documentation, "Aiken format"). */
export const aiken: ImportFormat = {
  name: 'aiken',
  recognises: (file, text) =>
    !file.endsWith('.gift') && /^ANSWER:\s*[A-Z]\s*$/m.test(text) && /^[A-Z][.)][ \t]/m.test(text),
  async read(text) {
    const notes: Note[] = [];
    const questions: ImportedQuestion[] = [];
    let open = new Unfinished(1);
    for (const [index, line] of text.split('\n').entries()) {
      const [, letter, words = ''] = choice.exec(line) ?? [];
      const right = answer.exec(line)?.[1];
      if (right === undefined && letter === undefined && line.trim() !== '' && open.choices.length > 0) {
        // a new question begins before the last one had its answer
        notes.push({ line: open.line, says: say.notAnswered });
        open = new Unfinished(index + 1);
      }
      if (right !== undefined) {
        const question = open.with(right, notes);
        if (question) questions.push(question);
        open = new Unfinished(index + 2);
      } else if (letter !== undefined) open.choices.push({ letter, words });
      else open.add(line, index + 1);
    }
    if (!open.isEmpty) notes.push({ line: open.line, says: say.notAnswered });
    return { title: undefined, questions, notes };
  },
};

/** What was read of a question up to now. */
class Unfinished {
  line: number;
  readonly prompt: string[] = [];
  readonly choices: { readonly letter: string; readonly words: string }[] = [];

  constructor(line: number) {
    this.line = line;
  }

  get isEmpty(): boolean {
    return this.prompt.length === 0 && this.choices.length === 0;
  }

  add(words: string, line: number): void {
    if (words.trim() === '') return;
    if (this.prompt.length === 0) this.line = line;
    this.prompt.push(words);
  }

  with(right: string, notes: Note[]): ImportedQuestion | undefined {
    const note = (says: string): undefined => void notes.push({ line: this.line, says });
    if (this.prompt.length === 0) return note(say.choicesFirst);
    if (this.choices.length < 2) return note(say.fewChoices);
    if (!this.choices.some(({ letter }) => letter === right)) return note(say.noLetter);
    const choices = this.choices.map(({ letter, words }) => ({
      text: markdownOf(words),
      right: letter === right,
      feedback: '',
    }));
    const read = fittingChoices(choices, false, note);
    const prompt = markdownOf(this.prompt.join('\n'));
    return read && { name: '', line: this.line, prompt, answer: read, explanation: '', fixed: false };
  }
}
