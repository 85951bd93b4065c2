import type { Lang } from "../base/languages.ts";
import { upload } from "../text/upload.ts";
import type { Attempt } from "./send.ts";

/** Why something was not taken, with the next step where there is one. */
export function reasonOf(result: Exclude<Attempt, { kind: "accepted" }>, lang: Lang): string {
  const texts = upload[lang];
  switch (result.kind) {
    case "portal":
      return texts.portal(result.status);
    case "refused":
      return refusal(result.status, lang);
    case "unavailable":
      return texts.unavailable(result.status);
    case "timeout":
      return texts.timeout;
    case "network":
      return texts.network(result.detail);
    case "untrusted":
      return texts.untrusted(result.detail);
    case "aborted":
      return "";
  }
}

/** Statuses that a person can do something about (RFC 9110, 15.5). */
function refusal(status: number, lang: Lang): string {
  const texts = upload[lang];
  switch (status) {
    case 401:
    case 403:
      return texts.denied(status);
    case 404:
    case 405:
    case 410:
      return texts.wrongAddress(status);
    case 409:
      return texts.otherContent(status);
    case 413:
      return texts.tooLarge(status);
    case 400:
    case 415:
    case 422:
      return texts.notUnderstood(status);
    default:
      return texts.refused(status);
  }
}

/** True where every further visit would be turned away for the same reason: the token is not the right one. */
export function isDenied(result: Attempt): boolean {
  return result.kind === "refused" && (result.status === 401 || result.status === 403);
}
