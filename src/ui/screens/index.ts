/** The screens by name. The map is there at once; the others' code comes when they are first opened. */

import type { SceneMaker, ScreenName } from '../screen.ts';
import type { LoadScreen } from '../shell-options.ts';
import { mapScreen } from './map/map.tsx';

const later: Readonly<Record<Exclude<ScreenName, 'map'>, () => Promise<SceneMaker>>> = {
  lesson: () => import('./lesson/lesson.tsx').then(({ lessonScreen }) => lessonScreen),
  quiz: () => import('./quiz/quiz.tsx').then(({ quizScreen }) => quizScreen),
  exam: () => import('./exam/exam.tsx').then(({ examScreen }) => examScreen),
  review: () => import('./quiz/quiz.tsx').then(({ reviewScreen }) => reviewScreen),
  placement: () => import('./quiz/quiz.tsx').then(({ placementScreen }) => placementScreen),
  overview: () => import('./overview/overview.tsx').then(({ overviewScreen }) => overviewScreen),
  simulator: () => import('./simulator/simulator.tsx').then(({ simulatorScreen }) => simulatorScreen),
  incident: () => import('./incident/incident.ts').then(({ incidentScreen }) => incidentScreen),
  mission: () => import('./mission/mission.tsx').then(({ missionScreen }) => missionScreen),
  intro: () => import('./intro/intro.ts').then(({ introScreen }) => introScreen),
  request: () => import('./request/request.ts').then(({ requestScreen }) => requestScreen),
  why: () => import('./why/why.ts').then(({ whyScreen }) => whyScreen),
  compare: () => import('./compare/compare.ts').then(({ compareScreen }) => compareScreen),
  way: () => import('./way/way.ts').then(({ wayScreen }) => wayScreen),
  present: () => import('./present/present.ts').then(({ presentScreen }) => presentScreen),
  notes: () => import('./notes/notes.ts').then(({ notesScreen }) => notesScreen),
  whiteboard: () => import('./whiteboard/whiteboard.ts').then(({ whiteboardScreen }) => whiteboardScreen),
  spof: () => import('./spof/spof.ts').then(({ spofScreen }) => spofScreen),
  glossary: () => import('./glossary/glossary.tsx').then(({ glossaryScreen }) => glossaryScreen),
  search: () => import('./search/search.tsx').then(({ searchScreen }) => searchScreen),
  help: () => import('./help/help.tsx').then(({ helpScreen }) => helpScreen),
};
const loaded = new Map<ScreenName, SceneMaker>([['map', mapScreen]]);

/** A screen's maker: at once if its code is loaded, else a promise of it. */
export const loadScreen: LoadScreen = (name) => {
  const maker = loaded.get(name);
  if (maker !== undefined || name === 'map') return maker ?? mapScreen;
  return later[name]().then((fresh) => {
    loaded.set(name, fresh);
    return fresh;
  });
};
