import type { ObservationOf } from "../../evidence/schema.ts";
import type { Failure, FailureCode, Phase } from "../../evidence/common.ts";
import type { CollectContext } from "../context/context.ts";
import type { Endpoint, System } from "../../profile/schema.ts";
import { isIPv6 } from "node:net";

/** Observations of what was not attempted, and why. */

function because(phase: Phase, detail: string, code: FailureCode = "PREREQUISITE_DEAD"): Failure {
  return { phase, code, detail };
}

type Moment = Pick<CollectContext, "elapsed">;

function moment(context: Moment): { startMs: number; durationMs: number; outcome: "skipped" } {
  return { startMs: context.elapsed(), durationMs: 0, outcome: "skipped" };
}

export function skippedDns(
  context: Moment,
  server: string,
  role: "configured" | "control",
  name: string,
  detail: string,
): ObservationOf<"dns"> {
  return {
    id: `dns:${server}:${name}:A`,
    collector: "dns",
    target: server,
    ...moment(context),
    failure: because("resolve", detail),
    evidence: {
      server,
      role,
      purpose: "known",
      name,
      type: "A",
      rcode: null,
      answers: [],
      cnames: [],
      ttlSeconds: null,
      authenticated: "unknown",
      rttMs: null,
      attempts: 0,
      transport: "udp",
    },
  };
}

export function skippedControl(
  context: Moment,
  control: {
    readonly address: string;
    readonly port: number;
    readonly region: "domestic" | "foreign";
    readonly label: string;
  },
  detail: string,
): ObservationOf<"control"> {
  return {
    id: `control:${control.address}:${control.port}`,
    collector: "control",
    target: `${control.address}:${control.port}`,
    ...moment(context),
    failure: because("connect", detail),
    evidence: {
      address: control.address,
      port: control.port,
      family: isIPv6(control.address) ? 6 : 4,
      region: control.region,
      label: control.label,
      attempts: [],
      answered: "unknown",
    },
  };
}

/** An endpoint that was not tried: no address, no way to it, or no time left. */
export function skippedEndpoint(
  context: Moment,
  place: {
    readonly system: System;
    readonly index: number;
    readonly endpoint: Endpoint;
    readonly address: string | null;
    readonly family: 4 | 6;
  },
  failure: { readonly phase: Phase; readonly detail: string; readonly code?: FailureCode },
): ObservationOf<"endpoint"> {
  const { system, index, endpoint, address, family } = place;
  return {
    id: `endpoint:${system.id}:${index}:${family}`,
    collector: "endpoint",
    target: `${endpoint.host}:${endpoint.port}`,
    ...moment(context),
    failure: because(failure.phase, failure.detail, failure.code),
    evidence: {
      system: system.id,
      index,
      protocol: endpoint.protocol,
      host: endpoint.host,
      port: endpoint.port,
      path: endpoint.path ?? null,
      family,
      address,
      resolvedBy: null,
      via: "direct",
      steps: {},
      connectTries: 0,
      tls: null,
      http: null,
      mail: null,
      receivedAtMs: null,
    },
  };
}

export function skippedQuality(
  context: Moment,
  target: {
    readonly address: string;
    readonly scope: ObservationOf<"quality">["evidence"]["scope"];
    readonly loaded: boolean;
  },
  detail: string,
): ObservationOf<"quality"> {
  return {
    id: `quality:${target.address}:${target.loaded ? "loaded" : "tcp"}`,
    collector: "quality",
    target: target.address,
    ...moment(context),
    failure: because("connect", detail, target.loaded ? "NOT_CONFIGURED" : "PREREQUISITE_DEAD"),
    evidence: {
      address: target.address,
      scope: target.scope,
      method: target.loaded ? "http" : "tcp",
      sent: 0,
      received: 0,
      rttMs: [],
      medianMs: null,
      jitterMs: null,
      lossPercent: null,
      loaded: target.loaded,
      throughputKbps: null,
    },
  };
}
