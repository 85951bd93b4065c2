import ipaddr from "ipaddr.js";
import { ffi, NativeError, type Ffi } from "./ffi.ts";

/** More links than any list of Windows has: a list that goes on beyond is damaged, and not followed to its end. */
const MOST_LINKS = 1024;
/** More rows than any table of a laptop has. */
const MOST_ROWS = 16_384;

function native(): typeof Ffi {
  const loaded = ffi();
  if (loaded === null) throw new NativeError("node:ffi", "not in this runtime");
  return loaded;
}

/** Address of a buffer, to be handed to a native function. The buffer must be kept alive as long as the function uses it. */
export function addressOf(buffer: Uint8Array): bigint {
  return native().getRawPointer(buffer);
}

let needed: unknown = null;

/**
 * Said after the last use of an address: a buffer that nobody refers to any more may be taken away while Windows, or a walk over its pointers,
 * is still reading it.
 */
export function stillNeeded(...buffers: readonly Uint8Array[]): void {
  needed = buffers;
  if (needed === undefined) throw new NativeError("memory", "lost");
}

export function u8(pointer: bigint, offset: number): number {
  return native().getUint8(pointer, offset);
}
export function u16(pointer: bigint, offset: number): number {
  return native().getUint16(pointer, offset);
}
export function u32(pointer: bigint, offset: number): number {
  return native().getUint32(pointer, offset);
}
/** A 64-bit number that is known to be small enough: packets, bits in a second. */
export function u64(pointer: bigint, offset: number): number {
  return Number(native().getUint64(pointer, offset));
}
export function pointerAt(pointer: bigint, offset: number): bigint {
  return native().getUint64(pointer, offset);
}
/** A copy of `length` bytes. */
export function bytesAt(pointer: bigint, offset: number, length: number): Uint8Array {
  return native().toBuffer(pointer + BigInt(offset), length, true);
}

/** UTF-16 text up to its zero, at most `most` characters; empty for no pointer. */
export function wideText(pointer: bigint, most: number): string {
  return textAt(pointer, most, u16, 2);
}

/** Single bytes up to zero, as in names that are ASCII by definition. */
export function narrowText(pointer: bigint, most: number): string {
  return textAt(pointer, most, u8, 1);
}

function textAt(
  pointer: bigint,
  most: number,
  read: (pointer: bigint, offset: number) => number,
  width: number,
): string {
  if (pointer === 0n) return "";
  let text = "";
  for (let at = 0; at < most; at += 1) {
    const code = read(pointer, at * width);
    if (code === 0) break;
    text += String.fromCharCode(code);
  }
  return text;
}

/** Text for a function that takes LPCWSTR. */
export function wideBuffer(text: string): Buffer {
  return Buffer.from(`${text}\0`, "utf16le");
}

/** Members of a linked list, whose `Next` lies at `nextOffset`; a list that turns back on itself ends there. */
export function linked(first: bigint, nextOffset: number): bigint[] {
  const seen = new Set<bigint>();
  for (let at = first; at !== 0n && !seen.has(at) && seen.size < MOST_LINKS; at = pointerAt(at, nextOffset))
    seen.add(at);
  return [...seen];
}

/** Rows of a MIB table: a count of 32 bits, rows from byte 8 on. */
export function tableRows(table: bigint, rowSize: number): bigint[] {
  if (table === 0n) return [];
  const count = Math.min(u32(table, 0), MOST_ROWS);
  return Array.from({ length: count }, (_, index) => table + 8n + BigInt(index * rowSize));
}

/** winsock2.h, AF_INET. */
export const INET = 2;
/** ws2def.h, AF_INET6: not the number of Unix. */
export const INET6 = 23;

/**
 * SOCKADDR_IN (family 0, port 2, address 4; 16 bytes) or SOCKADDR_IN6 (family 0, port 2, flow 4, address 8, scope 24; 28 bytes).
 * learn.microsoft.com: "sockaddr_in6_lh structure (ws2ipdef.h)". Null for another family, or no pointer.
 */
export function socketAddress(pointer: bigint, offset = 0): { readonly address: string; readonly zone: number } | null {
  if (pointer === 0n) return null;
  const family = u16(pointer, offset);
  if (family === INET) return { address: [...bytesAt(pointer, offset + 4, 4)].join("."), zone: 0 };
  if (family !== INET6) return null;
  return {
    address: ipaddr.fromByteArray([...bytesAt(pointer, offset + 8, 16)]).toString(),
    zone: u32(pointer, offset + 24),
  };
}

/** SOCKET_ADDRESS: a pointer at `offset`, the length behind it. */
export function pointedAddress(pointer: bigint, offset: number): string | null {
  return socketAddress(pointerAt(pointer, offset))?.address ?? null;
}
