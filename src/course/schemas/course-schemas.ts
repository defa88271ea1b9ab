/** The schemas of what an author writes beside topologies. Each has a line for every key that its reader knows. */
import { VERBS } from '../../simulator/faults/table.ts';
import type { courseKeys, stageKeys } from '../course-yaml.ts';
import type { diagramKeys, stepKeys } from '../diagram-reader.ts';
import type { examKeys } from '../exam.ts';
import type { lessonKeys } from '../lesson-reader.ts';
import type { configurationKeys, noteKeys, transcriptKeys } from '../listing-reader.ts';
import type { missionProofKeys, playKeys } from '../missions/mission-proof.ts';
import type { goalKeys, mayKeys, missionKeys } from '../missions/mission-reader.ts';
import type { predictionKeys } from '../predictions/prediction-reader.ts';
import type { pointKeys } from '../question-types/point.ts';
import type { quizKeys } from '../quiz-reader.ts';
import type { runKeys } from '../run-reader.ts';
import { MOST_MINUTES, type whiteboardKeys } from '../whiteboard-reader.ts';
import { count, flag, type JsonSchema, keys, named, oneOf, text, texts, time } from './json-schema.ts';

type For<Keys extends readonly string[]> = Readonly<Record<Keys[number], JsonSchema>>;

const ID = text('what progress is kept by: unique in the course');
const DRAFT = flag('true keeps it from learners');
const TRANSLATES = text('of a translation: the revision of its original, as lint says it');

const run: For<typeof runKeys> = {
  topology: text('id of a topology of the course'),
  for: time('how long, such as 60s'),
  seeds: count(1, 100, 'how many seeds it is tried with'),
  rate: { type: 'number', exclusiveMinimum: 0, maximum: 1_000_000, description: 'requests a second' },
  set: texts('changes before it starts: lb-1.redispatch=true, checks=none'),
  fault: texts(`what happens when: "10s kill web-2"; the verbs: ${VERBS.join(', ')}`),
};

export function courseSchema(): JsonSchema {
  const stage: For<typeof stageKeys> = {
    id: text("also the name of the stage's folder in lessons/"),
    title: text('shown on the course map'),
    summary: text('one sentence for the course map'),
    topology: text('id of the topology that "break it" opens'),
    lessons: texts('ids, in order'),
    quizzes: texts('ids, in order'),
    missions: texts('ids, in order'),
    before: named(texts('ids of yours'), 'of an extended course: what stands before which of its parts'),
    after: named(texts('ids of yours'), 'of an extended course: what stands after which of its parts'),
    hide: texts('of an extended course: ids of parts that are not shown'),
    replace: named(texts('ids of yours'), 'of an extended course: what stands in the place of which part'),
  };
  const course: For<typeof courseKeys> = {
    format: { enum: [1, '1'], description: 'the format of this file: 1' },
    id: text('what the progress of learners is kept by'),
    origin: text('tells this course from others with the same id'),
    edition: count(1, 9999, 'goes up when ids are gone that other courses may extend it by'),
    extends: text('the course that this one is laid over, such as infra-tutor@1'),
    title: text('its name'),
    language: text('its tag, such as en, de or pt-BR'),
    stages: { type: 'array', minItems: 1, items: keys(stage, ['id']) },
  };
  return keys(course, ['format', 'id', 'title']);
}

/** `locales/TAG/course.yaml` */
export function titlesSchema(): JsonSchema {
  const stage = keys({ title: text('its title'), summary: text('its summary') });
  return keys({
    title: text('the name of the course'),
    stages: named(stage, 'by the id of the stage'),
    topologies: named(text('its title'), 'by the id of the topology'),
  });
}

/** `locales/TAG.yaml` */
export function catalogueSchema(): JsonSchema {
  const said = { anyOf: [text('the translation'), named(text('the translation'), 'by plural category')] };
  return keys({
    hint: texts('the words that begin a hint in a quiz'),
    messages: named(named(said, 'by the English sentence'), 'by section'),
  });
}

export function lessonSchema(): JsonSchema {
  const lesson: For<typeof lessonKeys> = {
    id: ID,
    title: text('without it the first heading'),
    summary: text('one sentence for the course map'),
    objectives: texts('what the learner can do afterwards'),
    minutes: count(1, 600, 'without it reckoned from the words'),
    prerequisites: texts('ids of lessons to read before'),
    topology: text('what its simulate blocks run'),
    tags: texts('words to find it by'),
    draft: DRAFT,
  };
  return keys({ ...lesson, translates: TRANSLATES }, ['id', 'title']);
}

export function quizSchema(): JsonSchema {
  const exam: For<typeof examKeys> = {
    minutes: count(1, 1440, 'how long an attempt may take'),
    draw: count(1, 10_000, 'how many questions an attempt asks; without it all'),
    attempts: count(1, 100, 'how often it may be tried; once if left out'),
    hints: { enum: ['on', 'off', true, false], description: 'off unless you say otherwise' },
    feedback: oneOf(['after'], 'after the exam: nothing is told while it goes on'),
  };
  const quiz: For<typeof quizKeys> = {
    id: ID,
    title: text('its name'),
    summary: text('one sentence'),
    stage: text('id of the stage that it belongs to'),
    topology: text('what its proofs run'),
    tags: texts('words to find it by'),
    draft: DRAFT,
    exam: keys(exam, ['minutes']),
    fixed: flag('true keeps the choices of all its questions in the order of the file'),
  };
  return keys({ ...quiz, translates: TRANSLATES }, ['id', 'title']);
}

