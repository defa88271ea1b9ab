/** Words of the course map. */
export const map = {
  title: 'Course map',
  read: (done: number, all: number) => `${done} of ${all} read`,
  quiz: (right: number, all: number) => `quiz ${right} of ${all}`,
  minutes: (minutes: number) => `about ${minutes} minutes`,
  pages: (seen: number, all: number) => `${seen} of ${all} pages`,
  rightOf: (right: number, all: number) => `${right} of ${all} right`,
  questions: (count: number) => (count === 1 ? '1 question' : `${count} questions`),
  stoppedHere: 'you stopped here',
  startHere: 'start here',
  nextHere: 'next',
  broken: "can't be shown",
  draft: 'draft',
  labels: { quiz: 'quiz', mission: 'mission', break: 'break' },
  takes: (minutes: number) => `${minutes} min`,
  notWon: 'not won yet',
  stars: (stars: number) => (stars === 1 ? '1 star' : `${stars} stars`),
  breakIt: 'Kill something in this stage and watch',
  breakTitle: (stage: string) => `Break what? ${stage}`,
  asItStands: (title: string) => title,
  way: 'The way through all stages: what each step is worth',
  game: (title: string) => `${title}: what stops it alone?`,
  switched: (title: string, name: string, position: string) => `${title} with ${name} ${position}`,
  moreBelow: (count: number) => `${count} more below`,
  noStages: 'This course has no stages yet. List them under "stages" in its course.yaml.',
  emptyStage: 'Nothing stands in this stage yet.',
  /** what comes within a shorter time is among what comes within a longer one */
  due(now: number, today: number, week: number): string {
    const parts = [
      `${now === 0 ? 'none' : now} now`,
      ...(today > now ? [`${today} today`] : []),
      ...(week > today ? [`${week} within a week`] : []),
    ];
    return `To review: ${parts.join(', ')}`;
  },
  /** a run that was left in the middle */
  goOnWith: (title: string, time: string) => `Go on with ${title} at ${time}`,
  keys: {
    goOn: { label: 'go on', help: 'Go on with the run that you left in the middle' },
    choose: { label: 'choose', help: 'Choose a lesson, a quiz, a mission or something to break' },
    stage: { label: 'stage', help: 'Go to the stage before or after; its number goes there at once' },
    open: { label: 'open', help: 'Open what is chosen' },
    intro: { label: '', help: "Kill Ana's web server, as on the first start" },
    break: { label: 'break it', help: "Break this stage's website in the simulator" },
    placement: { label: '', help: 'Answer ten questions that say what you may skip' },
    overview: {
      label: 'where you stand',
      help: 'See what you know, what you only think you know, and what to read again',
    },
    review: (count: number) => ({
      label: `review (${count})`,
      help: 'Ask again what you are about to forget',
    }),
  },
} as const;
