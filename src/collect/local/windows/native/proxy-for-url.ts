import { z } from "zod";
import { apart } from "./apart.ts";

/** How Windows itself would reach an address, after it has evaluated the script and looked for one. */
export interface UrlProxy {
  readonly url: string;
  /** `host:port` of the first proxy; null: directly. */
  readonly proxy: string | null;
}

interface Question {
  readonly urls: readonly string[];
  /** Address of the script; empty: it is to be found by DHCP and DNS (WPAD). */
  readonly script: string;
  readonly stepMs: number;
}

const answers = z.array(z.object({ url: z.string(), proxy: z.string().nullable() }));

/**
 * `WinHttpGetProxyForUrl` for each address. The script is fetched and run by Windows, never by us. Empty where Windows
 * found none, or not within `timeoutMs`.
 */
export async function proxyForUrls(
  question: Omit<Question, "stepMs">,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<UrlProxy[]> {
  const told = await apart(ask, { ...question, stepMs: Math.max(500, Math.floor(timeoutMs / 3)) }, timeoutMs, signal);
  const read = told.ok ? answers.safeParse(told.value) : null;
  return read?.success === true ? read.data : [];
}

/**
 * In a thread of its own, without anything from outside. learn.microsoft.com: "WINHTTP_AUTOPROXY_OPTIONS structure
 * (winhttp.h)": flags 0, how to detect 4, address of the script 8; 40 bytes are more than enough.
 * "WINHTTP_PROXY_INFO": access 0, proxy 8, exceptions 16.
 */
function ask({ urls, script, stepMs }: Question): unknown {
  const native = process.getBuiltinModule("node:ffi");
  // Both are kept in hand: a library that is let go is closed under its functions.
  const winhttp = native.dlopen("winhttp.dll", {
    WinHttpOpen: { arguments: ["pointer", "uint32", "pointer", "pointer", "uint32"], return: "uint64" },
    WinHttpSetTimeouts: { arguments: ["uint64", "int32", "int32", "int32", "int32"], return: "int32" },
    WinHttpGetProxyForUrl: { arguments: ["uint64", "pointer", "pointer", "pointer"], return: "int32" },
    WinHttpCloseHandle: { arguments: ["uint64"], return: "int32" },
  });
  const kernel = native.dlopen("kernel32.dll", { GlobalFree: { arguments: ["pointer"], return: "pointer" } });
  const http = winhttp.functions;
  const wide = (text: string): Buffer => Buffer.from(`${text}\0`, "utf16le");
  const agent = wide("qbrecover");
  const session = http.WinHttpOpen(native.getRawPointer(agent), 1, 0n, 0n, 0);
  if (session === 0n) return [];
  http.WinHttpSetTimeouts(session, stepMs, stepMs, stepMs, stepMs);
  const place = wide(script);
  const options = Buffer.alloc(40);
  options.writeUInt32LE(script === "" ? 1 : 2, 0);
  options.writeUInt32LE(script === "" ? 3 : 0, 4);
  if (script !== "") options.writeBigUInt64LE(native.getRawPointer(place), 8);
  const found: { url: string; proxy: string | null }[] = [];
  for (const url of urls) {
    const target = wide(url);
    const info = Buffer.alloc(24);
    const at = native.getRawPointer(info);
    const ok = http.WinHttpGetProxyForUrl(session, native.getRawPointer(target), native.getRawPointer(options), at);
    // Where there is no script for the first address there is none for the others.
    if (ok === 0) break;
    const pointer = info.readBigUInt64LE(8);
    let text = "";
    const most = pointer === 0n ? 0 : 2048;
    for (let at = 0; at < most; at += 1) {
      const code = native.getUint16(pointer, at * 2);
      if (code === 0) break;
      text += String.fromCharCode(code);
    }
    for (const offset of [8, 16]) {
      const given = info.readBigUInt64LE(offset);
      if (given !== 0n) kernel.functions.GlobalFree(given);
    }
    const first = text.split(/[;\s]+/u)[0] ?? "";
    found.push({ url, proxy: info.readUInt32LE(0) === 3 && first !== "" ? first.replace(/^\w+=/u, "") : null });
  }
  http.WinHttpCloseHandle(session);
  kernel.lib.close();
  winhttp.lib.close();
  return found;
}
