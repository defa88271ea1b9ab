/** Files as one zip archive (PKWARE APPNOTE 6.3, sections 4.3 and 4.4). Without clock and owners: the same files give the same bytes. */
import { deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** with `/`, no longer than 65,535 bytes */
  readonly path: string;
  readonly text: string;
}

const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, the first day that the format knows */
const FIRST_DAY = (1 << 5) | 1;

/** @param entries fewer than 65,536, all together less than 4 GB: the format's own extension for more isn't written */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, text } of entries) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(text)];
    const packed = deflateRawSync(bytes, { level: 9 });
    const about = Buffer.concat([
      numbers([VERSION, 2], [UTF8_NAMES, 2], [DEFLATED, 2], [0, 2], [FIRST_DAY, 2], [crc32(bytes), 4]),
      numbers([packed.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]),
    ]);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), about, name, packed]);
    const inDirectory = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(Buffer.from('PK\x01\x02'), numbers([VERSION, 2]), about, inDirectory, name);
    files.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const count = entries.length;
  const end = numbers([0, 2], [0, 2], [count, 2], [count, 2], [listed.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...files, listed, Buffer.from('PK\x05\x06'), end]);
}

/** Unsigned numbers of so many bytes each, the lowest byte first. */
function numbers(...all: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    all.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The checksum of ISO 3309; zlib has its own only from Node 22 on. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (remainders[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
