/** The tutor as a talk in lines: the map, and whatever is opened from it, until the learner leaves. */

import { hasFirstSite } from '../course/first-site.ts';
import type { Course, Stage } from '../course/model.ts';
import { dueCounts } from '../learner/due.ts';
import { knownWords, placeOf } from '../learner/place-of.ts';
import type { Place, Progress } from '../learner/progress.ts';
import { goOnAt, leftReview, leftRun } from '../learner/standing.ts';
import { map as mapWords } from '../messages/map.ts';
import { plainWords } from '../messages/plain.ts';
import { nearestWord } from '../text/nearest.ts';
import { formatTime } from '../topology/duration.ts';
import { introRoom } from './intro.ts';
import { lessonRoom } from './lesson.ts';
import { entriesOf, mapLines, openStageLines, stageOf, titleOf } from './map.ts';
import { missionRoom } from './mission.ts';
import { placementRoom } from './placement.ts';
import { quizRoom } from './quiz.ts';
import { reviewRoom } from './review.ts';
import { type Next, progressOf, record, type Tutor } from './room.ts';
import { searchLines } from './search.ts';
import { freeRun, simulatorRoom } from './simulator.ts';

const map: Place = { screen: 'map' };
const words = plainWords.map;

/** Talks until the learner leaves or the input ends. @param intro it begins with the first thirty seconds */
export async function runPlain(tutor: Tutor, place: Place = map, intro = false): Promise<void> {
  let next: Next = intro ? await introRoom(tutor) : place;
  let told = 0;
  while (next !== 'quit') {
    next = await enter(tutor, next);
    const { problems } = tutor.journal;
    if (told < problems.length) tutor.talk.say(...problems.slice(told));
    told = problems.length;
  }
  tutor.talk.say(tutor.journal.saves ? plainWords.byeSaved : plainWords.bye);
  tutor.talk.end();
}

/** Nobody goes on there the next time. */
const passing: ReadonlySet<Place['screen']> = new Set(['map', 'review', 'placement']);

async function enter(tutor: Tutor, place: Place): Promise<Next> {
  if (!passing.has(place.screen)) record(tutor, { type: 'place', place });
  switch (place.screen) {
    case 'lesson':
      return lessonRoom(tutor, place);
    case 'quiz':
      return quizRoom(tutor, place);
    case 'mission':
      return missionRoom(tutor, place.mission, place.kept);
    case 'simulator':
      return simulatorRoom(
        tutor,
        freeRun(place.topology, place.kept?.seed ?? tutor.seed, place.set),
        '',
        place.kept,
      );
    case 'review':
      return reviewRoom(tutor, place);
    case 'placement':
      return placementRoom(tutor);
    case 'map':
      return mapRoom(tutor);
  }
}

async function mapRoom(tutor: Tutor): Promise<Next> {
  const { course, talk } = tutor;
  let stage = stageOf(course, goOnAt(course, progressOf(tutor))) ?? course.stages[0];
  showMap(tutor, stage);
  while (true) {
    const answer = await talk.ask(words.ask);
    if (answer === undefined || answer === 'q') return 'quit';
    if (answer === 'v') return leftReview(progressOf(tutor));
    const left = leftRun(course, progressOf(tutor));
    if (answer === 'r' && left !== undefined) return left.place;
    if (answer === 'i' && hasFirstSite(course)) {
      const next = await introRoom(tutor);
      if (next === 'quit') return next;
      showMap(tutor, stage);
      continue;
    }
    const progress = progressOf(tutor);
    const asked = stageAsked(course, answer);
    const place = answer === '' ? goOnAt(course, progress) : opened(course, stage, progress, answer);
    if (answer === 'm' || asked !== undefined) {
      stage = asked ?? stage;
      showMap(tutor, stage);
    } else if (place !== undefined) return place;
    else if (answer.startsWith('/')) talk.say(...searchLines(course, answer.slice(1).trim(), talk.width));
    else talk.say(words.noSuch(answer, nearestWord(answer, knownWords(course))));
  }
}

function showMap(tutor: Tutor, stage: Stage | undefined): void {
  const { course, talk } = tutor;
  const progress = progressOf(tutor);
  const title = titleOf(course, goOnAt(course, progress));
  const lines = stage === undefined ? mapLines(course, progress) : openStageLines(course, stage, progress);
  const due = dueCounts(course, progress, tutor.clock());
  talk.say('', ...lines, '');
  if (due.now > 0) talk.say(words.review(mapWords.due(due.now, due.today, due.week)));
  const left = leftRun(course, progress);
  if (left !== undefined) talk.say(words.left(titleOf(course, left.place) ?? '', formatTime(left.at)));
  if (title !== undefined)
    talk.say(progress.place === undefined ? words.startAt(title) : words.stoppedAt(title));
}

/** `s 2` or `s2`: the stage of that number. */
function stageAsked(course: Course, answer: string): Stage | undefined {
  const number = /^s ?(\d{1,3})$/.exec(answer)?.[1];
  return course.stages.find((stage) => String(stage.number) === number);
}

/** What a number of the open stage, or an id, opens. */
function opened(
  course: Course,
  stage: Stage | undefined,
  progress: Progress,
  answer: string,
): Place | undefined {
  if (!/^\d+$/.test(answer)) return placeOf(course, answer, progress);
  return stage && entriesOf(course, stage, progress)[Number(answer) - 1]?.place;
}
