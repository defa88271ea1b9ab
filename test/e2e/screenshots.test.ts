import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { record, SCENES } from '../../build/screenshots.mjs';

test.each(SCENES)('the README shows the program as it is: $file', async (scene) => {
  const shown = readFileSync(new URL(`../../docs/screens/${scene.file}`, import.meta.url), 'utf8');
  expect(await record(scene, inject('cli')), 'run npm run screenshots, and look at what has changed').toBe(
    shown,
  );
});
