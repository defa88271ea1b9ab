import { expect, test } from 'vitest';
import { dataDirectory } from '../../src/learner/data-directory.ts';

const at = (env: Record<string, string>, platform = 'linux') =>
  dataDirectory({ env, platform, home: '/home/ada' });

test('progress lives where the learner says, else where the system keeps such data', () => {
  expect(at({ INFRA_TUTOR_HOME: '/mine', XDG_DATA_HOME: '/xdg' })).toBe('/mine');
  expect(at({ XDG_DATA_HOME: '/xdg' })).toBe('/xdg/infra-tutor');
  expect(at({ XDG_DATA_HOME: 'relative' })).toBe('/home/ada/.local/share/infra-tutor');
  expect(at({ INFRA_TUTOR_HOME: '', XDG_DATA_HOME: '' })).toBe('/home/ada/.local/share/infra-tutor');
  expect(at({ LOCALAPPDATA: '/local' }, 'win32')).toBe('/local/infra-tutor');
});
