import type { ObservationOf } from "../../evidence/schema.ts";
import type { Names } from "./names.ts";
import type { Work } from "./work.ts";

export async function controlsStage(_work: Work, _names: Names): Promise<ObservationOf<"control">[]> {
  return [];
}
