import { NativeError, openLibrary } from "./ffi.ts";
import { addressOf, stillNeeded, wideBuffer } from "./memory.ts";

/** The registry (advapi32.dll). A value that is not there is null; one that may not be read throws. */
export interface Registry {
  number(root: Root, key: string, name: string): number | null;
  text(root: Root, key: string, name: string): string | null;
  /** REG_MULTI_SZ, or one text as a list of one. */
  list(root: Root, key: string, name: string): readonly string[];
}
export type Root = "machine" | "user";

const FUNCTIONS = {
  RegGetValueW: {
    arguments: ["uint64", "pointer", "pointer", "uint32", "pointer", "pointer", "pointer"],
    return: "uint32",
  },
} as const;

/** winreg.h: HKEY_LOCAL_MACHINE and HKEY_CURRENT_USER, negative numbers of 32 bits made as wide as a pointer. */
const ROOTS: Readonly<Record<Root, bigint>> = { machine: 0xffff_ffff_8000_0002n, user: 0xffff_ffff_8000_0001n };
const RRF_RT_REG_SZ = 0x2;
const RRF_RT_REG_DWORD = 0x10;
const RRF_RT_REG_MULTI_SZ = 0x20;
const ERROR_SUCCESS = 0;
const ERROR_FILE_NOT_FOUND = 2;
const ERROR_MORE_DATA = 234;
const FIRST_BYTES = 1024;
const MOST_BYTES = 65_536;

export function openRegistry(): Registry {
  const { RegGetValueW } = openLibrary("advapi32.dll", FUNCTIONS);
  const value = (root: Root, key: string, name: string, types: number): Buffer | null => {
    const [path, value_] = [wideBuffer(key), wideBuffer(name)];
    for (let bytes = FIRST_BYTES; bytes <= MOST_BYTES; bytes *= 4) {
      const data = Buffer.alloc(bytes);
      const size = Buffer.alloc(4);
      size.writeUInt32LE(bytes, 0);
      const where = [ROOTS[root], addressOf(path), addressOf(value_)] as const;
      const code = RegGetValueW(...where, types, 0n, addressOf(data), addressOf(size));
      stillNeeded(path, value_, data, size);
      if (code === ERROR_SUCCESS) return data.subarray(0, Math.min(bytes, size.readUInt32LE(0)));
      if (code === ERROR_FILE_NOT_FOUND) return null;
      if (code !== ERROR_MORE_DATA) throw new NativeError(`RegGetValueW ${key}`, code);
    }
    throw new NativeError(`RegGetValueW ${key}`, "too long");
  };
  const texts = (bytes: Buffer | null): string[] =>
    (bytes ?? Buffer.alloc(0))
      .toString("utf16le")
      .split("\0")
      .filter((one) => one !== "");
  return {
    number: (root, key, name) => {
      const bytes = value(root, key, name, RRF_RT_REG_DWORD);
      return bytes === null || bytes.length < 4 ? null : bytes.readUInt32LE(0);
    },
    text: (root, key, name) => {
      const bytes = value(root, key, name, RRF_RT_REG_SZ);
      return bytes === null ? null : (texts(bytes)[0] ?? "");
    },
    list: (root, key, name) => texts(value(root, key, name, RRF_RT_REG_MULTI_SZ | RRF_RT_REG_SZ)),
  };
}
