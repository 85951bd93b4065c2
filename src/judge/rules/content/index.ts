import { unique } from "../../facts/observed.ts";
import { hostsOf } from "../help.ts";
import type { Rule } from "../rule.ts";
import { answerRule } from "./answer-rule.ts";
import { serverSlow } from "./server-slow.ts";

/** How an answer fails once the connection stands. The last takes everything that no other accounts for. */
export const content: readonly Rule[] = [
  /** Both sides speak and cannot agree on how to encrypt. */
  answerRule("TLS_HANDSHAKE_FAILED", {
    ofTrust: true,
    fails: (one) => one.stage === "tls" && one.code !== "TIMEOUT",
    tell: ([first]) => ({ params: { code: first.code ?? "OTHER" } }),
  }),
  /** Answers begin and break off, at several servers. */
  answerRule("LARGE_TRANSFER_FAILS", {
    fails: (one) => one.stage === "body",
    tell: (hurt) => (hostsOf(hurt).length < 2 ? null : { confidence: "likely", alternatives: ["MTU_BLACKHOLE"] }),
  }),
  /** The server takes the connection and then says nothing. */
  answerRule("SERVER_HANGS", {
    fails: (one) => ["tls", "firstByte", "body"].includes(one.stage) && one.code === "TIMEOUT",
    tell(hurt) {
      const inTls = hurt.some((one) => one.stage === "tls");
      return {
        confidence: inTls ? "likely" : "certain",
        alternatives: inTls ? ["MTU_BLACKHOLE", "SNI_BLOCKED"] : [],
        params: { stage: hurt[0].stage },
      };
    },
  }),
  /** An answer that says "error": the line is fine. */
  answerRule("SERVER_ERROR", {
    ofTrust: true,
    fails: (one) => one.stage === "content" && (one.best?.seen.http?.status ?? 0) >= 400,
    tell: (hurt) => ({ params: { statuses: unique(hurt.map((one) => String(one.best?.seen.http?.status ?? ""))) } }),
  }),
  /** A page came, and it is another one than expected. */
  answerRule("CONTENT_MISMATCH", {
    ofTrust: true,
    fails: (one) => one.stage === "content",
    tell([first]) {
      const http = first.best?.seen.http;
      const location = http?.hops.findLast((hop) => hop.location !== null)?.location ?? null;
      return { params: { status: http?.status ?? 0, ...(location === null ? {} : { location }) } };
    },
  }),
  /** Something answers, and not in the language of the service. */
  answerRule("BAD_REPLY", {
    fails: (one) => one.stage !== "resolve" && one.stage !== "connect",
    tell: ([first]) => ({ params: { code: first.code ?? "OTHER" } }),
  }),
  serverSlow,
];
