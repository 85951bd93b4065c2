import { NativeError, openLibrary } from "./ffi.ts";
import { addressOf, stillNeeded, pointerAt, u32, wideText } from "./memory.ts";

/** What the user's proxy settings hold, as every browser of Windows reads them. */
export interface UserProxy {
  readonly autoDetect: boolean;
  /** Address of the configuration script; empty for none. */
  readonly script: string;
  /** `host:port`, or `http=h:p;https=h:p`; empty where the proxy is switched off. */
  readonly proxy: string;
  readonly bypass: string;
}

/** learn.microsoft.com: "WINHTTP_CURRENT_USER_IE_PROXY_CONFIG structure (winhttp.h)", on 64 bits. */
const CONFIG = { size: 32, autoDetect: 0, script: 8, proxy: 16, bypass: 24 } as const;
const MOST = 4096;

const FUNCTIONS = { WinHttpGetIEProxyConfigForCurrentUser: { arguments: ["pointer"], return: "int32" } } as const;
const FREE = { GlobalFree: { arguments: ["pointer"], return: "pointer" } } as const;

/** `WinHttpGetIEProxyConfigForCurrentUser`: the settings alone, nothing is looked up. */
export function readUserProxy(): UserProxy {
  const { WinHttpGetIEProxyConfigForCurrentUser } = openLibrary("winhttp.dll", FUNCTIONS);
  const { GlobalFree } = openLibrary("kernel32.dll", FREE);
  const config = Buffer.alloc(CONFIG.size);
  const at = addressOf(config);
  if (WinHttpGetIEProxyConfigForCurrentUser(at) === 0)
    throw new NativeError("WinHttpGetIEProxyConfigForCurrentUser", 0);
  const told = userProxyAt(at);
  for (const offset of [CONFIG.script, CONFIG.proxy, CONFIG.bypass]) {
    const pointer = pointerAt(at, offset);
    if (pointer !== 0n) GlobalFree(pointer);
  }
  stillNeeded(config);
  return told;
}

/** The structure at an address. */
export function userProxyAt(at: bigint): UserProxy {
  return {
    autoDetect: u32(at, CONFIG.autoDetect) !== 0,
    script: wideText(pointerAt(at, CONFIG.script), MOST),
    proxy: wideText(pointerAt(at, CONFIG.proxy), MOST),
    bypass: wideText(pointerAt(at, CONFIG.bypass), MOST),
  };
}
