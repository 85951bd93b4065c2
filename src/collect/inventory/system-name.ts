import os from "node:os";
import { firmwareWord } from "./facts.ts";

/** Name and release as the runtime knows them. */
export function systemName(): string | null {
  return firmwareWord(`${os.version()} ${os.release()} ${os.arch()}`);
}
