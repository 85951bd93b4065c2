import { EXIT, UserError } from "../../base/exit.ts";
import type { Lang } from "../../base/languages.ts";
import { visits } from "../../text/visits.ts";

/** UserError 64: there is no visit with this id. */
export function noVisit(id: string, lang: Lang): UserError {
  return new UserError(visits[lang].noVisit(id));
}

/** UserError 78: another process changed the same places otherwise. */
export function conflict(id: string, parts: readonly string[], lang: Lang): UserError {
  return new UserError(visits[lang].conflict(id, parts.join(", ")), EXIT.config);
}
