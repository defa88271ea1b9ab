import { type ClassReport, checkedLines, hardestFirst } from './report.ts';

/** The report as data. */
export function classJson(report: ClassReport) {
  const { course, files, learners, items, rerun, notes } = report;
  return {
    course: { id: course.id, origin: course.origin ?? null, title: course.title },
    about: report.title,
    files,
    learners: learners.map((learner) => ({
      name: learner.name,
      file: learner.file,
      answered: learner.answered,
      right_first: learner.rightFirst,
      right_last: learner.rightLast,
      hints: learner.hints,
      looked_up: learner.lookedUp,
      seconds: learner.seconds,
      missions_won: learner.missionsWon,
      stars: learner.stars,
      predictions: learner.predictions,
      predictions_right: learner.predictionsRight,
    })),
    questions: hardestFirst(items).map((item) => ({
      quiz: item.quiz,
      question: item.id,
      asked: item.prompt,
      answered: item.answered,
      right_first: item.right,
      most_chosen_wrong: item.wrong ?? null,
      discrimination: item.discrimination ?? null,
    })),
    scripts: { run: rerun.run, not_run: rerun.left, missing: rerun.without, differ: rerun.differs.length },
    checked: checkedLines(report),
    notes,
  };
}
