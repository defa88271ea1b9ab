// The licences of the packages whose code is in the bundle, as one text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const line = '-'.repeat(80);

/** Name of the package that a bundled file belongs to; undefined for our own. */
function packageOf(input) {
  const inside = input.lastIndexOf('node_modules/');
  if (inside < 0) return undefined;
  const parts = input.slice(inside + 'node_modules/'.length).split('/');
  const length = parts[0].startsWith('@') ? 2 : 1;
  return input.slice(0, inside) + ['node_modules', ...parts.slice(0, length)].join('/');
}

/** Folders of the packages of which at least one byte is in an output. */
export function bundledPackages(metafile) {
  const folders = new Set();
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = packageOf(input);
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders].sort();
}

/** The licence files of a package; for one that ships none, the text kept in build/licences. */
function licenceText(root, folder, name) {
  const files = readdirSync(join(root, folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
  const kept = join(root, 'build', 'licences', `${name.replace('/', '__')}.txt`);
  if (texts.length === 0 && existsSync(kept)) texts.push(readFileSync(kept, 'utf8').trim());
  if (texts.length === 0) {
    throw new Error(`${folder} is bundled but ships no licence text: put it into ${kept}`);
  }
  return texts.join('\n\n');
}

/** The whole text of THIRD-PARTY-LICENSES.txt. */
export function thirdPartyLicences(root, metafile) {
  const parts = bundledPackages(metafile).map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return `${line}\n${name} ${version} (${license})\n${line}\n\n${licenceText(root, folder, name)}\n`;
  });
  return `infra-tutor contains code of these packages.\n\n${parts.join('\n')}`;
}
