// Writes the table of agreement between simulator and recordings into docs/model.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from './bundle.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

const { experiments } = await load(at('../test/reality/all.ts'));
const { agreement, withAgreement } = await load(at('../test/reality/table.ts'));

const document = at('../docs/model.md');
const sections = experiments.map(({ title, rows }) => ({ title, rows: rows() }));
writeFileSync(document, withAgreement(readFileSync(document, 'utf8'), agreement(sections)));
const rows = sections.flatMap((section) => section.rows);
console.log(`docs/model.md: ${rows.filter((row) => row.agrees).length} of ${rows.length} lines agree.`);
