import { median } from "../../../base/statistics.ts";
import type { Facts } from "../../facts/facts.ts";
import { unique } from "../../facts/observed.ts";
import type { Target } from "../../facts/target.ts";
import { isGenuine, plainUntouched, workedElsewhere } from "../control.ts";
import { hostsOf } from "../help.ts";
import type { Draft, Rule } from "../rule.ts";
import { answerRule, orElse } from "./answer-rule.ts";
import { clientCertificateNeeded } from "./client-certificate.ts";
import { mailWithoutTls } from "./mail-without-tls.ts";
import { programRefused } from "./program-refused.ts";
import { answerBrokenOff, loginWanted, mailRefused, requestRefused } from "./refusals.ts";
import { sentToPlainHttp } from "./sent-to-plain-http.ts";
import { serviceUntil } from "./service-until.ts";
import { serverSlow } from "./server-slow.ts";

/**
 * Is the answer the server's own? An encrypted one, where the server has proven who it is; a plain one, where other plain
 * pages came through untouched.
 */
function ownWord(hurt: readonly Target[], facts: Facts): Pick<Draft, "confidence" | "alternatives"> {
  const secure = hurt.filter((one) => one.best !== null && one.best.seen.tls !== null);
  const proven = secure.every((one) => one.best !== null && isGenuine(one.best));
  const untouched = secure.length === hurt.length || plainUntouched(facts, hostsOf(hurt));
  return orElse(proven && untouched, [
    ...(proven ? [] : ["TLS_INTERCEPTED" as const]),
    ...(untouched ? [] : ["HTTP_TAMPERED" as const]),
  ]);
}

/** A handshake of a second, and five times that of the others. */
function isSlowInTls(facts: Facts, { best, endpoint }: Target): boolean {
  const took = best?.seen.steps.tls?.durationMs ?? 0;
  const rest = facts.attempts.flatMap(({ seen }) =>
    seen.host !== endpoint.host && seen.steps.tls?.outcome === "ok" ? [seen.steps.tls.durationMs] : [],
  );
  const usual = median(rest);
  return took >= 1000 && usual !== null && took > usual * 5;
}

function isAnswered({ best }: Target): boolean {
  return best !== null && best.seen.http !== null && best.seen.steps.firstByte?.outcome === "ok";
}

/** How an answer fails once the connection stands. The last takes everything that no other accounts for. */
export const content: readonly Rule[] = [
  clientCertificateNeeded,
  programRefused,
  sentToPlainHttp,
  /** Both sides speak and cannot agree on how to encrypt. */
  answerRule("TLS_HANDSHAKE_FAILED", {
    ofTrust: true,
    fails: (one) => one.stage === "tls" && one.code !== "TIMEOUT",
    tell: (hurt, facts) => ({
      ...orElse(
        workedElsewhere(facts, hostsOf(hurt), (one) => one.seen.tls !== null),
        ["SNI_BLOCKED"],
      ),
      params: { code: hurt[0].code ?? "OTHER" },
    }),
  }),
  /** The head of the answer came, and its page does not within the time that people wait. */
  answerRule("SERVER_SLOW", {
    fails: (one) =>
      one.stage === "body" && one.code === "TIMEOUT" && isAnswered(one) && one.best?.seen.http?.lost === undefined,
    tell([first]) {
      const { http, steps } = first.best?.seen ?? {};
      return {
        severity: "major",
        confidence: "likely",
        alternatives: ["SNI_BLOCKED"],
        params: {
          ms: Math.round((steps?.firstByte?.durationMs ?? 0) + (steps?.body?.durationMs ?? 0)),
          seconds: Math.max(1, Math.round((steps?.body?.durationMs ?? 0) / 1000)),
          bytes: http?.bodyBytes ?? 0,
        },
      };
    },
  }),
  /** Answers begin and break off, at several servers. */
  answerRule("LARGE_TRANSFER_FAILS", {
    fails: (one) => one.stage === "body",
    tell: (hurt) => (hostsOf(hurt).length < 2 ? null : { confidence: "likely", alternatives: ["MTU_BLACKHOLE"] }),
  }),
  /** The server takes the connection and then says nothing. */
  answerRule("SERVER_HANGS", {
    fails: (one) => ["tls", "firstByte", "body"].includes(one.stage) && one.code === "TIMEOUT",
    tell(hurt, facts) {
      const inTls = hurt.some((one) => one.stage === "tls");
      // Whose encryption crept although everybody else's did not may be throttled by name, and not hang at all.
      const crept = hurt.some((one) => isSlowInTls(facts, one));
      return {
        ...(inTls
          ? orElse(false, ["MTU_BLACKHOLE", "SNI_BLOCKED"])
          : orElse(!crept && workedElsewhere(facts, hostsOf(hurt)), crept ? ["SNI_BLOCKED"] : ["MTU_BLACKHOLE"])),
        params: { stage: hurt[0].stage },
      };
    },
  }),
  loginWanted(ownWord),
  requestRefused(ownWord),
  /** An answer that says "error": the line is fine. */
  answerRule("SERVER_ERROR", {
    ofTrust: true,
    fails: (one) => one.stage === "content" && (one.best?.seen.http?.status ?? 0) >= 400,
    tell: (hurt, facts) => ({
      ...ownWord(hurt, facts),
      params: {
        statuses: unique(hurt.map((one) => String(one.best?.seen.http?.status ?? ""))),
        ...serviceUntil(hurt, facts),
      },
    }),
  }),
  /** A page came, and it is another one than expected. */
  answerRule("CONTENT_MISMATCH", {
    ofTrust: true,
    fails: (one) => one.stage === "content",
    tell(hurt, facts) {
      const http = hurt[0].best?.seen.http;
      const location = http?.hops.findLast((hop) => hop.location !== null)?.location ?? null;
      return {
        ...ownWord(hurt, facts),
        params: { status: http?.status ?? 0, ...(location === null ? {} : { location }) },
      };
    },
  }),
  mailRefused,
  answerBrokenOff,
  /** Something answers, and not in the language of the service. */
  answerRule("BAD_REPLY", {
    fails: (one) => one.stage !== "resolve" && one.stage !== "connect",
    tell(hurt, facts) {
      const [first] = hurt;
      const said = first.best?.seen.mail?.greeting ?? null;
      return {
        ...orElse(workedElsewhere(facts, hostsOf(hurt)), ["HTTP_TAMPERED"]),
        params: { code: first.code ?? "OTHER", ...(said === null ? {} : { said }) },
      };
    },
  }),
  mailWithoutTls,
  serverSlow,
];
