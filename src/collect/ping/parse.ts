import { isIP } from "node:net";
import type { FailureCode } from "../../evidence/common.ts";
import { icmpErrorKind, localRefusal } from "./errors.ts";
import { readSummary } from "./summary.ts";

export interface PingReport {
  /** At least one line was one that a ping program writes. */
  readonly recognised: boolean;
  /** The program said that it may not, or does not know the options. */
  readonly refused: boolean;
  /** From the summary, null where there was none. */
  readonly sent: number | null;
  readonly received: number;
  readonly rttMs: number[];
  readonly errors: { from: string | null; kind: FailureCode }[];
  readonly toldMtu: number | null;
}

/** No ping program writes longer ones; the patterns below take their time with them. */
const LONGEST_LINE = 300;
const ADDRESS = /(?<![\w:.])((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*(?:%[\w.-]+)?)(?![\w])/giu;
// `ttl=64`, `TTL=64`, `hlim=64` (macOS, IPv6): every program and every language writes it so, and only for an answer.
const ANSWER_MARK = /\b(?:ttl|hlim|hop limit)\s*=\s*\d+/iu;
// `time=12.3 ms`, `thời gian=12ms`, `tiempo<1m`, `время=15мс`, `temps=12 ms`: a number with a unit behind it, whatever
// the words are. A word before the sign of the next pair (`bytes=32 time=…`) is that pair's label and no unit.
const TIME = /([=<])\s*([\d.,]*\d)[^\S\r\n]?(?![^\s=<]+\s*[=<])[^\s\d=<.,()]/gu;
// `icmp_seq=2`, `seq=2`: a second answer with one number is the double of the first.
const SEQUENCE = /(?:\b|_)seq=(\d+)/u;
const TOLD_MTU = /mtu\s*=?\s*(\d{2,5})/iu;
// Not any "timeout": the list of options, which a program prints when it refuses them, has the word too.
const SILENCE = /request time(?:out|d out)|no answer yet/iu;

/**
 * Reads the output of any ping program, whatever its language: answers are known by `TTL=` and `=12ms`, errors by their
 * sender.
 * Lines that are not known are passed over; never throws.
 * @param target the address that was asked
 * @param limitedTtl a small time to live was asked for, so an unreadable error of another host is most likely its end
 * @param own addresses of this laptop: what it says itself is "nobody there", never a router's word
 */
export function parsePing(
  output: string,
  target: string,
  limitedTtl: boolean,
  own: ReadonlySet<string> = new Set(),
): PingReport {
  const rttMs: number[] = [];
  const errors: PingReport["errors"] = [];
  const numbers = new Set<string>();
  let answers = 0;
  let sent: number | null = null;
  let toldMtu: number | null = null;
  let known = false;
  let refused = false;
  for (const line of output.split(/\r?\n/u)) {
    if (line.length > LONGEST_LINE) continue;
    const counted = readSummary(line);
    if (counted !== null) {
      sent = counted;
      known = true;
      continue;
    }
    const refusal = localRefusal(line);
    if (refusal === "notAllowed") refused = true;
    else if (refusal !== null) {
      errors.push({ from: null, kind: refusal });
      toldMtu ??= mtuIn(line);
      known = true;
    }
    if (refusal !== null) continue;
    // A second answer to one request (two hosts with one address, a loop) is no answer to another.
    if (/\(DUP!?\)/u.test(line)) continue;
    const from = addressIn(line, target);
    if (isAnswer(line, from, target)) {
      const number = SEQUENCE.exec(line)?.[1];
      if (number !== undefined && numbers.has(number)) continue;
      if (number !== undefined) numbers.add(number);
      answers += 1;
      const rtt = timeIn(line);
      if (rtt !== null) rttMs.push(rtt);
      known = true;
    } else if (isError(line, from)) {
      errors.push({ from, kind: kindOf(line, from, bare(target), limitedTtl, own) });
      toldMtu ??= mtuIn(line);
      known = true;
    } else if (SILENCE.test(line)) known = true;
  }
  const received = sent === null ? answers : Math.min(answers, sent);
  return { recognised: known, refused, sent, received, rttMs: rttMs.slice(0, received), errors, toldMtu };
}

/**
 * Who says it tells more than the words: the laptop itself, and a neighbour of the target's own network, can only say
 * that nobody is there.
 */
function kindOf(
  line: string,
  from: string | null,
  target: string,
  limitedTtl: boolean,
  own: ReadonlySet<string>,
): FailureCode {
  const told = icmpErrorKind(line);
  if (told !== "OTHER") return told;
  if (from !== null && (own.has(from) || isBeside(from, target))) return "HOST_UNREACHABLE";
  return limitedTtl && from !== target ? "TTL_EXCEEDED" : "OTHER";
}

/** Another machine of the target's own /24: packets to the target do not pass through it. */
function isBeside(from: string, target: string): boolean {
  const network = (address: string): string => address.slice(0, address.lastIndexOf("."));
  return from !== target && isIP(from) === 4 && isIP(target) === 4 && network(from) === network(target);
}

function isAnswer(line: string, from: string | null, target: string): boolean {
  if (ANSWER_MARK.test(line)) return true;
  // Some tell no hop limit: the time alone, beside the address, marks the answer.
  return from === bare(target) && [...line.matchAll(TIME)].length === 1;
}

/** `From X icmp_seq=1 …`, `36 bytes from X: …`. Headings begin with PING. */
function isError(line: string, from: string | null): boolean {
  if (from === null || /^PING|---/u.test(line)) return false;
  return /^From\s/u.test(line) || /:\s+\S.*[^\s:]\s*$/u.test(line);
}

function timeIn(line: string): number | null {
  const match = [...line.matchAll(TIME)].at(-1);
  if (match === undefined) return null;
  const value = Number((match[2] ?? "").replace(",", "."));
  if (!Number.isFinite(value)) return null;
  return match[1] === "<" ? value / 2 : value;
}

function addressIn(line: string, target: string): string | null {
  const words = [...line.matchAll(ADDRESS)].map((match) => bare((match[1] ?? "").replace(/[:.]$/u, "")));
  return words.find((word) => isIP(word) !== 0) ?? (line.includes(target) ? bare(target) : null);
}

function bare(address: string): string {
  return address.replace(/%.*$/u, "");
}

function mtuIn(line: string): number | null {
  const value = Number(TOLD_MTU.exec(line)?.[1]);
  return Number.isInteger(value) && value > 0 ? value : null;
}
