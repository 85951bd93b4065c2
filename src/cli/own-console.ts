import { once } from "node:events";
import { openLibrary } from "../collect/local/windows/native/ffi.ts";
import { addressOf } from "../collect/local/windows/native/memory.ts";

const CONSOLE = { GetConsoleProcessList: { arguments: ["pointer", "uint32"], return: "uint32" } } as const;

/** Was the program started by a double click? Then the console is its own alone, and closes with it. */
export function hasOwnConsole(platform: NodeJS.Platform): boolean {
  if (platform !== "win32") return false;
  try {
    const ids = Buffer.alloc(16);
    return openLibrary("kernel32.dll", CONSOLE).GetConsoleProcessList(addressOf(ids), 4) === 1;
  } catch {
    return false;
  }
}

/** Keeps a window open that would close before anybody could read it. */
export async function waitForKey(say: (text: string) => void, message: string): Promise<void> {
  say(`\n${message}\n`);
  process.stdin.resume();
  await once(process.stdin, "data");
  process.stdin.pause();
}
