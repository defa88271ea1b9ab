import type { ExamEvent } from './exam.ts';
import type { JournalEvent, Place } from './progress.ts';

/** The id of what an event is about; empty on the map, undefined where it says nothing of that. */
export function partOf(event: JournalEvent): string | undefined {
  if (event.type === 'page' || event.type === 'prediction' || event.type === 'explanation')
    return event.lesson;
  if (event.type === 'answer' || isOfExam(event)) return event.quiz;
  if (event.type === 'mission') return event.mission;
  if (event.type !== 'place') return undefined;
  const { place } = event;
  switch (place.screen) {
    case 'lesson':
      return place.lesson;
    case 'quiz':
      return place.quiz;
    case 'mission':
      return place.mission;
    case 'simulator':
      return place.topology;
    default:
      return '';
  }
}

function isOfExam(event: JournalEvent): event is ExamEvent {
  return event.type === 'exam-begun' || event.type === 'exam-answer' || event.type === 'exam-ended';
}

export function leadsTo(place: Place | undefined, id: string): boolean {
  if (place?.screen === 'lesson') return place.lesson === id;
  if (place?.screen === 'mission') return place.mission === id;
  return place?.screen === 'quiz' && place.quiz === id;
}
