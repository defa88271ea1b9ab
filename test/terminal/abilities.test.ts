import { describe, expect, it } from 'vitest';
import { abilitiesOf } from '../../src/terminal/abilities.ts';

const nothing = { noColor: false, ascii: false, plain: false, noMotion: false };

function of(env: Record<string, string>, asked: Partial<typeof nothing> = {}, terminal = true) {
  return abilitiesOf(
    { ...nothing, ...asked },
    { env, platform: 'linux', interactive: terminal, stdoutIsTerminal: terminal },
  );
}

const utf8 = { LANG: 'en_US.UTF-8', TERM: 'xterm-256color' };

it('gives a UTF-8 terminal everything', () => {
  expect(of(utf8)).toEqual({ colour: true, ascii: false, plain: false, motion: true });
});

describe('colour', () => {
  it.each([
    [{ ...utf8, NO_COLOR: '1' }, {}, true, false],
    [{ ...utf8, NO_COLOR: '' }, {}, true, true],
    [{ ...utf8, NO_COLOR: '1', FORCE_COLOR: '1' }, {}, true, false],
    [{ ...utf8, FORCE_COLOR: '0' }, {}, true, false],
    [{ ...utf8, FORCE_COLOR: 'false' }, {}, true, false],
    [{ ...utf8, FORCE_COLOR: '1' }, {}, false, true],
    [utf8, {}, false, false],
    [{ ...utf8, TERM: 'dumb' }, {}, true, false],
    [{ LANG: 'C.UTF-8' }, {}, true, false],
    [{ ...utf8, TERM: 'vt100' }, {}, true, false],
    [{ ...utf8, TERM: 'vt220' }, {}, true, false],
    [{ ...utf8, TERM: 'xterm-mono' }, {}, true, false],
    [{ ...utf8, TERM: 'linux-m' }, {}, true, false],
    [{ ...utf8, TERM: 'vt100', FORCE_COLOR: '1' }, {}, true, true],
    [{ ...utf8, TERM: 'linux' }, {}, true, true],
    [{ ...utf8, TERM: 'screen' }, {}, true, true],
    [{ ...utf8, TERM: 'tmux-256color' }, {}, true, true],
    [{ ...utf8, FORCE_COLOR: '1' }, { noColor: true }, true, false],
  ])('%o %o on a terminal: %s -> %s', (env, asked, terminal, colour) => {
    expect(of(env, asked, terminal).colour).toBe(colour);
  });
});

describe('ASCII', () => {
  it.each([
    [{ LANG: 'C' }, true],
    [{ LANG: 'de_DE.ISO-8859-1' }, true],
    [{}, true],
    [{ LANG: 'C.utf8' }, false],
    [{ LANG: 'C', LC_ALL: 'en_GB.UTF-8' }, false],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'C' }, true],
    [{ LANG: 'C', LC_CTYPE: 'en_GB.UTF-8', LC_ALL: '' }, false],
    // their fonts lack most of our signs
    [{ ...utf8, TERM: 'linux' }, true],
    [{ ...utf8, TERM: 'vt100' }, true],
    [{ ...utf8, TERM: 'screen' }, false],
    [{ ...utf8, TERM: 'tmux' }, false],
    [{ ...utf8, TERM: 'xterm' }, false],
  ])('%o -> %s', (env, ascii) => {
    expect(of(env).ascii).toBe(ascii);
  });

  it('comes when it is asked for, and not by an unset locale where terminals are UTF-8 anyway', () => {
    expect(of(utf8, { ascii: true }).ascii).toBe(true);
    const mac = { env: {}, platform: 'darwin', interactive: true, stdoutIsTerminal: true };
    expect(abilitiesOf(nothing, mac).ascii).toBe(false);
  });
});

it.each([
  [{ ...utf8, ACCESSIBLE: '1' }, {}, true],
  [{ ...utf8, INK_SCREEN_READER: 'true' }, {}, true],
  [{ ...utf8, TERM: 'dumb' }, {}, true],
  [{ ...utf8, TERM: 'unknown' }, {}, true],
  [{ LANG: 'C.UTF-8' }, {}, true],
  [{ LANG: 'C.UTF-8', TERM: '' }, {}, true],
  [utf8, { plain: true }, true],
])('gives lines instead of a screen: %o %o', (env, asked, plain) => {
  expect(of(env, asked).plain).toBe(plain);
  expect(of(utf8, {}, false).plain).toBe(true);
});

it('moves nothing where the flag or NO_MOTION asks for stillness', () => {
  expect(of(utf8).motion).toBe(true);
  expect(of(utf8, { noMotion: true }).motion).toBe(false);
  expect(of({ ...utf8, NO_MOTION: '1' }).motion).toBe(false);
  expect(of({ ...utf8, NO_MOTION: '' }).motion).toBe(true);
});

it('needs no TERM on Windows, where nobody sets it', () => {
  const windows = { env: {}, platform: 'win32', interactive: true, stdoutIsTerminal: true };
  expect(abilitiesOf(nothing, windows)).toEqual({ colour: true, ascii: false, plain: false, motion: true });
});
