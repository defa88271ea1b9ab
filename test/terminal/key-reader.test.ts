import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyReader, LONGEST_PASTE } from '../../src/terminal/key-reader.ts';
import { modifiedKeys, terminalReports } from '../hostile/sequences.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
/** one byte a character, as an 8-bit terminal sends */
const rawBytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function names(sent: string | Uint8Array, reader = new KeyReader()): string[] {
  return reader.read(typeof sent === 'string' ? bytesOf(sent) : sent).map(({ name }) => name);
}

describe('a key', () => {
  it.each([
    ['\x1b[A', 'up'],
    ['\x1bOB', 'down'],
    ['\x1b[1;5C', 'right'],
    ['\x1b[d', 'left'],
    ['\x1b[5~', 'pageup'],
    ['\x1b[6^', 'pagedown'],
    ['\x1b[7$', 'home'],
    ['\x1b[1;2F', 'end'],
    ['\x1b[3~', 'backspace'],
    ['\x7f', 'backspace'],
    ['\b', 'backspace'],
    ['\r', 'enter'],
    ['\n', 'enter'],
    ['\x1bOM', 'enter'],
    ['\t', 'tab'],
    ['\x1b[Z', 'tab'],
    [' ', 'space'],
    ['\x03', 'ctrl+c'],
    ['\x1a', 'ctrl+z'],
    ['G', 'G'],
    ['é', 'é'],
    ['漢', '漢'],
    ['😀', '😀'],
    // the keypad in application mode
    ['\x1bOq', '1'],
    ['\x1bOo', '/'],
  ])('%j is %s', (sent, name) => expect(names(sent)).toEqual([name]));

  it.each([
    ['\x1b[27u', 'escape'],
    ['\x1b[13u', 'enter'],
    ['\x1b[127u', 'backspace'],
    ['\x1b[99;5u', 'ctrl+c'],
    ['\x1b[99;69u', 'ctrl+c'],
    ['\x1b[113u', 'q'],
    ['\x1b[97:65;2u', 'A'],
    ['\x1b[47:63;2u', '?'],
    ['\x1b[97;2u', 'A'],
    ['\x1b[32;;32u', 'space'],
    ['\x1b[57400u', '1'],
    ['\x1b[57419;1:2u', 'up'],
    ['\x1b[1;1:1A', 'up'],
    ['\x1b[27;5;99~', 'ctrl+c'],
  ])('%j of kitty or xterm is %s', (sent, name) => expect(names(sent)).toEqual([name]));

  it.each(['\x1b[113;1:3u', '\x1b[1;1:3A', '\x1b[113;3u', '\x1b[57441u', '\x1b[1114112u', '\x1b[55296u'])(
    '%j is none',
    (sent) => expect(names(`${sent}j`)).toEqual(['j']),
  );

  it('writes its character and nothing else', () => {
    const texts = new KeyReader().read(bytesOf('é \r\x1b[A')).map(({ text }) => text);
    expect(texts).toEqual(['é', ' ', '', '']);
  });
});

describe('ESC', () => {
  it('is a key when nothing follows it', () => {
    const reader = new KeyReader();
    expect(names('\x1b', reader)).toEqual([]);
    expect(reader.waiting).toBe('key');
    expect(reader.flush()).toEqual([{ name: 'escape', text: '' }]);
    expect(reader.waiting).toBeUndefined();
    expect(names('j', reader)).toEqual(['j']);
  });

  it('is as many keys as were pressed', () => {
    const reader = new KeyReader();
    const first = names('\x1b\x1b\x1b', reader);
    expect([...first, ...reader.flush().map(({ name }) => name)]).toEqual(['escape', 'escape', 'escape']);
  });

  it('before a sequence is a key of its own, as when a busy program reads both at once', () => {
    expect(names('\x1b\x1b[A')).toEqual(['escape', 'up']);
    expect(names('\x1b\x1bOB')).toEqual(['escape', 'down']);
  });

  it('before a character is Alt, which does nothing; Ctrl-C is heard all the same', () => {
    expect(names('\x1bq\x1b\r\x1bé')).toEqual([]);
    expect(names('\x1b\x03')).toEqual(['ctrl+c']);
  });
});

