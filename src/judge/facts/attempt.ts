import type { Evidence, ObservationOf } from "../../evidence/schema.ts";
import type { Family, FailureCode } from "../../evidence/common.ts";
import type { Endpoint, System } from "../../profile/schema.ts";
import { sameAddress } from "./address.ts";
import { lostHopOf } from "./lost-hop.ts";
import { isReal, observed } from "./observed.ts";

type EndpointEvidence = ObservationOf<"endpoint">["evidence"];

/** How far a probe came, in the order of the layers. `content`: an answer came, and it was not the expected one. */
export type Stage = "resolve" | "connect" | "tls" | "firstByte" | "body" | "content" | "done";
export const STAGES: readonly Stage[] = ["resolve", "connect", "tls", "firstByte", "body", "content", "done"];

/** One probe of one endpoint over one address. */
export interface Attempt {
  readonly id: string;
  readonly system: System;
  readonly endpoint: Endpoint;
  /** `system:index`, the same for all addresses and families of one endpoint. */
  readonly key: string;
  readonly family: Family;
  readonly address: string | null;
  /** Where it ended: the endpoint's own place, or that of a redirect's host that could not be asked. */
  readonly ended: { readonly host: string; readonly port: number; readonly address: string | null };
  readonly via: "direct" | "proxy";
  readonly resolvedBy: string | null;
  /**
   * `people`: over an address that the laptop itself would use; `control`: over one that only a control resolver gave.
   */
  readonly way: "people" | "control";
  /** Did the probe run to an end of its own? */
  readonly tried: boolean;
  /** The step that failed; `done` where none did. Meaningless when not tried. */
  readonly stage: Stage;
  readonly code: FailureCode | null;
  readonly connected: boolean;
  readonly startMs: number;
  readonly seen: EndpointEvidence;
}

/** Attempts of all systems that the profile still counts: enabled, not retired, testable. */
export function attemptsOf(evidence: Evidence): readonly Attempt[] {
  const wayOf = waysOf(evidence);
  const systems = new Map(evidence.profile.systems.map((system) => [system.id, system]));
  const hosts = new Set(
    evidence.profile.systems.flatMap((system) => system.endpoints.map((one) => one.host.toLowerCase())),
  );
  return observed(evidence, "endpoint").flatMap((one) => {
    const system = systems.get(one.evidence.system);
    const endpoint = system?.endpoints[one.evidence.index];
    return system === undefined || endpoint === undefined || !isCounted(system)
      ? []
      : [attemptOf(one, system, endpoint, wayOf(one.evidence), hosts)];
  });
}

/**
 * Whose address an attempt went to. Where the laptop's own resolver answers late, the probe has started with what a
 * control said; with one address in common it is the laptop's own way all the same.
 */
function waysOf(evidence: Evidence): (seen: EndpointEvidence) => Attempt["way"] {
  const asked = observed(evidence, "dns").map((one) => one.evidence);
  const answersTo = (host: string, from: (one: (typeof asked)[number]) => boolean): readonly string[] =>
    asked.filter((one) => one.name.toLowerCase() === host && from(one)).flatMap((one) => one.answers);
  const roles = new Set(asked.map((one) => `${one.role}:${one.server}`));
  // Where the hosts file names an address, the laptop goes there, whatever its resolver says.
  const written = new Set(
    observed(evidence, "endpoint").flatMap(({ evidence: seen }) =>
      seen.resolvedBy === "hosts" ? [seen.host.toLowerCase()] : [],
    ),
  );
  return ({ resolvedBy, host, address }) => {
    if (resolvedBy === null || !roles.has(`control:${resolvedBy}`) || roles.has(`configured:${resolvedBy}`))
      return "people";
    const name = host.toLowerCase();
    if (written.has(name)) return "control";
    const lent = [...answersTo(name, (one) => one.server === resolvedBy), ...(address === null ? [] : [address])];
    const own = answersTo(name, (one) => one.role === "configured");
    return own.some((one) => lent.some((other) => sameAddress(one, other))) ? "people" : "control";
  };
}

