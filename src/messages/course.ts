import type { Refused } from '../course/course-files.ts';
import { excerpt, longestPath } from '../text/excerpt.ts';
import { program } from './program.ts';

/** What the reader and the checker of courses say. Each sentence tells what is wrong and what to do. */

/** Nobody looks for a word in a longer list. */
const longestList = 12;

function list(words: readonly (string | number)[]): string {
  const more = words.length - longestList;
  const shown = words.slice(0, longestList).map((word) => excerpt(String(word)));
  if (more > 0) shown.push(`${more} more`);
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function meant(nearest: string | undefined, known: readonly string[]): string {
  if (nearest !== undefined) return `did you mean "${excerpt(nearest)}"?`;
  return known.length === 0 ? 'there is none.' : `known are ${list(known)}.`;
}

const unitForm = {
  time: 'a time such as 4s or 20ms',
  share: 'a share such as 45%',
  count: 'a whole number such as 3',
} as const;

const unreadSentences = {
  missing: 'This file does not exist.',
  outside: 'This leads out of the course: put the file itself here.',
  'not-a-file': 'This is no regular file: put a text file here.',
  'too-large': 'This file is larger than 256 KB, too large to be shown: cut it into several.',
  'too-much':
    'The course is larger than 100 MB, 20,000 files or 50,000 names, so this is not read: part it into several.',
  'too-many': 'There are more than 10,000 files in this folder: take out what belongs to no course.',
};

export const courseMessages = {
  // files
  unread: ({ unread, reason }: Refused): string =>
    unread === 'unreadable' ? `This cannot be read: ${reason}.` : unreadSentences[unread],
  utf16: 'This file is UTF-16: save it as UTF-8.',
  notUtf8: 'This line has bytes that are not UTF-8: save the file as UTF-8.',

  // the course
  noFolder: (root: string): string =>
    `There is no folder "${excerpt(root, longestPath)}": give the folder of a course, or make one with "${program} course new DIR".`,
  noCourse: (root: string, why: string): string => `"${excerpt(root, longestPath)}" is no course. ${why}`,
  noCourseFile: (root: string): string =>
    `"${excerpt(root, longestPath)}" is no course: it has no course.yaml. "${program} course new DIR" makes one to start from.`,
  inCourse: 'course.yaml',
  inStage: 'a stage',
  wrongFormat: (text: string): string =>
    `This course has format "${excerpt(text)}", and this program reads format 1: write "format: 1", or use a newer program.`,
  missingFormat: 'The format is missing: write "format: 1".',
  missingInCourse: (key: string): string => `course.yaml has no ${key}: write "${key}: ...".`,
  missingStages:
    'course.yaml has no stages: until it lists them, the folders in lessons/ are shown as stages.',
  extendsForm: (text: string): string =>
    `extends is "${excerpt(text)}": write the name of a course and its edition, such as infra-tutor@1.`,
  nothingToExtend: (name: string): string =>
    `There is no course "${excerpt(name)}" to extend: infra-tutor is the one that comes with the program.`,
  otherEdition: (name: string, wanted: number, found: number): string =>
    `This was written for edition ${wanted} of "${excerpt(name)}", and here is edition ${found}: see whether all is still in its place, and write @${found}.`,
  unknownAnchor: (id: string, stage: string, nearest: string | undefined): string =>
    `The stage "${excerpt(stage)}" of the extended course has no "${excerpt(id)}" (any more): ${nearest === undefined ? 'take it out.' : `did you mean "${excerpt(nearest)}"?`}`,
  placedForm: (key: string): string =>
    `${key} is a map: write "${key}: { ID: [one, two] }", the id of a part of the extended course and yours.`,
  stagesForm: 'stages is a list: begin each stage with "- id: ...".',
  unknownLanguage: (tag: string): string =>
    `No language is called "${excerpt(tag)}": write its tag, such as en, de or pt-BR.`,
  stageWithoutId: 'This stage has no id: write "id: ...", the name of its folder in lessons/.',
  stageWithoutTitle: (id: string): string => `The stage "${excerpt(id)}" has no title: write "title: ...".`,
  stageTwice: (id: string): string =>
    `The stage "${excerpt(id)}" stands here twice: give each stage an id of its own.`,
  emptyStage: (id: string): string =>
    `The stage "${excerpt(id)}" has no lessons: put a markdown file into lessons/${excerpt(id)}/.`,
  unknownLesson: (id: string, nearest: string | undefined): string =>
    nearest === undefined
      ? `No lesson has the id "${excerpt(id)}": take it out of the list, or write the lesson.`
      : `No lesson has the id "${excerpt(id)}": did you mean "${excerpt(nearest)}"?`,
  unknownQuiz: (id: string, nearest: string | undefined): string =>
    nearest === undefined
      ? `No quiz has the id "${excerpt(id)}": take it out of the list, or write the quiz.`
      : `No quiz has the id "${excerpt(id)}": did you mean "${excerpt(nearest)}"?`,
  listedTwice: (id: string): string => `"${excerpt(id)}" is listed twice: leave it where it belongs.`,
  noSuchStage: (id: string, nearest: string | undefined, known: readonly string[]): string =>
    `No stage has the id "${excerpt(id)}": ${meant(nearest, known)}`,
  strayFolder: (folder: string, known: readonly string[]): string =>
    `No stage has the id "${excerpt(folder)}", so this folder is not shown: add the stage to course.yaml, or rename the folder to one of ${list(known)}.`,
  strayLesson: 'This lesson lies in no stage, so it is not shown: move it into lessons/<stage id>/.',
  strayQuizFolder: 'Quizzes lie in quizzes/ itself, so this folder is not read: move its files up.',
  idTwice: (id: string, first: string): string =>
    `The id "${excerpt(id)}" already belongs to ${first}: give this one another.`,
  topologyTwice: (id: string, first: string): string =>
    `The topology id "${excerpt(id)}" already belongs to ${first}: give this one another.`,
  unlisted: (id: string): string =>
    `"${excerpt(id)}" is not listed in course.yaml, so it is shown last: list it where it belongs.`,
  unknownTopology: (id: string, nearest: string | undefined, known: readonly string[]): string => {
    const lead = `The course has no topology "${excerpt(id)}"`;
    if (known.length === 0) return `${lead}: put its .yaml file into lessons/<stage id>/.`;
    return nearest === undefined
      ? `${lead}: it has ${list(known)}.`
      : `${lead}: did you mean "${excerpt(nearest)}"?`;
  },
  noTopologyFile: (path: string, reason: string): string =>
    `The topology file "${excerpt(path, longestPath)}" cannot be read: ${reason}.`,

  // front matter and keys
  inLesson: "a lesson's front matter",
  inQuiz: "a quiz's front matter",
  inDiagram: 'a diagram block',
  inDiagramStep: 'a step of a diagram',
  inSimulate: 'a simulate block',
  inPredict: 'a predict block',
  inWhiteboard: 'a whiteboard block',
  missingInWhiteboard: (key: string): string => `A whiteboard block needs "${key}: ...".`,
  whiteboardMinutes: (most: number): string =>
    `A whiteboard block needs "minutes: ...", a whole number from 1 to ${most}.`,
  fewPoints: 'A whiteboard block needs "points: ...", two or more things that a good explanation says.',
  mentorForm: 'What a mentor asks is a list, each with an "ask: ..." and an "answer: ...".',
  missingInPredict: (key: string): string => `A predict block needs "${key}: ...".`,
  guessesAndNumber: 'Either "guesses" to choose from, or a "number" to write: not both.',
  neverAsNumber: 'Nobody can write "never" as a number: let learners choose among guesses.',
  guessesForm:
    'Guesses are a map of at least two: what can be guessed, and the values that make it true, such as "a few seconds: 4s..6s".',
  guessesOverlap: (guess: string, other: string): string =>
    `"${excerpt(guess)}" and "${excerpt(other)}" can both be true: let their ranges not overlap.`,
  guessedByNone: (seed: number, value: string, trueOnes: number): string =>
    `with seed ${seed} it comes out as ${value}, which makes ${trueOnes === 0 ? 'no guess' : `${trueOnes} guesses`} true`,
  inProve: 'a prove block',
  inMission: "a mission's front matter",
  inMay: '"may"',
  inGoal: 'a goal',
  inMissionProof: "a mission's prove block",
  frontMatterOpen: 'The front matter is never closed: put a line with --- after its last key.',
  noFrontMatter: `There is no front matter: begin the file with ---, "id: ...", "title: ..." and --- ("${program} course lint --fix" does it).`,
  missingKey: (key: string): string =>
    `The front matter has no ${key}: write "${key}: ..." ("${program} course lint --fix" does it).`,
  missingSummary: 'The front matter has no summary: write one sentence for the course map, "summary: ...".',
  idForm: (id: string): string =>
    `The id "${excerpt(id)}" is hard to type: use small letters, digits and "-" only.`,
  draft: 'This is a draft, so learners do not see it: take out "draft: true" when it is ready.',
  notKeys: 'Keys are expected here: write lines such as "title: ...".',
  unknownKey: (key: string, where: string, nearest: string | undefined, known: readonly string[]): string =>
    `"${excerpt(key)}" is not a key of ${where}: ${meant(nearest, known)}`,
  expectedText: (key: string): string => `${key} wants one text: write "${key}: ...".`,
  expectedTexts: (key: string): string => `${key} wants a list of texts: write "${key}: [one, two]".`,
  expectedCount: (key: string, text: string, least: number, most: number): string =>
    `${key} is "${excerpt(text)}": write a whole number from ${least} to ${most}.`,
  expectedPositive: (key: string, text: string, most: number): string =>
    `${key} is "${excerpt(text)}": write a number over 0, such as 100, and up to ${most}.`,
  expectedFlag: (key: string, text: string): string => `${key} is "${excerpt(text)}": write true or false.`,
  expectedTime: (key: string, text: string): string =>
    `${key} is "${excerpt(text)}": write a time such as 60s.`,

  // lessons
  emptyLesson: 'This lesson says nothing: write its first page under a "## Title".',
  emptyPage: (title: string): string =>
    `The page "${excerpt(title)}" is empty: write something under it, or take the heading out.`,
  longPage: (title: string, words: number): string =>
    `The page "${excerpt(title)}" has ${words} words, more than a minute's reading: part it with another "## Title".`,
  diagramWithoutWords:
    'This diagram has no words: say in "words: ..." what it shows, for those who cannot see it.',
  diagramForm: 'A diagram has either "topology: ID" or "art: |" with the drawing below: write one of them.',
  inTranscript: 'a transcript block',
  inConfiguration: 'a configuration block',
  inNote: 'a note',
  transcriptWithoutSource: 'Say in "on: ..." on which programs, with their versions, this was recorded.',
  transcriptWithoutText: 'A transcript needs "text: |" with what was typed and printed below.',
  configurationOfWhat:
    'Say in "of: ..." whose configuration is shown: a component or a host of the topology.',
  listingNotes:
    'The notes are a list: each needs "at: ...", words of the line that it is about, and "words: ...".',
  noListing: (of: string, topology: string): string =>
    `The topology "${excerpt(topology)}" has no such configuration of "${excerpt(of)}": see "infra-tutor config".`,
  noteNowhere: (at: string): string => `No line has "${excerpt(at)}" in it: this note is never shown.`,
  diagramSteps: 'The steps of a diagram are a list: each begins with "- words: ...".',
  stepWithoutWords: 'This step has no words: say in "words: ..." what it adds to the drawing.',
  diagramRequest: (text: string): string =>
    `"${excerpt(text)}" is no request: write "failed", "slowest", or its number in the run.`,
  stepShows: (id: string, topology: string, nearest: string | undefined): string =>
    `Nothing in the topology "${excerpt(topology)}" is called "${excerpt(id)}"${nearest === undefined ? '.' : `: did you mean "${nearest}"?`}`,
  stepsInTime:
    'The steps of this diagram are moments of a run: each needs "at: ...", later than the one before.',
  stepsOnOnePage: 'Two things on this page open step by step: give each a page of its own.',
  diagramNoRequest: 'In this run there is no such request: nothing can be drawn.',
  diagramRunTooLong: (most: number): string =>
    `This run is too long to be drawn while somebody waits: keep "for" times "rate" within ${most} requests.`,
  wideArt: (columns: number): string =>
    `This line of the drawing is ${columns} columns wide: keep it within 76, or a small terminal cuts it.`,
  tabInArt: 'There is a tab in this drawing: use spaces, since tabs are as wide as each terminal likes.',
  missingTopology: (block: string): string =>
    `This ${block} block does not say where it runs: write "topology: ID".`,
  missingLookFor: 'This run does not say what to watch: write "look-for: ...".',
  quizInLesson:
    'A question stands in this lesson and is not shown, since its key would be seen: put it into a file in quizzes/.',
  nearlyChoice: (written: string): string =>
    `"${excerpt(written)}" is not a choice to markdown: write "- [ ] " or "- [x] ", with the spaces.`,
  termTwice: (term: string, line: number): string =>
    `"${excerpt(term)}" already stands in line ${line}: put both meanings into one.`,
  linkInside:
    'A link to another file can be followed from lessons only, and here its words alone are seen: name the part in the text.',
  linkElsewhere:
    'This address is neither in the course nor on the web, so its words alone are seen: begin it with https://, or name a file of the course.',
  deadLink: (href: string, nearest: string | undefined): string =>
    `"${excerpt(href, longestPath)}" leads to nothing in this course: ${nearest === undefined ? 'write the path of a file, or an id.' : `did you mean "${excerpt(nearest)}"?`}`,
  taskList:
    'These boxes are shown and nobody can tick them: write a plain list, or ask in a file in quizzes/.',
  drawingLanguage: (language: string): string =>
    `A ${excerpt(language)} block is shown as it is written and not as a picture: draw it in a diagram block.`,
  keyPosition: (place: number, questions: number): string =>
    `Choice ${place} is the right one in all ${questions} questions, which shows wherever they are printed as they stand here: move some.`,
  unreached: (id: string): string =>
    `No request reaches "${excerpt(id)}": name it in dns, servers, upstream, reads or writes, or take it out.`,
  htmlTags: 'Tags of HTML are left out and only the text between them is shown: write it in markdown.',
  imageWithoutWords: 'An image is shown as its words, and this one has none: write ![what it shows](file).',
  image:
    'A terminal shows the words of an image and not the image itself: say in words, or draw, what matters.',
  footnote: 'Only lessons have footnotes: here it is shown as it is written, so say it in the text.',
  footnoteUndefined: (name: string, nearest: string | undefined): string =>
    `There is no footnote "${excerpt(name)}": ${nearest === undefined ? `write it on a line of its own, "[^${excerpt(name)}]: ...".` : `did you mean "${excerpt(nearest)}"?`}`,
  footnoteUnused: (name: string): string =>
    `Nothing refers to the footnote "${excerpt(name)}", so nobody sees it: write [^${excerpt(name)}] after the words that it backs.`,
  footnoteTwice: (name: string, line: number): string =>
    `The footnote "${excerpt(name)}" already stands in line ${line}: give this one a name of its own.`,
  footnoteEmpty: (name: string): string =>
    `The footnote "${excerpt(name)}" says nothing: write after the colon where this can be read.`,
  footnoteTooLong: (name: string, characters: number, most: number): string =>
    `The footnote "${excerpt(name)}" has ${characters} characters: name the source within ${most}, and explain in the text.`,
  tooManyFootnotes: (most: number): string =>
    `This lesson has more than ${most} footnotes, and the rest isn't read: part it into lessons.`,
  tooManyFootnotesOnPage: (most: number): string =>
    `This page refers to more than ${most} footnotes, and the rest isn't shown: part it with another "## Title".`,
  alertMark: 'This is shown as it is written: begin the quote with a word in bold instead, such as **Note**.',
  formula: 'A formula is shown as it is written: write it in words or as code.',
  codeTooWide: (columns: number, most: number): string =>
    `This line of code is ${columns} columns wide, and ${most} fit into a terminal of 80: break it.`,
  buriedBlock: (language: string): string =>
    `A ${language} block must stand at the margin, not in a list or a quote: move it out.`,
  unknownPrerequisite: (id: string, nearest: string | undefined): string =>
    `No lesson has the id "${excerpt(id)}", named as a prerequisite${nearest === undefined ? ': take it out.' : `: did you mean "${excerpt(nearest)}"?`}`,
  ownPrerequisite: 'This lesson names itself as a prerequisite: take it out.',
  unknownBlock: (language: string, nearest: string): string =>
    `A "${excerpt(language)}" block is shown as code: did you mean "${excerpt(nearest)}"?`,
  faultAfterEnd: (end: string): string =>
    `The run ends at ${end}, before this happens: let it run longer, or let this happen earlier.`,

  // characters
  invisibleCharacter: (code: string): string =>
    `There is a character here that nobody sees (${code}), so it is left out: delete it.`,
  controlCharacter: (code: string): string =>
    `There is a control character here (${code}), which terminals would obey: take it out.`,
  controlReference: (reference: string): string =>
    `${reference} stands for a control character, which terminals would obey: take it out.`,
  emojiVariation:
    'There is an emoji with a variation selector (U+FE0F), whose width terminals disagree about: use a word or a plain sign.',

  // quizzes
  emptyQuiz: 'This quiz asks nothing: write a question between a line <quiz> and a line </quiz>.',
  outsideQuiz:
    'This stands after </quiz> and outside of any question, so nobody sees it: move it into a question.',
  quizNotClosed: 'This <quiz> is never closed: write a line </quiz> after the question.',
  closedTwice: 'This </quiz> closes nothing: write a line <quiz> before the question.',
  tagNotAlone: 'This tag needs an empty line before and after it.',
  commentNotAlone: 'The comment with the id needs a line of its own and an empty line after it.',
  missingQuestionId: (id: string): string =>
    `This question has no id, so it is called "${excerpt(id)}" and forgets its answers when it moves: write <!-- id: ... --> after <quiz>.`,
  namedTwice: 'This question has a second id: keep one.',
  noPrompt: 'This question asks nothing: write the question before the choices.',
  noChoices:
    'This question has nothing to answer with: write choices, "- [ ] wrong" and "- [x] right", a numbered list, [[words]] or [[= 5 s]].',
  noRightAnswer: 'No choice is marked right: write [x] in the right one.',
  oneChoice: 'There is only one choice: write at least one wrong one, "- [ ] ...".',
  allRight: 'All choices are right, so there is nothing to choose: add a wrong one, "- [ ] ...".',
  choiceBox: 'This choice has no box: begin it with "- [ ] " or "- [x] ".',
  emptyChoice: 'This choice is empty: write its text after the box.',
  duplicateChoice: (line: number): string =>
    `This choice says the same as the one in line ${line}: change one of them.`,
  feedbackIndent: 'Feedback belongs inside its choice: indent the quote by two spaces.',
  missingFeedback: 'This choice has no feedback: say below it, indented, "> why it is right or wrong".',
  emptyHint: 'This hint says nothing: write it after "Hint:".',
  missingHint: 'This question has no hint: write "> Hint: ..." before the choices.',
  missingExplanation: 'This question has no explanation: write a paragraph after the choices.',
  unknownFence: (language: string): string =>
    `No type of question reads a ${language} block: ask with choices, "- [ ]" and "- [x]".`,

  // proofs
  nothingToProve: (type: string): string =>
    `A question of the type ${type} has nothing that a run could prove: take the prove block out.`,
  provenTwice: 'A question has one prove block: take this one out.',
  rightsPart: (one: number, other: number): string =>
    `Choices ${one} and ${other} are both right, but no value lies in both ranges: write "measure" and "expect" as maps by choice, or let the ranges meet.`,
  measurePerChoice:
    'One choice is right, so all choices share one measure: write "measure: ..." without a map.',
  missingMeasure: 'This proof measures nothing: write "measure: ...", such as when(marks-down web-2) - 10s.',
  missingExpect:
    'This proof expects nothing: write "expect: { 1: RANGE, 2: RANGE }", a range for each choice.',
  noSuchChoice: (key: string, name: string, choices: number): string =>
    `${key} names the choice "${excerpt(name)}", and there are ${choices}: number them from 1.`,
  choicesLeftOut: (key: string, missing: readonly number[]): string =>
    `${key} leaves out choice ${list(missing)}: every choice needs its own.`,
  rangesOverlap: (right: number, other: number): string =>
    `The ranges of choice ${right}, which is right, and choice ${other} share a value: part them, such as 4s..6s and 7s..60s.`,
  rangeForm: (text: string): string =>
    `"${excerpt(text)}" is no range: write FROM..TO, such as 4s..6s, 45%..55%, 3..5 or 10s.., or never.`,
  rangeValue: (text: string, unit: keyof typeof unitForm | undefined): string =>
    `"${excerpt(text)}" does not fit the measure: write ${unit ? unitForm[unit] : 'a time, a share or a number'}.`,
  rangeBackwards: (text: string): string =>
    `"${excerpt(text)}" ends before it begins: write the smaller value first.`,
  windowForm: (text: string): string =>
    `"${excerpt(text)}" is no part of a run: write FROM..TO, such as 10s..20s.`,
  windowEmpty: (text: string): string => `"${excerpt(text)}" has no length: the second time must be later.`,
  measureSyntax: (text: string): string =>
    `"${excerpt(text)}" is no measure: write NAME(ARGUMENTS), such as failed(10s..20s).`,
  measureForm: (example: string): string => `This measure is written like ${example}.`,
  unknownMeasure: (name: string, nearest: string | undefined, known: readonly string[]): string =>
    `There is no measure "${excerpt(name)}": ${meant(nearest, known)}`,
  unknownInMeasure: (id: string, topology: string, nearest: string | undefined): string =>
    `${topology} has no component or host "${excerpt(id)}", so there is nothing to measure: ${nearest === undefined ? 'name one that it has.' : `did you mean "${excerpt(nearest)}"?`}`,
  unknownOutcome: (text: string, nearest: string | undefined, known: readonly string[]): string =>
    `"${excerpt(text)}" is no outcome: write a status such as 503, or ${nearest ?? list(known)}.`,
  unknownEvent: (text: string, nearest: string | undefined): string =>
    `"${excerpt(text)}" is no event${nearest === undefined ? ': write one such as marks-down, promotes or kill.' : `: did you mean "${excerpt(nearest)}"?`}`,
  whenForm: (example: string): string => `when wants an event and whom it is about, such as ${example}.`,
  afterForm: 'after wants one time at the end, such as "after 10s".',
  minusOnlyTime: (name: string): string =>
    `Only a time can have "- TIME" after it, and ${name} is none: take it out.`,
  minusForm: (text: string): string =>
    `"${excerpt(text)}" is no time: write "- 10s" or "- when(kill web-2)", the moment to count from.`,

  // numbers
  numberForm: (text: string): string =>
    `"${excerpt(text)}" is no number to be asked for: write 5 +- 1 s, 4s..6s, 45%..55% or 3..5.`,
  twoRightRanges: 'There is a second right range: keep one "[=]", and let it hold all that is right.',
  rangeBox: 'This range has no box: begin it with "- [=] " if it is right, or with "- [ ] ".',
  otherUnit: (text: string, right: string): string =>
    `"${excerpt(text)}" counts something else than "${excerpt(right)}": write both in the same unit.`,
  rangeMeetsRight: (line: number): string =>
    `This range shares a value with the right one in line ${line}: part them, such as 4s..6s and 6.1s..60s.`,
  tooHigh: 'That is too much.',
  tooLow: 'That is too little.',
  tooWide: 'Part of that is right: give a narrower range.',
  counts: (low: string | undefined, high: string | undefined): string =>
    low === undefined
      ? `Anything up to ${high} counts.`
      : high === undefined
        ? `Anything from ${low} on counts.`
        : `Anything from ${low} to ${high} counts.`,
  oneMeasure: 'One number is asked for: write one "measure: ...", without a map.',
  numberExpects: 'The range of the answer is what the run is held against: take "expect" out.',
  measureOfOtherUnit: (range: string, unit: keyof typeof unitForm): string =>
    `This measures ${unitForm[unit]}, and the answer is ${range}: measure what is asked for.`,

  // words
  secondBlank: 'There is a second [[...]]: ask for one answer in a question.',
  blankAlone: 'This [[...]] needs a line of its own, with an empty line before and after it.',
  emptyBlank: 'Nothing stands in this [[...]]: write the answer, or several, parted by "|".',
  blankIsCommand: (text: string): string =>
    `In lines, "${excerpt(text)}" alone is a command: ask for a longer word.`,
  spelt: (text: string): string => `It is written "${excerpt(text)}".`,

  // places in a drawing
  inPoint: 'a point block',
  secondPoint: 'A second point block: ask for one answer in a question.',
  missingPoint:
    'Nothing says what is to be pointed at: write "answer: [db-1]", "answer: spof(reads)" or "answer: spof(writes)".',
  spofForm: 'Write spof(reads) or spof(writes): what stops when one of the components dies.',
  feedbackForm: 'feedback names components: write "feedback: { db-2: Writes never need the replica. }".',
  noSuchComponent: (id: string, topology: string, nearest: string | undefined): string =>
    `${excerpt(topology)} has no component "${excerpt(id)}": ${nearest === undefined ? 'name one that it has.' : `did you mean "${nearest}"?`}`,
  nothingStops: (topology: string): string =>
    `No single death stops this in ${excerpt(topology)}, so there is nothing to point at: ask another question.`,
  everythingRight: 'Every component is right, so there is nothing to choose: ask another question.',
  deathStops: (name: 'reads' | 'writes'): string => `When it dies, all ${name} fail.`,
  deathDoesNotStop: (name: 'reads' | 'writes'): string => `When it dies, some ${name} still succeed.`,

  // steps to be put in order
  emptyStep: 'This step says nothing: write its text after the number.',
  fewSteps: (fewest: number): string => `There are too few steps to put in order: write at least ${fewest}.`,
  anyOrder:
    'All steps have the same number, so any order is right: number them 1, 2, 3; only steps that may be swapped share one.',
  stepNumber: (number: number, before: number): string =>
    `Step ${number} comes after step ${before}: write the steps in the right order.`,
  secondOrder:
    'A second numbered list: only the steps to put in order are numbered; begin the others with "-".',
  rightUpTo: (steps: number): string =>
    steps === 0
      ? 'It goes wrong at the first step.'
      : steps === 1
        ? 'The first step is right; it goes wrong at the second.'
        : `The first ${steps} steps are right; then it goes wrong.`,
  tooEarly: 'Too early.',
  anyOrderOf: (places: readonly number[]): string => `Steps ${list(places)} may come in any order.`,
  measurePerStep:
    'Each step has a moment of its own: write "measure: { 1: when(...), 2: when(...) }", a time for each step.',
  noMoment: (text: string): string =>
    `"${excerpt(text)}" is no time: write the moment of the step, when(...).`,
  orderExpects: 'The order of the list says what is expected: take "expect" out.',

  // the outcome of proofs
  never: 'never',

  // missions
  noGoals:
    'This mission has no goals: write "goals:", and below it "- { measure: ..., expect: ..., says: ... }".',
  onlyBonus: 'Every goal is a bonus, so that doing nothing wins: leave "bonus: true" out of one.',
  goalForm: 'A goal wants "measure", "expect" and "says", the same as a sentence for the learner.',
  goalUnread: (text: string, why: string): string => `the goal "${excerpt(text)}" cannot be read: ${why}`,
  seesForm: (text: string): string =>
    `sees is "${excerpt(text)}": write "truth", or "monitor" to show only what the monitoring service knows.`,
  missionParts:
    'A mission has two parts: "## Briefing" with what the learner is to know before, and at the end "## Debrief".',
  chanceWhileActing:
    'The learner acts in this mission while it runs, so its faults need times of their own: write one time instead of a range.',
  missionWithoutProof:
    'Nothing proves that this mission can be won, and that doing nothing loses: write a prove block with "wins" and "loses".',
  missionProofForm: 'Write "wins: { set: [...], fault: [...] }" and "loses: { NAME: { ... } }".',
  missionWithoutHint: 'This mission has no hint: write "> Hint: ...".',
  unknownMission: (id: string, nearest: string | undefined): string =>
    nearest === undefined
      ? `No mission has the id "${excerpt(id)}": take it out of the list, or write the mission.`
      : `No mission has the id "${excerpt(id)}": did you mean "${excerpt(nearest)}"?`,
  noSuchSwitch: (name: string, nearest: string | undefined, known: readonly string[]): string =>
    `The topology has no switch "${excerpt(name)}": ${meant(nearest, known)}`,
  noSuchVerb: (verb: string, nearest: string | undefined, known: readonly string[]): string =>
    `"${excerpt(verb)}" is no fault: ${meant(nearest, known)}`,
  doingNothing: 'doing nothing',
  goodPlay: 'the good play',
  playRefused: (name: string, why: readonly string[]): string => `${name} cannot be played: ${why.join(' ')}`,
  playWins: (name: string): string => `${name} wins, and should lose`,
  playLoses: (name: string, missed: readonly string[]): string => `${name} loses: ${missed.join('; ')}`,
  proofFalseRight: (choice: number, seed: number, value: string, range: string): string =>
    `choice ${choice} is marked right, but with seed ${seed} the run gave ${value}, outside ${range}`,
  afterSteps: (steps: readonly number[]): string => (steps.length === 0 ? 'happens' : `after ${list(steps)}`),
  proofOutOfOrder: (choice: number, seed: number, value: string, expected: string): string =>
    expected === 'happens'
      ? `step ${choice} does not happen with seed ${seed}`
      : `step ${choice} should come ${expected}, but with seed ${seed} the run gave ${value}`,
  proofTrueWrong: (choice: number, seed: number, value: string, range: string): string =>
    `choice ${choice} is marked wrong, but with seed ${seed} the run gave ${value}, inside ${range}`,
} as const;
