// How long the program takes to say something, against Node itself and against a bundled Ink hello world.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inTurn, tell } from './measure.mjs';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
if (!existsSync(cli)) {
  console.log('start-up: there is no dist/cli.js yet (npm run build)');
} else {
  for (const flag of ['--version', '--help']) {
    const [node, ours] = inTurn(15, ['-e', '0'], [cli, flag]);
    tell(`${flag} against \`node -e 0\``, `${(ours / node).toFixed(2)}x`, '<= 1.5x', ours / node <= 1.5);
  }
}
