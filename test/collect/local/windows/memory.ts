import { getRawPointer } from "node:ffi";

/** Memory of a machine as its documentation draws it: structures written byte by byte, with real pointers between them. */
export class NativeMemory {
  readonly #kept: Buffer[] = [];

  /** A structure of `size` bytes, zero but for what is written. */
  structure(size: number, fields: readonly Field[]): bigint {
    const buffer = Buffer.alloc(size);
    for (const [offset, kind, value] of fields) write(buffer, offset, kind, value);
    return this.keep(buffer);
  }

  /** Bytes anywhere; the address of the first. */
  keep(buffer: Buffer): bigint {
    this.#kept.push(buffer);
    return getRawPointer(buffer);
  }

  wide(text: string): bigint {
    return this.keep(Buffer.from(`${text}\0`, "utf16le"));
  }

  narrow(text: string): bigint {
    return this.keep(Buffer.from(`${text}\0`, "latin1"));
  }

  /** SOCKADDR_IN or SOCKADDR_IN6. */
  address(text: string, zone = 0): bigint {
    return this.keep(socketAddress(text, zone));
  }

  /** A MIB table: count, then rows from byte 8 on. */
  table(rows: readonly Buffer[], count = rows.length): bigint {
    const head = Buffer.alloc(8);
    head.writeUInt32LE(count, 0);
    return this.keep(Buffer.concat([head, ...rows]));
  }
}

type Kind = "u8" | "u16" | "u32" | "u64" | "bytes" | "wide";
export type Field = readonly [offset: number, kind: Kind, value: number | bigint | Buffer | string];

/** A row of a table. */
export function row(size: number, fields: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(size);
  for (const [offset, kind, value] of fields) write(buffer, offset, kind, value);
  return buffer;
}

function write(buffer: Buffer, offset: number, kind: Kind, value: Field[2]): void {
  if (Buffer.isBuffer(value)) buffer.set(value, offset);
  else if (typeof value === "string") buffer.write(value, offset, "utf16le");
  else if (kind === "u8") buffer.writeUInt8(Number(value), offset);
  else if (kind === "u16") buffer.writeUInt16LE(Number(value), offset);
  else if (kind === "u32") buffer.writeUInt32LE(Number(value), offset);
  else buffer.writeBigUInt64LE(BigInt(value), offset);
}

/** 28 bytes of SOCKADDR_INET. */
export function socketAddress(text: string, zone = 0): Buffer {
  const buffer = Buffer.alloc(28);
  if (text.includes(".")) {
    buffer.writeUInt16LE(2, 0);
    buffer.set(text.split(".").map(Number), 4);
    return buffer;
  }
  buffer.writeUInt16LE(23, 0);
  const [head = "", tail = ""] = text.split("::");
  const groups = (part: string): number[] =>
    part === "" ? [] : part.split(":").map((one) => Number.parseInt(one, 16));
  const [before, after] = [groups(head), text.includes("::") ? groups(tail) : []];
  const all = [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
  all.forEach((group, at) => buffer.writeUInt16BE(group, 8 + 2 * at));
  buffer.writeUInt32LE(zone, 24);
  return buffer;
}
