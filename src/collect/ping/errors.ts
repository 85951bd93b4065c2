import type { FailureCode } from "../../evidence/common.ts";

// The first pattern that fits decides. Words of iputils, BusyBox and macOS in English.
const ICMP: readonly (readonly [RegExp, FailureCode])[] = [
  [/frag\w* needed|packet too big/iu, "MESSAGE_TOO_BIG"],
  [/time to live exceeded|time exceeded|hop limit/iu, "TTL_EXCEEDED"],
  [/prohibit|filtered|policy/iu, "ACCESS_DENIED"],
  [/port unreachable/iu, "PORT_UNREACHABLE"],
  [/\bnet(?:work)? unreachable|no route/iu, "NET_UNREACHABLE"],
  [/host unreachable|address unreachable|unreachable/iu, "HOST_UNREACHABLE"],
  // Windows in the languages of its most common editions; who sent it decides where none of them fits.
  [
    /nicht erreichbar|impossible de joindre|inac[ce]+s[íi]+[bv]|inaccessible|non raggiungibile|недоступ|nieosi[ąa]galn/iu,
    "HOST_UNREACHABLE",
  ],
  [
    /无法访问|無法連[線接]|到達できません|연결할 수 없|không thể (?:đến|truy cập|kết nối|liên lạc)/iu,
    "HOST_UNREACHABLE",
  ],
];

/**
 * What an ICMP error says in the words of a program that speaks English; `OTHER` for any other language, where who
 * sent it must tell.
 */
export function icmpErrorKind(line: string): FailureCode {
  return ICMP.find(([pattern]) => pattern.test(line))?.[1] ?? "OTHER";
}

const REFUSALS: readonly (readonly [RegExp, FailureCode | "notAllowed"])[] = [
  [/operation not permitted|permission denied|lacking privilege|are you root/iu, "notAllowed"],
  [/message too long/iu, "MESSAGE_TOO_BIG"],
  [/network is unreachable|network unreachable/iu, "NET_UNREACHABLE"],
  [/no route to host|host is down|host is unreachable/iu, "HOST_UNREACHABLE"],
  [/cannot assign requested address|can't assign requested address/iu, "ADDRESS_UNAVAILABLE"],
];

/** What the own system said instead of sending (`ping: sendmsg: …`), or null for any other line. */
export function localRefusal(line: string): FailureCode | "notAllowed" | null {
  if (!/^(?:ping6?|\S*\/ping6?|PING|sendto|sendmsg): /iu.test(line)) return null;
  return REFUSALS.find(([pattern]) => pattern.test(line))?.[1] ?? null;
}
