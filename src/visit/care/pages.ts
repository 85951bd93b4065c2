/**
 * Reading of rows from the pages of an SQLite database without its trees, for a file whose head, indexes or inner pages
 * are damaged. After the published format (https://www.sqlite.org/fileformat2.html, sections 1.2 to 2.1 and 4).
 */

/** A value as a record holds it; blobs are not used by the store. */
export type Value = string | number | null;

/** One row: `rowid` where it lies in a table with row numbers, null in one without. */
export interface PageRow {
  readonly rowid: number | null;
  readonly values: readonly Value[];
}

const INDEX_INNER = 0x02;
const INDEX_LEAF = 0x0a;
const TABLE_LEAF = 0x0d;
const HEAD_BYTES = 100;
/** No record of the store comes near it; a damaged length must not make us gather the whole file. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Gives a page by its number, from 1; undefined beyond the end. */
export type PageSource = (page: number) => Buffer | undefined;

export interface Pages {
  readonly count: number;
  readonly size: number;
  readonly page: PageSource;
}

/** Rows of all leaves, page after page; cells that make no sense are passed over. */
export function* rowsOfPages(pages: Pages): Generator<PageRow> {
  for (let number = 1; number <= pages.count; number += 1) {
    const page = pages.page(number);
    if (page !== undefined) yield* rowsOfPage(page, number === 1 ? HEAD_BYTES : 0, pages);
  }
}

function* rowsOfPage(page: Buffer, head: number, pages: Pages): Generator<PageRow> {
  const kind = page[head] ?? 0;
  if (kind !== INDEX_INNER && kind !== INDEX_LEAF && kind !== TABLE_LEAF) return;
  const cells = page.readUInt16BE(head + 3);
  const first = head + (kind === INDEX_INNER ? 12 : 8);
  for (let at = 0; at < cells && first + at * 2 + 2 <= page.length; at += 1) {
    const row = rowOfCell(page, page.readUInt16BE(first + at * 2), kind, pages);
    if (row !== null) yield row;
  }
}

function rowOfCell(page: Buffer, begin: number, kind: number, pages: Pages): PageRow | null {
  let at = begin + (kind === INDEX_INNER ? 4 : 0);
  const length = varint(page, at);
  if (length === null || length.value > MOST_BYTES) return null;
  at = length.next;
  let rowid: number | null = null;
  if (kind === TABLE_LEAF) {
    const number = varint(page, at);
    if (number === null) return null;
    rowid = number.value;
    at = number.next;
  }
  const payload = payloadAt(page, at, length.value, kind, pages);
  const values = payload === null ? null : valuesOf(payload);
  return values === null ? null : { rowid, values };
}

/** The bytes of a record: what lies in the page, then the chain of overflow pages. */
function payloadAt(page: Buffer, at: number, length: number, kind: number, pages: Pages): Buffer | null {
  const usable = pages.size;
  const most = kind === TABLE_LEAF ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  if (length <= most) return at + length <= page.length ? page.subarray(at, at + length) : null;
  const fitting = least + ((length - least) % (usable - 4));
  const here = fitting <= most ? fitting : least;
  if (at + here + 4 > page.length) return null;
  const parts = [page.subarray(at, at + here)];
  let left = length - here;
  let next = page.readUInt32BE(at + here);
  while (left > 0) {
    const more = pages.page(next);
    if (more === undefined) return null;
    const part = more.subarray(4, 4 + Math.min(left, usable - 4));
    parts.push(part);
    left -= part.length;
    next = more.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** A record in its own format: a list of types, then the values. Null where it is none. */
function valuesOf(record: Buffer): Value[] | null {
  const head = varint(record, 0);
  if (head === null || head.value > record.length) return null;
  const values: Value[] = [];
  let type = head.next;
  let at = head.value;
  while (type < head.value) {
    const found = varint(record, type);
    if (found === null) return null;
    type = found.next;
    const value = valueOf(record, at, found.value);
    if (value === null) return null;
    values.push(value.value);
    at += value.bytes;
  }
  return at === record.length ? values : null;
}

function valueOf(record: Buffer, at: number, type: number): { readonly value: Value; readonly bytes: number } | null {
  const bytes = type >= 12 ? Math.floor((type - 12) / 2) : (SIZES[type] ?? null);
  if (bytes === null || at + bytes > record.length) return null;
  const value = ((): Value | undefined => {
    if (type === 0) return null;
    if (type === 8 || type === 9) return type - 8;
    if (type === 7) return record.readDoubleBE(at);
    if (type < 7) return bytes === 8 ? Number(record.readBigInt64BE(at)) : record.readIntBE(at, bytes);
    return type % 2 === 1 ? record.toString("utf8", at, at + bytes) : undefined;
  })();
  return value === undefined ? null : { value, bytes };
}

/** Bytes of the types 0 to 9. */
const SIZES: readonly (number | undefined)[] = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function varint(bytes: Buffer, at: number): { readonly value: number; readonly next: number } | null {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    if (index === 8) return { value: value * 256 + byte, next: at + 9 };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return null;
}
