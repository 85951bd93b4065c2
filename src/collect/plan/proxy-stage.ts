import type { Work } from "./work.ts";
import type { Names } from "./names.ts";

export async function proxyStage(_work: Work, _names: Names, _controls: Promise<unknown>): Promise<[]> {
  return [];
}
