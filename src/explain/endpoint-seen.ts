import type { Lang } from "../base/languages.ts";
import { shownTime } from "../base/shown-time.ts";
import { oneLine } from "../base/terminal-safe.ts";
import type { Evidence } from "../evidence/schema.ts";
import { deriveFacts, type Facts } from "../judge/facts/facts.ts";
import { observed } from "../judge/facts/observed.ts";
import type { Target } from "../judge/facts/target.ts";
import type { Endpoint } from "../profile/schema.ts";
import { endpointTexts } from "../text/endpoint.ts";

/** What one address of the profile was seen to do. */
export interface EndpointSeen {
  readonly system: string;
  readonly endpoint: Endpoint;
  readonly state: Target["state"];
  /** One line for people. */
  readonly says: string;
}

/** Each address that the evidence was to test, in the profile's order, with what was seen there. Pure. */
export function endpointsSeen(evidence: Evidence, lang: Lang): EndpointSeen[] {
  const facts = deriveFacts(evidence);
  return facts.systems.flatMap((system) =>
    system.endpoints.flatMap((endpoint, index) =>
      endpoint.network === "local"
        ? []
        : [{ system: system.id, endpoint, ...seenAt(facts, system.id, endpoint, index, lang) }],
    ),
  );
}

function seenAt(
  facts: Facts,
  system: string,
  endpoint: Endpoint,
  index: number,
  lang: Lang,
): Pick<EndpointSeen, "state" | "says"> {
  if (endpoint.protocol === "stun") return callsAt(facts, endpoint, lang);
  const target = facts.targets.find((one) => one.key === `${system}:${index}`);
  const state = target?.state ?? "untested";
  const details =
    target?.best === null || target === undefined ? [whyNot(facts, system, index, lang)] : told(target, lang);
  return { state, says: sentence(endpointTexts[lang][state], details) };
}

function sentence(word: string, details: readonly string[]): string {
  const parts = details.filter((one) => one !== "");
  return parts.length === 0 ? word : `${word}: ${parts.join("; ")}`;
}

function callsAt(facts: Facts, { host, port }: Endpoint, lang: Lang): Pick<EndpointSeen, "state" | "says"> {
  const texts = endpointTexts[lang];
  const seen = observed(facts.evidence, "stun").find((one) => one.evidence.host === host && one.evidence.port === port);
  if (seen === undefined || seen.evidence.sent === 0) return { state: "untested", says: texts.untested };
  const { received, sent } = seen.evidence;
  const state = received > 0 ? "ok" : "failed";
  return { state, says: sentence(texts[state], [texts.calls(received, sent)]) };
}

function told(target: Target, lang: Lang): string[] {
  const texts = endpointTexts[lang];
  const { best, stage, code } = target;
  const seen = best?.seen;
  const http = seen?.http ?? null;
  if (target.state === "ok")
    return [
      http === null ? "" : texts.status(http.status),
      http?.unread === undefined ? "" : texts.unknownPage,
      certificate(target, lang),
      best?.address ?? "",
      took(target, lang),
    ];
  if (stage === "content" && http !== null)
    return [http.statusExpected === false ? texts.wrongStatus(http.status) : texts.wrongPage];
  return [texts[`at.${stage}`], code === null ? "" : codeWord(code, lang), best?.address ?? ""];
}

function certificate({ best }: Target, lang: Lang): string {
  const texts = endpointTexts[lang];
  const tls = best?.seen.tls ?? null;
  if (tls === null) return "";
  if (tls.nameMatches === false) return texts.otherName;
  if (tls.authorized === false) return texts.untrusted(oneLine(tls.authorizationError ?? "?", 60));
  const [leaf] = tls.chain;
  return leaf === undefined ? "" : texts.until(shownTime(leaf.notAfter, false) ?? oneLine(leaf.notAfter, 40));
}

function took({ best }: Target, lang: Lang): string {
  const steps = Object.values(best?.seen.steps ?? {}).filter((step) => step !== undefined);
  return steps.length === 0
    ? ""
    : endpointTexts[lang].took(Math.round(steps.reduce((sum, one) => sum + one.durationMs, 0)));
}

function whyNot(facts: Facts, system: string, index: number, lang: Lang): string {
  const seen = observed(facts.evidence, "endpoint").find(
    ({ evidence }) => evidence.system === system && evidence.index === index,
  );
  return seen?.failure === undefined ? "" : codeWord(seen.failure.code, lang);
}

function codeWord(code: string, lang: Lang): string {
  const words: Readonly<Record<string, unknown>> = endpointTexts[lang];
  const word = words[`code.${code}`];
  return typeof word === "string" ? word : code;
}