describe('a sequence that is no key of ours', () => {
  it.each(modifiedKeys)('%j is swallowed whole', (sequence) => {
    // what is left of it would leave the program, or would be written into a text field
    expect(names(sequence).filter((name) => name.length === 1)).toEqual([]);
    expect(names(`${sequence}j`).at(-1)).toBe('j');
  });

  it.each(terminalReports)('the report %j is swallowed whole', (report) => {
    expect(names(`${report}j`)).toEqual(['j']);
    expect(names(rawBytes(`${report}j`))).toEqual(['j']);
  });

  it('is forgotten when it is never finished', () => {
    for (const begun of ['\x1b[', '\x1b[1;', '\x1bO', '\x1b]10;rgb:', '\x1bP1$r', '\x1b[M!', '\xc3']) {
      const reader = new KeyReader();
      expect(names(rawBytes(begun), reader)).toEqual([]);
      expect(reader.waiting).toBe('sequence');
      expect(reader.flush()).toEqual([]);
      expect(names('j', reader)).toEqual(['j']);
    }
  });

  it('never keeps Ctrl-C or Enter from being heard', () => {
    for (const begun of ['\x1b[1;', '\x1bO', '\x1b]10;', '\x1bP', '\x1b[M', '\xf0\x9f']) {
      expect(names(rawBytes(`${begun}\x03`))).toEqual(['ctrl+c']);
      expect(names(rawBytes(`${begun}\r`))).toEqual(['enter']);
    }
  });

  it('takes no memory, however long it is', () => {
    const reader = new KeyReader();
    expect(names(`\x1b[${'1'.repeat(100_000)}A`, reader)).toEqual([]);
    expect(names(`\x1b]${'q'.repeat(100_000)}\x07j`, reader)).toEqual(['j']);
  });
});

describe('8-bit controls', () => {
  it('are what ESC and a letter are', () => {
    expect(names(rawBytes('\x9bA\x8fB\x9d0;q\x9cj'))).toEqual(['up', 'down', 'j']);
    expect(names(rawBytes('\x9b200~q\x9b201~j'))).toEqual(['paste', 'j']);
  });

  it('are told from the bytes of a character', () => {
    expect(names('\u06dbj')).toEqual(['\u06db', 'j']);
  });
});

it('drops what is no UTF-8, and nothing with it', () => {
  expect(names(rawBytes('\xffj\xc3j\xe9\xe9j\xed\xa0\x80j\xc0\xafj\xf8j'))).toEqual(Array(6).fill('j'));
});

describe('a paste', () => {
  const paste = (text: string) => `\x1b[200~${text}\x1b[201~`;

  it('is one key, whatever is in it', () => {
    const presses = new KeyReader().read(bytesOf(`${paste('q\x03\x1b[A\r\nzwei\té\x1b')}j`));
    expect(presses).toEqual([
      { name: 'paste', text: 'q[A zwei é' },
      { name: 'j', text: 'j' },
    ]);
  });

  it('without an end is over when nothing more comes', () => {
    const reader = new KeyReader();
    expect(names('\x1b[200~quit', reader)).toEqual([]);
    expect(reader.waiting).toBe('sequence');
    expect(reader.flush()).toEqual([{ name: 'paste', text: 'quit' }]);
  });

  it('is cut where nobody needs more', () => {
    const [press] = new KeyReader().read(bytesOf(paste('😀'.repeat(100_000))));
    expect([...(press?.text ?? '')]).toHaveLength(LONGEST_PASTE / 2);
  });
});

const alphabet = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...modifiedKeys, ...terminalReports).map(bytesOf) },
  { weight: 1, arbitrary: fc.constantFrom('\x1b[200~', '\x1b[201~', '\x1b', '\x1bO', '\x1b]').map(bytesOf) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }).map(bytesOf) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 8 }) },
);
const anything = fc.array(alphabet, { maxLength: 20 }).map((parts) => Buffer.concat(parts));

it('survives any bytes, and gives text without a control character', () => {
  fc.assert(
    fc.property(anything, (bytes) => {
      const reader = new KeyReader();
      for (const { name, text } of [...reader.read(bytes), ...reader.flush()]) {
        expect(text).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
        // throws where half of a UTF-16 pair stands alone
        encodeURIComponent(text);
        expect(name).not.toBe('');
      }
      expect(names('j', reader)).toEqual(['j']);
    }),
    { numRuns: 3000 },
  );
});

it('gives the same keys in whatever pieces the bytes come', () => {
  fc.assert(
    fc.property(anything, fc.array(fc.nat(400)), (bytes, cuts) => {
      const whole = new KeyReader().read(bytes);
      const split = new KeyReader();
      const places = [
        0,
        ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b),
        bytes.length,
      ];
      const pieces = places.slice(1).map((to, index) => bytes.subarray(places[index], to));
      expect(pieces.flatMap((piece) => split.read(piece))).toEqual(whole);
    }),
    { numRuns: 2000 },
  );
});