/** Can this system turn a verdict? Retired, disabled and server-only ones never do. */
export function isCounted(system: System): boolean {
  return system.enabled && system.status !== "retired" && system.notTestable === undefined;
}

function attemptOf(
  one: ObservationOf<"endpoint">,
  system: System,
  endpoint: Endpoint,
  way: Attempt["way"],
  hosts: ReadonlySet<string>,
): Attempt {
  const seen = one.evidence;
  const lost = lostHopOf(one);
  const code = lost?.code ?? one.failure?.code ?? failedStepCode(seen);
  const tried = one.outcome !== "skipped" && one.outcome !== "unknown" && isReal(code);
  return {
    id: one.id,
    system,
    endpoint,
    key: `${seen.system}:${seen.index}`,
    family: seen.family,
    address: seen.address,
    ended: lost ?? { host: endpoint.host, port: endpoint.port, address: seen.address },
    via: seen.via,
    resolvedBy: seen.resolvedBy,
    way,
    tried,
    stage: lost === null ? stageOf(one, hosts) : STAGE_OF_PHASE[lost.phase],
    code: code ?? null,
    connected: seen.steps.connect?.outcome === "ok",
    startMs: one.startMs,
    seen,
  };
}

function failedStepCode(seen: EndpointEvidence): FailureCode | undefined {
  return Object.values(seen.steps).find((step) => step?.outcome === "failed")?.code;
}

/** Older evidence: a redirect to a host of another system of the profile (single sign-on, say) that was not followed. */
function leadsHome({ end, status, hops }: NonNullable<EndpointEvidence["http"]>, hosts: ReadonlySet<string>): boolean {
  if (end !== undefined || status < 300 || status > 399) return false;
  const last = hops.at(-1);
  const target = URL.parse(last?.location ?? "", last?.url);
  return target !== null && target.protocol === "https:" && hosts.has(target.hostname.toLowerCase());
}

/** Is it the expected answer, asked by ourselves or, where the server turns programs away, as a browser asks? */
function asBrowsersSee(http: NonNullable<EndpointEvidence["http"]>): boolean {
  const { statusExpected, asBrowser } = http;
  const bodyMatches = isCutShort(http) ? "unknown" : http.bodyMatches;
  if (statusExpected !== false && bodyMatches !== false) return true;
  return asBrowser?.statusExpected === true && asBrowser.bodyMatches !== false;
}

/** Older evidence read no more than this of a page, and did not say so: what stands behind it nobody knows. */
const OLD_CAP_BYTES = 256 * 1024;

/** Was the page longer than what was read of it? */
export function isCutShort({ bodyWhole, bodyBytes, end }: NonNullable<EndpointEvidence["http"]>): boolean {
  return bodyWhole === false || (end === undefined && bodyBytes === OLD_CAP_BYTES);
}

const STAGE_OF_PHASE = {
  read: "resolve",
  resolve: "resolve",
  proxy: "connect",
  connect: "connect",
  tls: "tls",
  starttls: "tls",
  request: "firstByte",
  firstByte: "firstByte",
  greeting: "firstByte",
  reply: "firstByte",
  body: "body",
} as const;

function stageOf(one: ObservationOf<"endpoint">, hosts: ReadonlySet<string>): Stage {
  const seen = one.evidence;
  for (const stage of ["connect", "tls", "firstByte", "body"] as const) {
    if (seen.steps[stage]?.outcome === "failed") return stage;
  }
  // What this program and the server agreed on is something that no browser offers any more.
  if (seen.tls?.browsersAgree === false) return "tls";
  // Where a control resolver lent the address, the probe went on although the laptop's own look-up had failed.
  if (seen.steps.connect === undefined && seen.steps.resolve?.outcome === "failed") return "resolve";
  // An answer that came is judged by what it was; a certificate that is not trusted belongs to the layer of
  // certificates.
  if (seen.http !== null && !asBrowsersSee(seen.http) && !leadsHome(seen.http, hosts)) return "content";
  if (one.failure !== undefined && one.outcome === "failed" && seen.http === null)
    return STAGE_OF_PHASE[one.failure.phase];
  return "done";
}
