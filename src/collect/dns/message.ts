import packet, { type Answer, type DecodedPacket } from "dns-packet";
import type { ObservationOf } from "../../evidence/schema.ts";
import { oneLine } from "../../base/terminal-safe.ts";

export type DnsType = ObservationOf<"dns">["evidence"]["type"];
export type Rcode = NonNullable<ObservationOf<"dns">["evidence"]["rcode"]>;

/** What one answer said, whatever the transport. */
export interface DnsAnswer {
  readonly rcode: Rcode;
  readonly truncated: boolean;
  readonly authenticated: boolean;
  readonly answers: readonly string[];
  readonly cnames: readonly string[];
  readonly ttlSeconds: number | null;
}

export interface DnsQuestion {
  readonly id: number;
  readonly name: string;
  readonly type: DnsType;
}

/** More records than this are an attack or a mistake; the first ones are kept. */
const MAX_RECORDS = 64;
/** RFC 1035 4.1.1: header, before any section. */
const HEADER_BYTES = 12;

const RCODES: Readonly<Record<number, Rcode>> = {
  0: "NOERROR",
  1: "FORMERR",
  2: "SERVFAIL",
  3: "NXDOMAIN",
  4: "NOTIMP",
  5: "REFUSED",
};

/**
 * A recursive query of one question, without EDNS: old forwarders in routers answer it more surely, and answers that
 * don't fit come again over TCP.
 */
export function encodeQuery(question: DnsQuestion): Buffer {
  return packet.encode({
    type: "query",
    id: question.id,
    flags: packet.RECURSION_DESIRED | packet.AUTHENTIC_DATA,
    questions: [{ type: question.type, name: question.name, class: "IN" }],
  });
}

/**
 * Reads a datagram. Undefined when it is not the answer to `question` (RFC 5452 9.1: id, question and, by the connected
 * socket, source must match) or not a DNS message at all; the caller goes on waiting, as an off-path forger could have
 * sent it. An answer with an error code and a mangled rest still counts by its code.
 */
export function decodeAnswer(datagram: Buffer, question: DnsQuestion): DnsAnswer | undefined {
  if (datagram.length < HEADER_BYTES || datagram.readUInt16BE(0) !== question.id) return undefined;
  const flags = datagram.readUInt16BE(2);
  if ((flags & 0x8000) === 0) return undefined;
  const rcode = RCODES[flags & 0x000f] ?? "OTHER";
  const truncated = (flags & 0x0200) !== 0;
  const empty: DnsAnswer = { rcode, truncated, authenticated: false, answers: [], cnames: [], ttlSeconds: null };
  const questions = datagram.readUInt16BE(4);
  // Servers that could not read the question send it back empty. An answer without its question is taken by no program,
  // and is not silence; nor is one whose records cannot be read, because fewer are there than it says.
  const unreadable = isVerdictOnName(rcode) ? { ...empty, rcode: "OTHER" as const } : empty;
  if (questions === 0) return unreadable;
  const decoded = decodeSafely(datagram);
  if (decoded === undefined) return rcode === "NOERROR" && truncated ? empty : unreadable;
  if (!matches(decoded, question)) return undefined;
  return { ...collect(decoded.answers ?? [], question), rcode, truncated, authenticated: decoded.flag_ad };
}

/** Only what can be held against its question says anything about a name: that it is there, or that it is not. */
function isVerdictOnName(rcode: Rcode): boolean {
  return rcode === "NOERROR" || rcode === "NXDOMAIN";
}

/** dns-packet throws on compression loops, short records and the like. */
function decodeSafely(datagram: Buffer): DecodedPacket | undefined {
  try {
    return packet.decode(datagram);
  } catch {
    return undefined;
  }
}

function matches(decoded: DecodedPacket, question: DnsQuestion): boolean {
  const [asked] = decoded.questions ?? [];
  return asked !== undefined && asked.type === question.type && sameName(asked.name, question.name);
}

function sameName(left: string, right: string): boolean {
  return left.replace(/\.$/u, "").toLowerCase() === right.replace(/\.$/u, "").toLowerCase();
}

function collect(
  records: readonly Answer[],
  question: DnsQuestion,
): Pick<DnsAnswer, "answers" | "cnames" | "ttlSeconds"> {
  const answers: string[] = [];
  const cnames: string[] = [];
  let ttlSeconds: number | null = null;
  for (const record of records.slice(0, MAX_RECORDS)) {
    const data = dataOf(record, question.type);
    if (data === undefined) continue;
    (record.type === "CNAME" ? cnames : answers).push(data);
    const ttl = "ttl" in record ? record.ttl : undefined;
    if (ttl !== undefined) ttlSeconds = ttlSeconds === null ? ttl : Math.min(ttlSeconds, ttl);
  }
  return { answers, cnames, ttlSeconds };
}

function dataOf(record: Answer, type: DnsType): string | undefined {
  if (record.type === "CNAME") return oneLine(record.data, 253);
  if (record.type !== type) return undefined;
  if (record.type === "A" || record.type === "AAAA") return record.data;
  return record.type === "MX" ? oneLine(record.data.exchange, 253) : undefined;
}
