import type { Refused } from '../course/course-files.ts';
import { excerpt, longestPath } from '../text/excerpt.ts';
import { messagesOf } from './language.ts';
import { program } from './program.ts';

const t = messagesOf('course');

/** What the reader and the checker of courses say. Each sentence tells what is wrong and what to do. */

/** Nobody looks for a word in a longer list. */
const longestList = 12;

function list(words: readonly (string | number)[]): string {
  const more = words.length - longestList;
  const shown = words.slice(0, longestList).map((word) => excerpt(String(word)));
  if (more > 0) shown.push(t`${more} more`);
  return shown.length < 2 ? shown.join('') : t`${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function meant(nearest: string | undefined, known: readonly string[]): string {
  if (nearest !== undefined) return t`did you mean "${excerpt(nearest)}"?`;
  return known.length === 0 ? t`there is none.` : t`known are ${list(known)}.`;
}

const unitForm = {
  time: t`a time such as 4s or 20ms`,
  share: t`a share such as 45%`,
  count: t`a whole number such as 3`,
} as const;

const unreadSentences = {
  missing: t`This file does not exist.`,
  outside: t`This leads out of the course: put the file itself here.`,
  'not-a-file': t`This is no regular file: put a text file here.`,
  'too-large': t`This file is larger than 256 KB, too large to be shown: cut it into several.`,
  'too-much': t`The course is larger than 100 MB, 20,000 files or 50,000 names, so this is not read: part it into several.`,
  'too-many': t`There are more than 10,000 files in this folder: take out what belongs to no course.`,
};

export const courseMessages = {
  // files
  unread: ({ unread, reason }: Refused): string =>
    unread === 'unreadable' ? t`This cannot be read: ${reason}.` : unreadSentences[unread],
  utf16: t`This file is UTF-16: save it as UTF-8.`,
  notUtf8: t`This line has bytes that are not UTF-8: save the file as UTF-8.`,

  // the course
  noFolder: (root: string): string =>
    t`There is no folder "${excerpt(root, longestPath)}": give the folder of a course, or make one with "${program} course new DIR".`,
  noCourse: (root: string, why: string): string => t`"${excerpt(root, longestPath)}" is no course. ${why}`,
  noCourseFile: (root: string): string =>
    t`"${excerpt(root, longestPath)}" is no course: it has no course.yaml. "${program} course new DIR" makes one to start from.`,
  inCourse: t`course.yaml`,
  inStage: t`a stage`,
  wrongFormat: (text: string): string =>
    t`This course has format "${excerpt(text)}", and this program reads format 1: write "format: 1", or use a newer program.`,
  missingFormat: t`The format is missing: write "format: 1".`,
  missingInCourse: (key: string): string => t`course.yaml has no ${key}: write "${key}: ...".`,
  missingStages: t`course.yaml has no stages: until it lists them, the folders in lessons/ are shown as stages.`,
  extendsForm: (text: string): string =>
    t`extends is "${excerpt(text)}": write the name of a course and its edition, such as infra-tutor@1.`,
  nothingToExtend: (name: string): string =>
    t`There is no course "${excerpt(name)}" to extend: infra-tutor is the one that comes with the program.`,
  otherEdition: (name: string, wanted: number, found: number): string =>
    t`This was written for edition ${wanted} of "${excerpt(name)}", and here is edition ${found}: see whether all is still in its place, and write @${found}.`,
  unknownAnchor: (id: string, stage: string, nearest: string | undefined): string =>
    t`The stage "${excerpt(stage)}" of the extended course has no "${excerpt(id)}" (any more): ${nearest === undefined ? t`take it out.` : t`did you mean "${excerpt(nearest)}"?`}`,
  placedForm: (key: string): string =>
    t`${key} is a map: write "${key}: { ID: [one, two] }", the id of a part of the extended course and yours.`,
  stagesForm: t`stages is a list: begin each stage with "- id: ...".`,
  unknownLanguage: (tag: string): string =>
    t`No language is called "${excerpt(tag)}": write its tag, such as en, de or pt-BR.`,
  stageWithoutId: t`This stage has no id: write "id: ...", the name of its folder in lessons/.`,
  stageWithoutTitle: (id: string): string => t`The stage "${excerpt(id)}" has no title: write "title: ...".`,
  stageTwice: (id: string): string =>
    t`The stage "${excerpt(id)}" stands here twice: give each stage an id of its own.`,
  emptyStage: (id: string): string =>
    t`The stage "${excerpt(id)}" has no lessons: put a markdown file into lessons/${excerpt(id)}/.`,
  unknownLesson: (id: string, nearest: string | undefined): string =>
    nearest === undefined
      ? t`No lesson has the id "${excerpt(id)}": take it out of the list, or write the lesson.`
      : t`No lesson has the id "${excerpt(id)}": did you mean "${excerpt(nearest)}"?`,
  unknownQuiz: (id: string, nearest: string | undefined): string =>
    nearest === undefined
      ? t`No quiz has the id "${excerpt(id)}": take it out of the list, or write the quiz.`
      : t`No quiz has the id "${excerpt(id)}": did you mean "${excerpt(nearest)}"?`,
  listedTwice: (id: string): string => t`"${excerpt(id)}" is listed twice: leave it where it belongs.`,
  noSuchStage: (id: string, nearest: string | undefined, known: readonly string[]): string =>
    t`No stage has the id "${excerpt(id)}": ${meant(nearest, known)}`,
  strayFolder: (folder: string, known: readonly string[]): string =>
    t`No stage has the id "${excerpt(folder)}", so this folder is not shown: add the stage to course.yaml, or rename the folder to one of ${list(known)}.`,
  strayLesson: t`This lesson lies in no stage, so it is not shown: move it into lessons/<stage id>/.`,
  strayQuizFolder: t`Quizzes lie in quizzes/ itself, so this folder is not read: move its files up.`,
  idTwice: (id: string, first: string): string =>
    t`The id "${excerpt(id)}" already belongs to ${first}: give this one another.`,
  topologyTwice: (id: string, first: string): string =>
    t`The topology id "${excerpt(id)}" already belongs to ${first}: give this one another.`,
  unlisted: (id: string): string =>
    t`"${excerpt(id)}" is not listed in course.yaml, so it is shown last: list it where it belongs.`,
  unknownTopology: (id: string, nearest: string | undefined, known: readonly string[]): string => {
    const lead = t`The course has no topology "${excerpt(id)}"`;
    if (known.length === 0) return t`${lead}: put its .yaml file into lessons/<stage id>/.`;
    return nearest === undefined
      ? t`${lead}: it has ${list(known)}.`
      : t`${lead}: did you mean "${excerpt(nearest)}"?`;
  },
  noTopologyFile: (path: string, reason: string): string =>
    t`The topology file "${excerpt(path, longestPath)}" cannot be read: ${reason}.`,

  // front matter and keys
  inLesson: t`a lesson's front matter`,
  inQuiz: t`a quiz's front matter`,
  inDiagram: t`a diagram block`,
  inDiagramStep: t`a step of a diagram`,
  inSimulate: t`a simulate block`,
  inPredict: t`a predict block`,
  inWhiteboard: t`a whiteboard block`,
  missingInWhiteboard: (key: string): string => t`A whiteboard block needs "${key}: ...".`,
  whiteboardMinutes: (most: number): string =>
    t`A whiteboard block needs "minutes: ...", a whole number from 1 to ${most}.`,
  fewPoints: t`A whiteboard block needs "points: ...", two or more things that a good explanation says.`,
  mentorForm: t`What a mentor asks is a list, each with an "ask: ..." and an "answer: ...".`,
  missingInPredict: (key: string): string => t`A predict block needs "${key}: ...".`,
  guessesAndNumber: t`Either "guesses" to choose from, or a "number" to write: not both.`,
  neverAsNumber: t`Nobody can write "never" as a number: let learners choose among guesses.`,
  guessesForm: t`Guesses are a map of at least two: what can be guessed, and the values that make it true, such as "a few seconds: 4s..6s".`,
  guessesOverlap: (guess: string, other: string): string =>
    t`"${excerpt(guess)}" and "${excerpt(other)}" can both be true: let their ranges not overlap.`,
  guessedByNone: (seed: number, value: string, trueOnes: number): string =>
    t`with seed ${seed} it comes out as ${value}, which makes ${trueOnes === 0 ? t`no guess` : t`${trueOnes} guesses`} true`,
  inProve: t`a prove block`,
  inMission: t`a mission's front matter`,
  inMay: t`"may"`,
  inGoal: t`a goal`,
  inMissionProof: t`a mission's prove block`,
  frontMatterOpen: t`The front matter is never closed: put a line with --- after its last key.`,
  noFrontMatter: t`There is no front matter: begin the file with ---, "id: ...", "title: ..." and --- ("${program} course lint --fix" does it).`,
  missingKey: (key: string): string =>
    t`The front matter has no ${key}: write "${key}: ..." ("${program} course lint --fix" does it).`,
  missingSummary: t`The front matter has no summary: write one sentence for the course map, "summary: ...".`,
  idForm: (id: string): string =>
    t`The id "${excerpt(id)}" is hard to type: use small letters, digits and "-" only.`,
  draft: t`This is a draft, so learners do not see it: take out "draft: true" when it is ready.`,
  notKeys: t`Keys are expected here: write lines such as "title: ...".`,
  unknownKey: (key: string, where: string, nearest: string | undefined, known: readonly string[]): string =>
    t`"${excerpt(key)}" is not a key of ${where}: ${meant(nearest, known)}`,
  expectedText: (key: string): string => t`${key} wants one text: write "${key}: ...".`,
  expectedTexts: (key: string): string => t`${key} wants a list of texts: write "${key}: [one, two]".`,
  expectedCount: (key: string, text: string, least: number, most: number): string =>
    t`${key} is "${excerpt(text)}": write a whole number from ${least} to ${most}.`,
  expectedPositive: (key: string, text: string, most: number): string =>
    t`${key} is "${excerpt(text)}": write a number over 0, such as 100, and up to ${most}.`,
  expectedFlag: (key: string, text: string): string => t`${key} is "${excerpt(text)}": write true or false.`,
  expectedTime: (key: string, text: string): string =>
    t`${key} is "${excerpt(text)}": write a time such as 60s.`,

  // lessons
  emptyLesson: t`This lesson says nothing: write its first page under a "## Title".`,
  emptyPage: (title: string): string =>
    t`The page "${excerpt(title)}" is empty: write something under it, or take the heading out.`,
  longPage: (title: string, words: number): string =>
    t`The page "${excerpt(title)}" has ${words} words, more than a minute's reading: part it with another "## Title".`,
  diagramWithoutWords: t`This diagram has no words: say in "words: ..." what it shows, for those who cannot see it.`,
  diagramForm: t`A diagram has either "topology: ID" or "art: |" with the drawing below: write one of them.`,
  inTranscript: t`a transcript block`,
  inConfiguration: t`a configuration block`,
  inNote: t`a note`,
  transcriptWithoutSource: t`Say in "on: ..." on which programs, with their versions, this was recorded.`,
  transcriptWithoutText: t`A transcript needs "text: |" with what was typed and printed below.`,
  configurationOfWhat: t`Say in "of: ..." whose configuration is shown: a component or a host of the topology.`,
  listingNotes: t`The notes are a list: each needs "at: ...", words of the line that it is about, and "words: ...".`,
  noListing: (of: string, topology: string): string =>
    t`The topology "${excerpt(topology)}" has no such configuration of "${excerpt(of)}": see "infra-tutor config".`,
  noteNowhere: (at: string): string => t`No line has "${excerpt(at)}" in it: this note is never shown.`,
  diagramSteps: t`The steps of a diagram are a list: each begins with "- words: ...".`,
  stepWithoutWords: t`This step has no words: say in "words: ..." what it adds to the drawing.`,
  diagramRequest: (text: string): string =>
    t`"${excerpt(text)}" is no request: write "failed", "slowest", or its number in the run.`,
  stepShows: (id: string, topology: string, nearest: string | undefined): string =>
    t`Nothing in the topology "${excerpt(topology)}" is called "${excerpt(id)}"${nearest === undefined ? '.' : t`: did you mean "${nearest}"?`}`,
  stepsInTime: t`The steps of this diagram are moments of a run: each needs "at: ...", later than the one before.`,
  stepsOnOnePage: t`Two things on this page open step by step: give each a page of its own.`,
  diagramNoRequest: t`In this run there is no such request: nothing can be drawn.`,
  diagramRunTooLong: (most: number): string =>
    t`This run is too long to be drawn while somebody waits: keep "for" times "rate" within ${most} requests.`,
  wideArt: (columns: number): string =>
    t`This line of the drawing is ${columns} columns wide: keep it within 76, or a small terminal cuts it.`,
  tabInArt: t`There is a tab in this drawing: use spaces, since tabs are as wide as each terminal likes.`,
  missingTopology: (block: string): string =>
    t`This ${block} block does not say where it runs: write "topology: ID".`,
  missingLookFor: t`This run does not say what to watch: write "look-for: ...".`,
  quizInLesson: t`A question stands in this lesson and is not shown, since its key would be seen: put it into a file in quizzes/.`,
  nearlyChoice: (written: string): string =>
    t`"${excerpt(written)}" is not a choice to markdown: write "- [ ] " or "- [x] ", with the spaces.`,
  termTwice: (term: string, line: number): string =>
    t`"${excerpt(term)}" already stands in line ${line}: put both meanings into one.`,
  linkInside: t`A link to another file can be followed from lessons only, and here its words alone are seen: name the part in the text.`,
  linkElsewhere: t`This address is neither in the course nor on the web, so its words alone are seen: begin it with https://, or name a file of the course.`,
  deadLink: (href: string, nearest: string | undefined): string =>
    t`"${excerpt(href, longestPath)}" leads to nothing in this course: ${nearest === undefined ? t`write the path of a file, or an id.` : t`did you mean "${excerpt(nearest)}"?`}`,
  taskList: t`These boxes are shown and nobody can tick them: write a plain list, or ask in a file in quizzes/.`,
  drawingLanguage: (language: string): string =>
    t`A ${excerpt(language)} block is shown as it is written and not as a picture: draw it in a diagram block.`,
  keyPosition: (place: number, questions: number): string =>
    t`Choice ${place} is the right one in all ${questions} questions, which shows wherever they are printed as they stand here: move some.`,
  unreached: (id: string): string =>
    t`No request reaches "${excerpt(id)}": name it in dns, servers, upstream, reads or writes, or take it out.`,
  htmlTags: t`Tags of HTML are left out and only the text between them is shown: write it in markdown.`,
  imageWithoutWords: t`An image is shown as its words, and this one has none: write ![what it shows](file).`,
  image: t`A terminal shows the words of an image and not the image itself: say in words, or draw, what matters.`,
  footnote: t`Only lessons have footnotes: here it is shown as it is written, so say it in the text.`,
  footnoteUndefined: (name: string, nearest: string | undefined): string =>
    t`There is no footnote "${excerpt(name)}": ${nearest === undefined ? t`write it on a line of its own, "[^${excerpt(name)}]: ...".` : t`did you mean "${excerpt(nearest)}"?`}`,
  footnoteUnused: (name: string): string =>
    t`Nothing refers to the footnote "${excerpt(name)}", so nobody sees it: write [^${excerpt(name)}] after the words that it backs.`,
  footnoteTwice: (name: string, line: number): string =>
    t`The footnote "${excerpt(name)}" already stands in line ${line}: give this one a name of its own.`,
  footnoteEmpty: (name: string): string =>
    t`The footnote "${excerpt(name)}" says nothing: write after the colon where this can be read.`,
  footnoteTooLong: (name: string, characters: number, most: number): string =>
    t`The footnote "${excerpt(name)}" has ${characters} characters: name the source within ${most}, and explain in the text.`,
  tooManyFootnotes: (most: number): string =>
    t`This lesson has more than ${most} footnotes, and the rest isn't read: part it into lessons.`,
  tooManyFootnotesOnPage: (most: number): string =>
    t`This page refers to more than ${most} footnotes, and the rest isn't shown: part it with another "## Title".`,
  alertMark: t`This is shown as it is written: begin the quote with a word in bold instead, such as **Note**.`,
  formula: t`A formula is shown as it is written: write it in words or as code.`,
  codeTooWide: (columns: number, most: number): string =>
    t`This line of code is ${columns} columns wide, and ${most} fit into a terminal of 80: break it.`,
  buriedBlock: (language: string): string =>
    t`A ${language} block must stand at the margin, not in a list or a quote: move it out.`,
  unknownPrerequisite: (id: string, nearest: string | undefined): string =>
    t`No lesson has the id "${excerpt(id)}", named as a prerequisite${nearest === undefined ? t`: take it out.` : t`: did you mean "${excerpt(nearest)}"?`}`,
  ownPrerequisite: t`This lesson names itself as a prerequisite: take it out.`,
  unknownBlock: (language: string, nearest: string): string =>
    t`A "${excerpt(language)}" block is shown as code: did you mean "${excerpt(nearest)}"?`,
  faultAfterEnd: (end: string): string =>
    t`The run ends at ${end}, before this happens: let it run longer, or let this happen earlier.`,

  // characters
  invisibleCharacter: (code: string): string =>
    t`There is a character here that nobody sees (${code}), so it is left out: delete it.`,
  controlCharacter: (code: string): string =>
    t`There is a control character here (${code}), which terminals would obey: take it out.`,
  controlReference: (reference: string): string =>
    t`${reference} stands for a control character, which terminals would obey: take it out.`,
  emojiVariation: t`There is an emoji with a variation selector (U+FE0F), whose width terminals disagree about: use a word or a plain sign.`,

  // quizzes
  emptyQuiz: t`This quiz asks nothing: write a question between a line <quiz> and a line </quiz>.`,
  outsideQuiz: t`This stands after </quiz> and outside of any question, so nobody sees it: move it into a question.`,
  quizNotClosed: t`This <quiz> is never closed: write a line </quiz> after the question.`,
  closedTwice: t`This </quiz> closes nothing: write a line <quiz> before the question.`,
  tagNotAlone: t`This tag needs an empty line before and after it.`,
  commentNotAlone: t`The comment with the id needs a line of its own and an empty line after it.`,
  missingQuestionId: (id: string): string =>
    t`This question has no id, so it is called "${excerpt(id)}" and forgets its answers when it moves: write <!-- id: ... --> after <quiz>.`,
  namedTwice: t`This question has a second id: keep one.`,
  noPrompt: t`This question asks nothing: write the question before the choices.`,
  noChoices: t`This question has nothing to answer with: write choices, "- [ ] wrong" and "- [x] right", a numbered list, [[words]] or [[= 5 s]].`,
  noRightAnswer: t`No choice is marked right: write [x] in the right one.`,
  oneChoice: t`There is only one choice: write at least one wrong one, "- [ ] ...".`,
  allRight: t`All choices are right, so there is nothing to choose: add a wrong one, "- [ ] ...".`,
  choiceBox: t`This choice has no box: begin it with "- [ ] " or "- [x] ".`,
  choiceCode: t`No code begins right behind a box: write "<!-- -->" there, and the code below, indented, after an empty line.`,
  emptyChoice: t`This choice is empty: write its text after the box.`,
  duplicateChoice: (line: number): string =>
    t`This choice says the same as the one in line ${line}: change one of them.`,
  feedbackIndent: t`Feedback belongs inside its choice: indent the quote by two spaces.`,
  missingFeedback: t`This choice has no feedback: say below it, indented, "> why it is right or wrong".`,
  emptyHint: t`This hint says nothing: write it after "Hint:".`,
  missingHint: t`This question has no hint: write "> Hint: ..." before the choices.`,
  missingExplanation: t`This question has no explanation: write a paragraph after the choices.`,
  unknownFence: (language: string): string =>
    t`No type of question reads a ${language} block: ask with choices, "- [ ]" and "- [x]".`,

  // proofs
  nothingToProve: (type: string): string =>
    t`A question of the type ${type} has nothing that a run could prove: take the prove block out.`,
  provenTwice: t`A question has one prove block: take this one out.`,
  rightsPart: (one: number, other: number): string =>
    t`Choices ${one} and ${other} are both right, but no value lies in both ranges: write "measure" and "expect" as maps by choice, or let the ranges meet.`,
  measurePerChoice: t`One choice is right, so all choices share one measure: write "measure: ..." without a map.`,
  missingMeasure: t`This proof measures nothing: write "measure: ...", such as when(marks-down web-2) - 10s.`,
  missingExpect: t`This proof expects nothing: write "expect: { 1: RANGE, 2: RANGE }", a range for each choice.`,
  noSuchChoice: (key: string, name: string, choices: number): string =>
    t`${key} names the choice "${excerpt(name)}", and there are ${choices}: number them from 1.`,
  choicesLeftOut: (key: string, missing: readonly number[]): string =>
    t`${key} leaves out choice ${list(missing)}: every choice needs its own.`,
  rangesOverlap: (right: number, other: number): string =>
    t`The ranges of choice ${right}, which is right, and choice ${other} share a value: part them, such as 4s..6s and 7s..60s.`,
  rangeForm: (text: string): string =>
    t`"${excerpt(text)}" is no range: write FROM..TO, such as 4s..6s, 45%..55%, 3..5 or 10s.., or never.`,
  rangeValue: (text: string, unit: keyof typeof unitForm | undefined): string =>
    t`"${excerpt(text)}" does not fit the measure: write ${unit ? unitForm[unit] : t`a time, a share or a number`}.`,
  rangeBackwards: (text: string): string =>
    t`"${excerpt(text)}" ends before it begins: write the smaller value first.`,
  windowForm: (text: string): string =>
    t`"${excerpt(text)}" is no part of a run: write FROM..TO, such as 10s..20s.`,
  windowEmpty: (text: string): string => t`"${excerpt(text)}" has no length: the second time must be later.`,
  measureSyntax: (text: string): string =>
    t`"${excerpt(text)}" is no measure: write NAME(ARGUMENTS), such as failed(10s..20s).`,
  measureForm: (example: string): string => t`This measure is written like ${example}.`,
  unknownMeasure: (name: string, nearest: string | undefined, known: readonly string[]): string =>
    t`There is no measure "${excerpt(name)}": ${meant(nearest, known)}`,
  unknownInMeasure: (id: string, topology: string, nearest: string | undefined): string =>
    t`${topology} has no component or host "${excerpt(id)}", so there is nothing to measure: ${nearest === undefined ? t`name one that it has.` : t`did you mean "${excerpt(nearest)}"?`}`,
  unknownOutcome: (text: string, nearest: string | undefined, known: readonly string[]): string =>
    t`"${excerpt(text)}" is no outcome: write a status such as 503, or ${nearest ?? list(known)}.`,
  unknownEvent: (text: string, nearest: string | undefined): string =>
    t`"${excerpt(text)}" is no event${nearest === undefined ? t`: write one such as marks-down, promotes or kill.` : t`: did you mean "${excerpt(nearest)}"?`}`,
  whenForm: (example: string): string => t`when wants an event and whom it is about, such as ${example}.`,
  afterForm: t`after wants one time at the end, such as "after 10s".`,
  minusOnlyTime: (name: string): string =>
    t`Only a time can have "- TIME" after it, and ${name} is none: take it out.`,
  minusForm: (text: string): string =>
    t`"${excerpt(text)}" is no time: write "- 10s" or "- when(kill web-2)", the moment to count from.`,

  // numbers
  numberForm: (text: string): string =>
    t`"${excerpt(text)}" is no number to be asked for: write 5 +- 1 s, 4s..6s, 45%..55% or 3..5.`,
  twoRightRanges: t`There is a second right range: keep one "[=]", and let it hold all that is right.`,
  rangeBox: t`This range has no box: begin it with "- [=] " if it is right, or with "- [ ] ".`,
  otherUnit: (text: string, right: string): string =>
    t`"${excerpt(text)}" counts something else than "${excerpt(right)}": write both in the same unit.`,
  rangeMeetsRight: (line: number): string =>
    t`This range shares a value with the right one in line ${line}: part them, such as 4s..6s and 6.1s..60s.`,
  tooHigh: t`That is too much.`,
  tooLow: t`That is too little.`,
  tooWide: t`Part of that is right: give a narrower range.`,
  counts: (low: string | undefined, high: string | undefined): string =>
    low === undefined
      ? t`Anything up to ${high} counts.`
      : high === undefined
        ? t`Anything from ${low} on counts.`
        : t`Anything from ${low} to ${high} counts.`,
  oneMeasure: t`One number is asked for: write one "measure: ...", without a map.`,
  numberExpects: t`The range of the answer is what the run is held against: take "expect" out.`,
  measureOfOtherUnit: (range: string, unit: keyof typeof unitForm): string =>
    t`This measures ${unitForm[unit]}, and the answer is ${range}: measure what is asked for.`,

  // words
  secondBlank: t`There is a second [[...]]: ask for one answer in a question.`,
  blankAlone: t`This [[...]] needs a line of its own, with an empty line before and after it.`,
  emptyBlank: t`Nothing stands in this [[...]]: write the answer, or several, parted by "|".`,
  blankIsCommand: (text: string): string =>
    t`In lines, "${excerpt(text)}" alone is a command: ask for a longer word.`,
  spelt: (text: string): string => t`It is written "${excerpt(text)}".`,

  // places in a drawing
  inPoint: t`a point block`,
  secondPoint: t`A second point block: ask for one answer in a question.`,
  missingPoint: t`Nothing says what is to be pointed at: write "answer: [db-1]", "answer: spof(reads)" or "answer: spof(writes)".`,
  spofForm: t`Write spof(reads) or spof(writes): what stops when one of the components dies.`,
  feedbackForm: t`feedback names components: write "feedback: { db-2: Writes never need the replica. }".`,
  noSuchComponent: (id: string, topology: string, nearest: string | undefined): string =>
    t`${excerpt(topology)} has no component "${excerpt(id)}": ${nearest === undefined ? t`name one that it has.` : t`did you mean "${nearest}"?`}`,
  nothingStops: (topology: string): string =>
    t`No single death stops this in ${excerpt(topology)}, so there is nothing to point at: ask another question.`,
  everythingRight: t`Every component is right, so there is nothing to choose: ask another question.`,
  deathStops: (name: 'reads' | 'writes'): string =>
    name === 'reads' ? t`When it dies, all reads fail.` : t`When it dies, all writes fail.`,
  deathDoesNotStop: (name: 'reads' | 'writes'): string =>
    name === 'reads'
      ? t`When it dies, some reads still succeed.`
      : t`When it dies, some writes still succeed.`,

  // steps to be put in order
  emptyStep: t`This step says nothing: write its text after the number.`,
  fewSteps: (fewest: number): string => t`There are too few steps to put in order: write at least ${fewest}.`,
  anyOrder: t`All steps have the same number, so any order is right: number them 1, 2, 3; only steps that may be swapped share one.`,
  stepNumber: (number: number, before: number): string =>
    t`Step ${number} comes after step ${before}: write the steps in the right order.`,
  secondOrder: t`A second numbered list: only the steps to put in order are numbered; begin the others with "-".`,
  rightUpTo: (steps: number): string =>
    steps === 0
      ? t`It goes wrong at the first step.`
      : steps === 1
        ? t`The first step is right; it goes wrong at the second.`
        : t`The first ${steps} steps are right; then it goes wrong.`,
  tooEarly: t`Too early.`,
  anyOrderOf: (places: readonly number[]): string => t`Steps ${list(places)} may come in any order.`,
  measurePerStep: t`Each step has a moment of its own: write "measure: { 1: when(...), 2: when(...) }", a time for each step.`,
  noMoment: (text: string): string =>
    t`"${excerpt(text)}" is no time: write the moment of the step, when(...).`,
  orderExpects: t`The order of the list says what is expected: take "expect" out.`,

  // the outcome of proofs
  never: 'never',

  // missions
  noGoals: t`This mission has no goals: write "goals:", and below it "- { measure: ..., expect: ..., says: ... }".`,
  onlyBonus: t`Every goal is a bonus, so that doing nothing wins: leave "bonus: true" out of one.`,
  goalForm: t`A goal wants "measure", "expect" and "says", the same as a sentence for the learner.`,
  goalUnread: (text: string, why: string): string => t`the goal "${excerpt(text)}" cannot be read: ${why}`,
  seesForm: (text: string): string =>
    t`sees is "${excerpt(text)}": write "truth", or "monitor" to show only what the monitoring service knows.`,
  missionParts: t`A mission has two parts: "## Briefing" with what the learner is to know before, and at the end "## Debrief".`,
  chanceWhileActing: t`The learner acts in this mission while it runs, so its faults need times of their own: write one time instead of a range.`,
  missionWithoutProof: t`Nothing proves that this mission can be won, and that doing nothing loses: write a prove block with "wins" and "loses".`,
  missionProofForm: t`Write "wins: { set: [...], fault: [...] }" and "loses: { NAME: { ... } }".`,
  missionWithoutHint: t`This mission has no hint: write "> Hint: ...".`,
  unknownMission: (id: string, nearest: string | undefined): string =>
    nearest === undefined
      ? t`No mission has the id "${excerpt(id)}": take it out of the list, or write the mission.`
      : t`No mission has the id "${excerpt(id)}": did you mean "${excerpt(nearest)}"?`,
  noSuchSwitch: (name: string, nearest: string | undefined, known: readonly string[]): string =>
    t`The topology has no switch "${excerpt(name)}": ${meant(nearest, known)}`,
  noSuchVerb: (verb: string, nearest: string | undefined, known: readonly string[]): string =>
    t`"${excerpt(verb)}" is no fault: ${meant(nearest, known)}`,
  doingNothing: t`doing nothing`,
  goodPlay: t`the good play`,
  playRefused: (name: string, why: readonly string[]): string =>
    t`${name} cannot be played: ${why.join(' ')}`,
  playWins: (name: string): string => t`${name} wins, and should lose`,
  playLoses: (name: string, missed: readonly string[]): string => t`${name} loses: ${missed.join('; ')}`,
  proofFalseRight: (choice: number, seed: number, value: string, range: string): string =>
    t`choice ${choice} is marked right, but with seed ${seed} the run gave ${value}, outside ${range}`,
  afterSteps: (steps: readonly number[]): string =>
    steps.length === 0 ? t`happens` : t`after ${list(steps)}`,
  proofOutOfOrder: (choice: number, seed: number, value: string, expected: string): string =>
    expected === t`happens`
      ? t`step ${choice} does not happen with seed ${seed}`
      : t`step ${choice} should come ${expected}, but with seed ${seed} the run gave ${value}`,
  proofTrueWrong: (choice: number, seed: number, value: string, range: string): string =>
    t`choice ${choice} is marked wrong, but with seed ${seed} the run gave ${value}, inside ${range}`,
} as const;
