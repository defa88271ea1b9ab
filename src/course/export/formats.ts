import { anki } from './anki.ts';
import type { ExportFormat } from './format.ts';
import { gift } from './gift.ts';
import { sheetWithKey, sheetWithoutKey } from './markdown.ts';
import { moodleXml } from './moodle-xml.ts';
import { qti } from './qti.ts';

/** Everything that quizzes can be written as. */
export const exportFormats: readonly ExportFormat[] = [
  gift,
  moodleXml,
  qti,
  anki,
  sheetWithKey,
  sheetWithoutKey,
];
