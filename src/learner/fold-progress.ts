import type { JournalEvent, Place, Progress, QuestionProgress } from './progress.ts';

interface Counted extends QuestionProgress {
  readonly quiz: string;
}

/**
 * What the events of one course add up to. Events count in the order of the journal, not of their clocks:
 * two machines may disagree about the time, but never about what was appended after what.
 */
export function foldProgress(events: Iterable<JournalEvent>, course: string): Progress {
  const pages = new Map<string, Set<number>>();
  const lengths = new Map<string, number>();
  const answers = new Map<string, Counted>();
  const missions = new Map<string, number>();
  let place: Place | undefined;
  let begun: number | undefined;

  for (const event of events) {
    if (event.course !== course) continue;
    begun ??= event.at;
    switch (event.type) {
      case 'page':
        pages.set(event.lesson, (pages.get(event.lesson) ?? new Set()).add(event.page));
        lengths.set(event.lesson, event.pages);
        break;
      case 'answer':
        answers.set(event.question, counted(event, answers.get(event.question)));
        break;
      case 'mission':
        missions.set(event.mission, Math.max(event.stars, missions.get(event.mission) ?? 0));
        break;
      case 'place':
        place = event.place;
        break;
      case 'reset':
        if (event.id === undefined || leadsTo(place, event.id)) place = undefined;
        if (event.id === undefined) begun = undefined;
        forget(event.id, { pages, answers, missions });
        break;
    }
  }

  const read = new Set<string>();
  for (const [lesson, seen] of pages) {
    if (isRead(seen, lengths.get(lesson) ?? 0)) read.add(lesson);
  }
  return { begun, pages, read, answers, missions, place };
}

/**
 * A question that was skipped or whose answer was shown is no try. Nor is the same answer read twice: a line that the
 * disk took without confirming it is written once more.
 */
function counted(event: Extract<JournalEvent, { type: 'answer' }>, before: Counted | undefined): Counted {
  const { quiz, answer, right, at, given, revision } = event;
  const again =
    before?.at === at && before.right === right && JSON.stringify(before.answer) === JSON.stringify(answer);
  const isTry = !given && !again;
  return { quiz, answer, right, given, at, revision, tries: (before?.tries ?? 0) + (isTry ? 1 : 0) };
}

function leadsTo(place: Place | undefined, id: string): boolean {
  if (place?.screen === 'lesson') return place.lesson === id;
  return place?.screen === 'quiz' && place.quiz === id;
}

interface Remembered {
  readonly pages: Map<string, Set<number>>;
  readonly answers: Map<string, Counted>;
  readonly missions: Map<string, number>;
}

function forget(id: string | undefined, { pages, answers, missions }: Remembered): void {
  if (id === undefined) {
    pages.clear();
    answers.clear();
    missions.clear();
    return;
  }
  pages.delete(id);
  missions.delete(id);
  for (const [question, { quiz }] of answers) {
    if (quiz === id) answers.delete(question);
  }
}

/** Whether every page of a lesson was seen, counted by its newest length. */
function isRead(seen: ReadonlySet<number>, length: number): boolean {
  const still = [...seen].filter((page) => page < length);
  return length > 0 && still.length === length;
}

/** The progress of somebody who has done nothing yet. */
export const noProgress: Progress = foldProgress([], '');
