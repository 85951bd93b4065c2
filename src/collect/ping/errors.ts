import type { FailureCode } from "../../evidence/common.ts";

// The first pattern that fits decides. Words of iputils, BusyBox, macOS and Windows in English; "DF" and "TTL" stay in
// translations.
const ICMP: readonly (readonly [RegExp, FailureCode])[] = [
  [/frag\w* needed|packet too big|\bDF\b/iu, "MESSAGE_TOO_BIG"],
  [/time to live exceeded|time exceeded|hop limit|\bTTL\b/iu, "TTL_EXCEEDED"],
  [/prohibit|filtered|policy/iu, "ACCESS_DENIED"],
  [/port unreachable/iu, "PORT_UNREACHABLE"],
  [/\bnet(?:work)? unreachable|no route/iu, "NET_UNREACHABLE"],
  [/host unreachable|address unreachable|unreachable/iu, "HOST_UNREACHABLE"],
];

/**
 * What an ICMP error says. In a language that is not known: `TTL_EXCEEDED` where a small time to live was asked for
 * and another host answers, else `OTHER`.
 */
export function icmpErrorKind(line: string, expectTtl: boolean): FailureCode {
  return ICMP.find(([pattern]) => pattern.test(line))?.[1] ?? (expectTtl ? "TTL_EXCEEDED" : "OTHER");
}

const REFUSALS: readonly (readonly [RegExp, FailureCode | "notAllowed"])[] = [
  [/operation not permitted|permission denied|lacking privilege|are you root/iu, "notAllowed"],
  [/message too long|\bDF\b/iu, "MESSAGE_TOO_BIG"],
  [/network is unreachable|network unreachable/iu, "NET_UNREACHABLE"],
  [/no route to host|host is down|host is unreachable/iu, "HOST_UNREACHABLE"],
  [/cannot assign requested address|can't assign requested address/iu, "ADDRESS_UNAVAILABLE"],
];

/**
 * What the own system said instead of sending (`ping: sendmsg: …`), or null for any other line. Windows says "Packet
 * needs to be fragmented but DF set." without a sender when its own interface is too narrow, and "General failure." or
 * "PING: transmit failed." where it has no way.
 */
export function localRefusal(line: string): FailureCode | "notAllowed" | null {
  if (/^General failure\.?\s*$/u.test(line)) return "OTHER";
  if (/\bDF\b/u.test(line) && !/[\d:]{2,}/u.test(line)) return "MESSAGE_TOO_BIG";
  if (!/^(?:ping6?|\S*\/ping6?|PING|sendto|sendmsg): /iu.test(line)) return null;
  return REFUSALS.find(([pattern]) => pattern.test(line))?.[1] ?? (/transmit failed/iu.test(line) ? "OTHER" : null);
}
