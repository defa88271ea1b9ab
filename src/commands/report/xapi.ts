/** The record as statements of the Experience API 1.0.3 (IEEE 9274.1.1), which a learning record store takes. */
import { createHash } from 'node:crypto';
import type { Answer, Asks, Course, FormName } from '../../course/model.ts';
import { courseKey } from '../../learner/course-key.ts';
import { isoTime } from '../../learner/iso-time.ts';
import type { ExplanationRecord, LearningRecord } from '../../learner/record.ts';
import { lessonsOf, missionsOf } from '../../learner/standing.ts';
import { answerTo } from '../../learner/stored-answer.ts';
import { plainLine } from '../../text/plain-text.ts';
import { type ToldAnswer, toldAnswers } from './told-answer.ts';

/** Who has learnt: an address, or a name that means nothing to anybody else. */
export type Learner = { readonly email: string } | { readonly account: string };

/** A host that can never be (RFC 6761, "invalid."): activities need absolute addresses. */
const site = 'https://infra-tutor.invalid';
const verbs = 'http://adlnet.gov/expapi/verbs';
const kinds = 'http://adlnet.gov/expapi/activities';

const interactions: Readonly<Record<FormName, string>> = {
  one: 'choice',
  some: 'choice',
  ordered: 'sequencing',
  number: 'numeric',
  text: 'fill-in',
  place: 'other',
};

/** One statement for each lesson read, question answered, run predicted, mission played and site explained, in the order of time. */
export function xapiStatements(course: Course, record: LearningRecord, learner: Learner): readonly object[] {
  const base = { actor: actorOf(learner), version: '1.0.3' };
  const titles = new Map([...lessonsOf(course), ...missionsOf(course)].map(({ id, title }) => [id, title]));
  const statements = [
    ...record.lessons.map(({ at, lesson }) => ({
      at,
      verb: verbOf('completed'),
      object: activityOf(course, 'lesson', lesson, 'lesson', titles.get(lesson)),
      result: { completion: true },
    })),
    ...toldAnswers(course, record.answers).map((answer) => answered(course, answer)),
    ...record.predictions.map(({ at, lesson, prediction, guess, right }) => ({
      at,
      verb: verbOf('answered'),
      object: {
        objectType: 'Activity',
        id: addressOf(course, 'prediction', `${lesson} ${prediction}`),
        definition: { type: `${kinds}/cmi.interaction`, interactionType: 'other' },
      },
      result: { success: right, response: plainLine(guess) },
    })),
    ...record.missions.map(({ at, mission, stars }) => ({
      at,
      verb: verbOf(stars > 0 ? 'passed' : 'failed'),
      object: activityOf(course, 'simulation', mission, 'mission', titles.get(mission)),
      result: { success: stars > 0, extensions: { [`${site}/stars`]: stars } },
    })),
    ...record.explanations.map((explained) =>
      explainedAlone(course, explained, titles.get(explained.lesson)),
    ),
  ];
  return statements
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, ...statement }) => {
      const whole = { ...base, ...statement, context: contextOf(course), timestamp: isoTime(at) };
      return { id: identityOf(JSON.stringify(whole)), ...whole };
    });
}

/** Nobody but the learner has judged it: no success is claimed, and the extension says whose the score is. */
function explainedAlone(course: Course, explained: ExplanationRecord, title: string | undefined) {
  const { at, lesson, whiteboard, covered, points, answered: given, questions, seconds } = explained;
  return {
    at,
    verb: verbOf('attempted'),
    object: activityOf(course, 'performance', `${lesson} ${whiteboard}`, 'whiteboard', title),
    result: {
      score: { raw: covered + given, min: 0, max: points + questions },
      duration: `PT${seconds}S`,
      extensions: { [`${site}/self-graded`]: true },
    },
  };
}

function answered(course: Course, answer: ToldAnswer) {
  const { at, question, asked, prompt, right, given, hints, attempt, confidence } = answer;
  const said = asked && answerTo(asked, answer.answer);
  const response = said && !given ? { response: responseOf(said) } : {};
  return {
    at,
    verb: verbOf('answered'),
    object: {
      objectType: 'Activity',
      id: addressOf(course, 'question', question),
      definition: {
        type: `${kinds}/cmi.interaction`,
        ...(prompt === '' ? {} : { description: { [course.language]: plainLine(prompt) } }),
        interactionType: asked ? interactions[asked.asks.form] : 'other',
        ...(asked ? componentsOf(asked.asks, course.language) : {}),
      },
    },
    result: {
      success: right,
      ...response,
      extensions: {
        [`${site}/attempt`]: attempt,
        [`${site}/hints`]: hints,
        [`${site}/given`]: given,
        ...(confidence ? { [`${site}/confidence`]: confidence } : {}),
      },
    },
  };
}

/** Several parts of a response are parted by `[,]` (Experience API 1.0.3, appendix C). */
function responseOf(answer: Answer): string {
  switch (answer.form) {
    case 'one':
      return answer.chosen;
    case 'some':
      return answer.chosen.join('[,]');
    case 'ordered':
      return answer.order.join('[,]');
    case 'place':
      return answer.places.join('[,]');
    default:
      return plainLine(answer.text);
  }
}

function componentsOf(asks: Asks, language: string): object {
  if (!('items' in asks)) return {};
  return {
    choices: asks.items.map(({ id, text }) => ({ id, description: { [language]: plainLine(text) } })),
  };
}

function actorOf(learner: Learner): object {
  if ('email' in learner) return { objectType: 'Agent', mbox: `mailto:${learner.email}` };
  return { objectType: 'Agent', account: { homePage: `${site}/`, name: learner.account } };
}

function verbOf(name: string) {
  return { id: `${verbs}/${name}`, display: { 'en-US': name } };
}

function activityOf(course: Course, kind: string, id: string, path: string, title: string | undefined) {
  const name = title === undefined ? {} : { name: { [course.language]: plainLine(title) } };
  return {
    objectType: 'Activity',
    id: addressOf(course, path, id),
    definition: { type: `${kinds}/${kind}`, ...name },
  };
}

function contextOf(course: Course): object {
  const whole = activityOf(course, 'course', '', '', course.title);
  return { platform: 'infra-tutor', language: course.language, contextActivities: { grouping: [whole] } };
}

function addressOf(course: Course, path: string, id: string): string {
  const parts = ['course', courseKey(course), path, id].filter((part) => part !== '');
  return `${site}/${parts.map(encodeURIComponent).join('/')}`;
}

/** The same statement always has the same id, so that a store that has it takes it once (a UUID of version 8, RFC 9562). */
function identityOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