export function missionSchema(): JsonSchema {
  const may: For<typeof mayKeys> = {
    switches: texts('switches that may be turned before the run'),
    fields: texts('fields that may be set before the run, such as lb-1.retries'),
    faults: texts(`verbs that may be used while it runs: ${VERBS.join(', ')}`),
    changes: count(0, 100, 'at most so many in all'),
    sees: oneOf(['truth', 'monitor'], 'monitor: only what the monitoring knows'),
  };
  const goal: For<typeof goalKeys> = {
    measure: text('such as availability(20s..60s)'),
    expect: text('the range that it must lie in, such as 99%..100%'),
    says: text('the same as a sentence'),
    bonus: flag('true: not needed to win'),
  };
  const mission: For<typeof missionKeys> = {
    ...run,
    id: ID,
    title: text('its name'),
    summary: text('one sentence for the course map'),
    minutes: count(1, 600, 'how long it takes'),
    draft: DRAFT,
    may: keys(may),
    goals: { type: 'array', minItems: 1, items: keys(goal, ['measure', 'expect', 'says']) },
  };
  return keys({ ...mission, translates: TRANSLATES }, ['id', 'title', 'goals']);
}

export function missionProofSchema(): JsonSchema {
  const play: For<typeof playKeys> = {
    set: texts('what is changed before the run'),
    fault: texts('what is done while it runs, with times'),
  };
  const proof: For<typeof missionProofKeys> = {
    wins: keys(play),
    loses: named(keys(play), 'tempting plays that lose, each with a name'),
  };
  return keys(proof, ['wins']);
}

export function simulateSchema(): JsonSchema {
  return keys({ ...run, 'look-for': text('what the learner should watch') });
}

export function predictSchema(): JsonSchema {
  const prediction: For<typeof predictionKeys> = {
    ask: text('the question'),
    measure: text('what decides, such as when(marks-down web-2) - 10s'),
    guesses: named(text('the range that makes it true'), 'what can be guessed: ranges that do not overlap'),
    number: text(
      'instead of guesses, where the learner writes a number: what counts as right, such as 4s..6s',
    ),
    debrief: text('what is read after the run'),
  };
  const either = { oneOf: [{ required: ['guesses'] }, { required: ['number'] }] };
  return { ...keys({ ...run, ...prediction }, ['ask', 'measure', 'debrief']), ...either };
}

export function whiteboardSchema(): JsonSchema {
  const question = keys({ ask: text('what is asked'), answer: text('what might be said to it') }, [
    'ask',
    'answer',
  ]);
  const whiteboard: For<typeof whiteboardKeys> = {
    ask: text('what is to be explained'),
    minutes: count(1, MOST_MINUTES, 'how long the clock runs'),
    points: {
      type: 'array',
      minItems: 2,
      items: text('something that a good explanation says'),
      description: 'what the learner ticks afterwards',
    },
    mentor: { type: 'array', items: question, description: 'what somebody who listened would ask' },
  };
  return keys(whiteboard, ['ask', 'minutes', 'points']);
}

export function proveSchema(): JsonSchema {
  const perChoice = (what: string) => named(text(what), `${what}, by the number of a choice from 1`);
  return keys(
    {
      ...run,
      measure: { anyOf: [text('one for all choices'), perChoice('the measure')] },
      expect: perChoice('the range that makes it true'),
    },
    ['measure'],
  );
}

export function pointSchema(): JsonSchema {
  const point: For<typeof pointKeys> = {
    topology: text("what is drawn; without it the quiz's own"),
    answer: texts('components, or spof(reads) or spof(writes)'),
    feedback: named(text('said when it was marked, or missed'), 'by component'),
    words: text('what the drawing shows'),
  };
  return keys(point, ['answer']);
}

export function diagramSchema(): JsonSchema {
  const step: For<typeof stepKeys> = {
    words: text('what this step shows'),
    shows: texts('components that it adds'),
    art: text('the whole drawing of this step'),
    adds: text('lines that it adds below'),
    at: time('the moment of the run that it shows'),
  };
  const { seeds: _seeds, ...runOfDiagram } = run;
  const diagram: For<typeof diagramKeys> = {
    ...runOfDiagram,
    steps: { type: 'array', items: keys(step, ['words']) },
    request: { type: ['string', 'integer'], description: 'failed, slowest, or a number: whose way is drawn' },
    seed: count(1, 2 ** 31, 'of the run that it is drawn from'),
    art: text('a drawing of your own'),
    words: text('what it shows, for those who cannot see it'),
  };
  return {
    ...keys(diagram, ['words']),
    not: { required: ['topology', 'art'] },
    anyOf: [{ required: ['topology'] }, { required: ['art'] }, { required: ['steps'] }],
  };
}

const note: For<typeof noteKeys> = {
  at: text('words of the line that the note is about'),
  words: text('what there is to say to it'),
};
const notes = { type: 'array', items: keys(note, ['at', 'words']) };

export function transcriptSchema(): JsonSchema {
  const transcript: For<typeof transcriptKeys> = {
    on: text('the programs that were recorded, with their versions'),
    text: text('what was typed, and printed'),
    notes,
  };
  return keys(transcript, ['on', 'text']);
}

export function configurationSchema(): JsonSchema {
  const configuration: For<typeof configurationKeys> = {
    topology: run.topology,
    set: run.set,
    of: text('a component or a host: whose configuration is shown'),
    section: text('how the line begins with which the part begins that is shown'),
    notes,
  };
  return keys(configuration, ['of']);
}
