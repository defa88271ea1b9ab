// Every benchmark, each in a process of its own. One by name: `npm run bench -- engine`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ALL = [
  'engine',
  'scaled-up',
  'cost',
  'memory',
  'spof',
  'start',
  'large-course',
  'large-class',
  'long-journal',
  'screen',
  'live-memory',
];
const wanted = process.argv.slice(2);
for (const name of wanted.filter((name) => !ALL.includes(name))) {
  console.error(`There is no benchmark "${name}". There are ${ALL.join(', ')}.`);
  process.exit(2);
}
let failed = false;
for (const name of wanted.length > 0 ? wanted : ALL) {
  console.log(`-- ${name}`);
  const file = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
  failed = spawnSync(process.execPath, [file], { stdio: 'inherit' }).status !== 0 || failed;
}
process.exit(failed ? 1 : 0);
