import type { Failure, FailureCode, Phase } from "../../../src/evidence/common.ts";
import { ADDRESSES } from "../profile.ts";
import type { World } from "../world.ts";

/** The right time in every test; what the laptop believes is `clockAheadMs` away. */
export const RIGHT_NOW = Date.parse("2026-11-21T02:00:00Z");

export const online = (world: World): boolean =>
  world.interfaces.some(
    (one) =>
      one.kind !== "loopback" &&
      one.kind !== "virtual" &&
      one.adminUp !== false &&
      one.carrier !== false &&
      one.addresses.some((each) => each.scope === "global"),
  );
export const routed = (world: World, family: 4 | 6 = 4): boolean =>
  online(world) && world.routes.some((route) => route.family === family && route.destination.endsWith("/0"));

export interface Base {
  readonly id: string;
  readonly target: string;
  readonly startMs: number;
  readonly durationMs: number;
  readonly outcome: "ok" | "failed" | "skipped" | "unknown";
  readonly failure?: Failure;
}
export const base = (id: string, rest: Partial<Base> = {}): Base => ({
  id,
  target: id,
  startMs: 10,
  durationMs: 5,
  outcome: "ok",
  ...rest,
});
export const failed = (phase: Phase, code: FailureCode): Pick<Base, "outcome" | "failure"> => ({
  outcome: "failed",
  failure: { phase, code },
});
export const skipped = (phase: Phase): Pick<Base, "outcome" | "failure"> => ({
  outcome: "skipped",
  failure: { phase, code: "PREREQUISITE_DEAD" },
});

export const hostsOf = (world: World): string[] => [
  ...new Set(
    world.profile.systems
      .filter((one) => one.enabled && one.status !== "retired")
      .flatMap((one) => one.endpoints.filter((each) => each.network === "internet").map((each) => each.host)),
  ),
];

/** The IPv6 address of a host, on the range kept for documentation (RFC 3849). */
export const sixOf = (host: string): string => `2001:db8::${(ADDRESSES[host] ?? "").split(".").slice(2).join(":")}`;
