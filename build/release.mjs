// Publishes what is checked out: `npm run release -- --dry-run` does all of it but the last step.
// It needs a clean tree, a version with its section in CHANGELOG.md, and a tag of that name that stands here.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dry = process.argv.includes('--dry-run');
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

function stop(why) {
  console.error(why);
  process.exit(1);
}

function step(command, ...args) {
  console.log(`> ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) stop(`${command} ${args.join(' ')} failed: nothing was published.`);
}

if (git('status', '--porcelain') !== '') stop('There are changes that are not committed: commit them first.');
if (
  !new RegExp(`^## ${version.replaceAll('.', '\\.')}$`, 'm').test(
    readFileSync(`${root}/CHANGELOG.md`, 'utf8'),
  )
) {
  stop(`CHANGELOG.md has no section "## ${version}": say there what is new.`);
}
if (!git('tag', '--points-at', 'HEAD').split('\n').includes(`v${version}`) && !dry) {
  stop(`No tag v${version} stands here: git tag v${version}.`);
}
step('npm', 'ci');
step('npm', 'test');
// A signed statement of what was built from which commit: npm makes it where it runs in a CI that vouches for it.
const provenance = process.env.CI ? ['--provenance'] : [];
step('npm', 'publish', '--access', 'public', ...provenance, ...(dry ? ['--dry-run'] : []));
