import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import type { Pages } from "./pages.ts";

const USUAL_SIZE = 4096;
const LOG_HEAD = 32;
const FRAME_HEAD = 24;
/** The two signs of a log (https://www.sqlite.org/fileformat2.html, 4.1): checksums in little or in big order. */
const LITTLE = 0x377f0682;
const BIG = 0x377f0683;

/** The pages of a database file with what its log puts over them. Close it after use. */
export function openPages(file: string): Pages & { close(): void } {
  const handle = openSync(file, "r");
  const size = pageSize(handle);
  const over = pagesOfLog(`${file}-wal`, size);
  const inFile = Math.ceil(fstatSync(handle).size / size);
  return {
    size,
    count: Math.max(inFile, ...over.keys()),
    page: (number) => over.get(number) ?? readPage(handle, number, size),
    close: () => closeSync(handle),
  };
}

function readPage(handle: number, number: number, size: number): Buffer | undefined {
  if (number < 1) return undefined;
  const page = Buffer.alloc(size);
  return readSync(handle, page, 0, size, (number - 1) * size) === size ? page : undefined;
}

/** The size that the head tells; the usual one where the head is damaged. */
function pageSize(handle: number): number {
  const head = Buffer.alloc(18);
  if (readSync(handle, head, 0, head.length, 0) < head.length) return USUAL_SIZE;
  const told = head.readUInt16BE(16);
  const size = told === 1 ? 65_536 : told;
  return size >= 512 && Number.isInteger(Math.log2(size)) ? size : USUAL_SIZE;
}

/** The newest committed content of each page in the log, up to the first frame that does not hold. */
function pagesOfLog(file: string, size: number): Map<number, Buffer> {
  const committed = new Map<number, Buffer>();
  let log: Buffer;
  try {
    log = readFileSync(file);
  } catch {
    return committed;
  }
  const sign = log.length < LOG_HEAD ? 0 : log.readUInt32BE(0);
  if (sign !== LITTLE && sign !== BIG) return committed;
  const little = sign === LITTLE;
  let sum = checksum(log.subarray(0, 24), little, [0, 0]);
  const salt = log.subarray(16, 24);
  const open = new Map<number, Buffer>();
  for (let at = LOG_HEAD; at + FRAME_HEAD + size <= log.length; at += FRAME_HEAD + size) {
    const page = log.subarray(at + FRAME_HEAD, at + FRAME_HEAD + size);
    sum = checksum(page, little, checksum(log.subarray(at, at + 8), little, sum));
    const holds =
      log.subarray(at + 8, at + 16).equals(salt) &&
      log.readUInt32BE(at + 16) === sum[0] &&
      log.readUInt32BE(at + 20) === sum[1];
    if (!holds) break;
    open.set(log.readUInt32BE(at), page);
    // Only the last frame of a transaction tells the size of the database.
    if (log.readUInt32BE(at + 4) === 0) continue;
    for (const [number, content] of open) committed.set(number, content);
    open.clear();
  }
  return committed;
}

function checksum(bytes: Buffer, little: boolean, before: readonly [number, number]): [number, number] {
  let [one, two] = before;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    one = (one + (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + two) >>> 0;
    two = (two + (little ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + one) >>> 0;
  }
  return [one, two];
}
