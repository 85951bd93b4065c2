import { isIPv6 } from "node:net";
import {
  AUTHENTIC_DATA,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
  type Answer,
  type DecodedPacket,
  type Packet,
  type Question,
} from "dns-packet";
import { isWithin, lookUp, type DnsZone } from "./dns-zone.ts";

/** What a resolver does with a query. All parts may be changed while it runs. */
export interface DnsBehaviour {
  readonly zone: DnsZone;
  /** SERVFAIL for everything, or for these zones and what is below them. */
  readonly servfail: "none" | "all" | readonly string[];
  /** REFUSED for everything. */
  readonly refuse: boolean;
  /** Takes every query and answers none. */
  readonly silent: boolean;
  /** Milliseconds before each answer. */
  readonly delayMs: number;
  /** Address that every unknown name gets instead of NXDOMAIN; null: NXDOMAIN, as it should be. */
  readonly rewriteUnknownTo: string | null;
  /** False or outdated answers: name -> addresses; they win over the zone. */
  readonly overrides: Readonly<Record<string, readonly string[]>>;
  /** Names that are denied to datagrams and answered rightly over a connection: forged on the way. */
  readonly forged: readonly string[];
  readonly ttlSeconds: number;
  /** Every answer over UDP is empty and marked as cut (TC, RFC 1035 4.1.1): the whole one is to be had over TCP. */
  readonly cut: boolean;
  /** Questions of these types are never answered. */
  readonly silentTypes: readonly string[];
  /** Sets the AD bit (RFC 4035 3.2.3). */
  readonly authenticated: boolean;
}

export const HONEST_RESOLVER: DnsBehaviour = {
  zone: {},
  servfail: "none",
  refuse: false,
  silent: false,
  delayMs: 0,
  rewriteUnknownTo: null,
  overrides: {},
  forged: [],
  ttlSeconds: 60,
  cut: false,
  silentTypes: [],
  authenticated: false,
};

const RCODE = { noError: 0, formatError: 1, serverFailure: 2, nameError: 3, refused: 5 } as const;

/** The answer to one query, or null for silence. Pure. */
export function answerTo(query: DecodedPacket, behaviour: DnsBehaviour, over: "udp" | "tcp"): Packet | null {
  if (behaviour.silent) return null;
  const question = query.questions?.[0];
  if (question === undefined) return respond(query, RCODE.formatError, [], behaviour);
  if (behaviour.silentTypes.includes(question.type)) return null;
  if (over === "udp" && behaviour.cut) {
    const short = respond(query, RCODE.noError, [], behaviour);
    return { ...short, flags: (short.flags ?? 0) | TRUNCATED_RESPONSE };
  }
  if (behaviour.refuse) return respond(query, RCODE.refused, [], behaviour);
  const name = question.name.toLowerCase();
  if (over === "udp" && behaviour.forged.includes(name)) return respond(query, RCODE.nameError, [], behaviour);
  if (behaviour.servfail === "all") return respond(query, RCODE.serverFailure, [], behaviour);
  if (behaviour.servfail !== "none" && behaviour.servfail.some((apex) => isWithin(name, apex)))
    return respond(query, RCODE.serverFailure, [], behaviour);
  const forced = behaviour.overrides[name];
  if (forced !== undefined)
    return respond(query, RCODE.noError, addresses(question, forced, behaviour.ttlSeconds), behaviour);
  const found = lookUp(behaviour.zone, question, behaviour.ttlSeconds);
  if (found !== null) return respond(query, RCODE.noError, found, behaviour);
  if (behaviour.rewriteUnknownTo === null) return respond(query, RCODE.nameError, [], behaviour);
  return respond(
    query,
    RCODE.noError,
    addresses(question, [behaviour.rewriteUnknownTo], behaviour.ttlSeconds),
    behaviour,
  );
}

function addresses(question: Question, all: readonly string[], ttl: number): Answer[] {
  const wantSix = question.type === "AAAA";
  if (!wantSix && question.type !== "A") return [];
  return all
    .filter((data) => isIPv6(data) === wantSix)
    .map((data) => ({ type: wantSix ? "AAAA" : "A", name: question.name, ttl, data }));
}

function respond(query: DecodedPacket, rcode: number, answers: Answer[], behaviour: DnsBehaviour): Packet {
  const asked = query.flag_rd ? RECURSION_DESIRED : 0;
  const proven = behaviour.authenticated && answers.length > 0 ? AUTHENTIC_DATA : 0;
  return {
    type: "response",
    id: query.id,
    flags: RECURSION_AVAILABLE | asked | proven | rcode,
    questions: query.questions ?? [],
    answers,
  };
}
