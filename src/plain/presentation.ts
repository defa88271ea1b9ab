/** Slides in lines: all of them in order, the answers at the end, or only what is said to them. */
import { solve } from '../course/grade.ts';
import type { Page as LessonPage } from '../course/model.ts';
import { notesOn, type Presentation, type Slide, titleOf } from '../course/slides.ts';
import { tokensOf } from '../markdown/read.ts';
import { speaker, presentWords as words } from '../messages/present.ts';
import { problemLine } from '../text/problem.ts';
import type { Page } from './forms/form.ts';
import { printedPage } from './lesson.ts';
import { folded, proseLines } from './prose.ts';
import { explanationLines, questionLines, solutionLines } from './question.ts';

/** Every slide with its number, then the answers by those numbers. */
export function slidesLines({ slides }: Presentation, page: Page): string[] {
  const shown = slides.flatMap((slide, index) => [
    ...(index === 0 ? [] : ['']),
    words.slide(index + 1, slides.length),
    '',
    ...slideLines(slide, page),
  ]);
  const answers = slides.flatMap((slide, index) => {
    const lines = answerLines(slide, page);
    return lines.length === 0 ? [] : ['', words.answerTo(index + 1, titleOf(slide)), ...lines];
  });
  return answers.length === 0 ? shown : [...shown, '', words.answers, ...answers];
}

/** The title of every slide, and below it what is said with it. */
export function notesLines({ title, slides }: Presentation, width: number): string[] {
  return [
    words.notesOf(title),
    ...slides.flatMap((slide, index) => {
      const notes = notesOn(slide);
      const said = notes === '' ? [speaker.noNotes] : proseLines(tokensOf(notes), width - 2);
      return [
        '',
        ...folded(`${index + 1}  ${titleOf(slide)}`, width),
        ...said.map((line) => `  ${line}`.trimEnd()),
      ];
    }),
  ];
}

function slideLines(slide: Slide, page: Page): string[] {
  switch (slide.kind) {
    case 'page':
      return [
        ...printedPage(slide.lesson, slide.page, page.openTopology, page.width),
        ...guessLines(slide.page, page.width),
      ];
    case 'opening':
      return [slide.quiz.title, '', ...proseLines(slide.quiz.intro, page.width)];
    case 'question':
      return questionLines(slide.quiz, slide.question, page);
    case 'broken':
      return [slide.title, '', ...folded(problemLine(slide.problem), page.width)];
  }
}

/** What a room may guess about the runs of a page. */
function guessLines({ blocks }: LessonPage, width: number): string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'predict' || block.prediction.number) return [];
    const { guesses } = block.prediction;
    return ['', ...guesses.flatMap(({ text }, index) => folded(words.guess(index + 1, text), width))];
  });
}

/** What is right and why; what a run decides, its debrief tells. */
function answerLines(slide: Slide, page: Page): string[] {
  if (slide.kind === 'page') {
    return slide.page.blocks.flatMap((block) =>
      block.kind === 'predict' ? proseLines(block.prediction.debrief, page.width) : [],
    );
  }
  if (slide.kind !== 'question') return [];
  const solution = solve(slide.question, page.openTopology);
  if (solution === undefined) return [];
  return [
    ...solutionLines(slide.question, solution, page.width),
    ...explanationLines(slide.question, page.width),
  ];
}
