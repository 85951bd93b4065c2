import { isMail } from "../../../profile/protocols.ts";
import type { Facts } from "../../facts/facts.ts";
import { unique } from "../../facts/observed.ts";
import type { Target } from "../../facts/target.ts";
import { workedElsewhere } from "../control.ts";
import { hostsOf } from "../help.ts";
import type { Draft } from "../rule.ts";
import { answerRule, orElse } from "./answer-rule.ts";

type OwnWord = (hurt: readonly Target[], facts: Facts) => Pick<Draft, "confidence" | "alternatives">;

/** Client errors that pass by themselves (RFC 9110 15.5.9; RFC 8470; RFC 6585): waiting helps, as with the server's own. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

function statusOf({ best }: Target): number {
  return best?.seen.http?.status ?? 0;
}

/** 401: the page is there, and wants a name and a password before it shows anything (RFC 9110 15.5.2). */
export const loginWanted = (ownWord: OwnWord) =>
  answerRule("LOGIN_WANTED", {
    ofTrust: true,
    fails: (one) => one.stage === "content" && statusOf(one) === 401,
    tell(hurt, facts) {
      const wants = unique(hurt.flatMap((one) => one.best?.seen.http?.authenticate ?? []));
      return {
        ...ownWord(hurt, facts),
        impact: "none",
        severity: "info",
        params: { statuses: ["401"], ...(wants.length === 0 ? {} : { wants }) },
      };
    },
  });

/** A client error other than that: the server runs, and what is asked is not what it gives. */
export const requestRefused = (ownWord: OwnWord) =>
  answerRule("REQUEST_REFUSED", {
    ofTrust: true,
    fails: (one) =>
      one.stage === "content" && statusOf(one) >= 400 && statusOf(one) < 500 && !PASSING.has(statusOf(one)),
    tell(hurt, facts) {
      const statuses = unique(hurt.map((one) => String(statusOf(one))));
      const [only] = statuses.length === 1 ? statuses : [];
      const told = only !== undefined && MEANINGS.has(only) ? { meaning: only } : {};
      return { ...ownWord(hurt, facts), params: { statuses, ...told } };
    },
  });

/** Statuses that have their words in text/judge (`meaning.*`). */
const MEANINGS: ReadonlySet<string> = new Set(["400", "403", "404", "405", "407", "410", "426", "451"]);

/** The request was taken, and the connection ended before a whole answer came. */
export const answerBrokenOff = answerRule("ANSWER_BROKEN_OFF", {
  fails: (one) => ["firstByte", "body"].includes(one.stage) && (one.code === "CLOSED" || one.code === "RESET"),
  tell(hurt, facts) {
    const [first] = hurt;
    const bytes = first.best?.seen.http?.bodyBytes ?? 0;
    // A plain request names the host where everybody on the way can read it: a filter of names looks the same.
    const readable = hurt.some((one) => one.best?.seen.tls === null);
    return {
      ...(readable ? orElse(false, ["SNI_BLOCKED"]) : orElse(workedElsewhere(facts, hostsOf(hurt)), ["SNI_BLOCKED"])),
      params: { stage: first.stage, code: first.code ?? "CLOSED", ...(bytes === 0 ? {} : { bytes }) },
    };
  },
});

/** A greeting of 4xx or 5xx (RFC 5321 4.2): the mail server's own words tell why. */
export const mailRefused = answerRule("MAIL_REFUSED", {
  fails: (one) => isMail(one.endpoint.protocol) && /^[45]\d\d\b/u.test(one.best?.seen.mail?.greeting ?? ""),
  tell: ([first]) => ({ params: { said: first.best?.seen.mail?.greeting ?? "" } }),
});
