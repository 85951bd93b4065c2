import type { Names } from "./names.ts";
import type { Work } from "./work.ts";

export async function callsStage(_work: Work, _names: Names): Promise<void> {}
