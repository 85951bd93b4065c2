import type { ObservationOf } from "../../../evidence/schema.ts";
import { classOf } from "../../facts/address.ts";

/** What came in the place of the page with known content. */
export interface StrangePage {
  /** Where it sends the browser: by a redirect, by the page itself (refresh, script); null: nowhere. */
  readonly location: string | null;
  /** It asks for a log-in: status 511 (RFC 6585), or a form with a password. */
  readonly asksToLogIn: boolean;
  /** It speaks of unpaid fees, or stands on a carrier's own host. */
  readonly ofCarrier: boolean;
  /**
   * Nothing to read: an empty page, an error for everything, or whatever an office's own machine says under the name of
   * the check. No portal can be opened there (as Android has it: no Internet).
   */
  readonly isEmpty: boolean;
}

/** Words of pages that a carrier shows to a line it has stopped (Vietnamese with and without diacritics, English). */
const SUSPENDED =
  /thanh[\s_-]?to[aá]n|\bc[uư][oớ]c\b|tạm[\s_-]?ngừng|tam[\s_-]?ngung|khóa|khoa[\s_-]?(?:may|dich|cuoc)|\bnợ\b|suspend|overdue|payment|billing|recharge|nap[\s_-]?tien/iu;

/** Hosts of Vietnamese carriers. */
const CARRIERS =
  /(?:^|\.)(?:vnpt|viettel|viettelportal|fpt|mobifone|vinaphone|cmctelecom|sctv|saigontourist|gtel|itel|netnam)\.(?:com\.vn|net\.vn|vn)$/iu;

const PASSWORD = /<input[^>]+type\s*=\s*["']?password/iu;
const REFRESH = /http-equiv\s*=\s*["']?refresh["']?[^>]*?content\s*=\s*["'][^"'>]*?url\s*=\s*([^"'>\s]+)/iu;
const SCRIPT = /\blocation(?:\.href|\.replace|\.assign)?\s*(?:=|\()\s*["']([^"']+)["']/iu;

export function strangePage({
  evidence: { hops, bodySample, address, url },
}: ObservationOf<"httpControl">): StrangePage {
  const status = hops.at(-1)?.status ?? 0;
  const location = hops.findLast((hop) => hop.location !== null)?.location ?? leadOf(bodySample) ?? movedTo(hops, url);
  const asksToLogIn = status === 511 || PASSWORD.test(bodySample);
  const host = hostOf(location ?? "", url);
  const kind = address === null ? "other" : classOf(address);
  const isHomely = kind === "private" || kind === "loopback" || kind === "unspecified" || kind === "linkLocal";
  return {
    location,
    asksToLogIn,
    ofCarrier: SUSPENDED.test(`${location ?? ""} ${bodySample}`) || CARRIERS.test(host),
    isEmpty: location === null && !asksToLogIn && (status >= 500 || bodySample.trim() === "" || isHomely),
  };
}

/** Where a page sends the browser without a redirect of HTTP. */
function leadOf(body: string): string | null {
  return REFRESH.exec(body)?.[1] ?? SCRIPT.exec(body)?.[1] ?? null;
}

function movedTo(hops: ObservationOf<"httpControl">["evidence"]["hops"], url: string): string | null {
  const last = hops.at(-1)?.url ?? url;
  return hops.length > 1 && last !== url ? last : null;
}

/** The host of an address that may be written relative to another. */
export function hostOf(location: string, base: string): string {
  return URL.canParse(location, base) ? new URL(location, base).hostname.replace(/^\[|\]$/gu, "") : "";
}
