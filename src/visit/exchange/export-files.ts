import { jsonText } from "../../base/json-text.ts";
import path from "node:path";
import { foldText } from "../../base/fold.ts";
import { isPractice } from "../practice.ts";
import type { Visit } from "../schema.ts";
import type { ExportedVisit } from "./mark.ts";

/** Pretty JSON of one visit: the file that `visits import` takes. */
export function visitJson(visit: ExportedVisit): string {
  return `${jsonText(visit, 1)}\n`;
}

/**
 * ASCII name without blanks, because messengers, sticks and archives break others:
 * qb_19207_ubnd-xa-quang-ninh_20261121-0830_ID.json
 */
export function exportName(visit: Visit): string {
  const place = foldText(visit.site?.name ?? "")
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, 40);
  const unit = (visit.site?.unit.code ?? "").replaceAll(/[^0-9A-Za-z]/gu, "");
  const time = visit.startedAt
    .replaceAll(/[-:]/gu, "")
    .replace("T", "-")
    .slice(0, 13)
    .replaceAll(/[^0-9-]/gu, "");
  return `${[...(isPractice(visit) ? ["luyen-tap"] : []), "qb", unit, place, time, visit.id].filter((part) => part !== "").join("_")}.json`;
}

/** True where the target of an export is one file for all visits, by its name. */
export function isBundle(target: string): boolean {
  return /\.ndjson(?:\.gz)?$/iu.test(path.basename(target));
}
