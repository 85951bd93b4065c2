import { describe, expect, it } from "vitest";
import type { Evidence, Observation } from "../../src/evidence/schema.ts";
import { judge } from "../../src/judge/judge.ts";
import { RIGHT_NOW } from "./record/base.ts";
import { of, only } from "./said.ts";
import type { Service } from "./world.ts";

/** The office's own resolver answers so late that the probes have gone by what a control said. */
function lent(evidence: Evidence): Evidence {
  const control = evidence.observations.find(
    (one) => one.collector === "dns" && one.evidence.role === "control" && one.evidence.answers.length > 0,
  );
  if (control?.collector !== "dns") throw new Error("no control answered");
  const observations = evidence.observations.map((one): Observation =>
    one.collector === "endpoint" ? { ...one, evidence: { ...one.evidence, resolvedBy: control.evidence.server } } : one,
  );
  return { ...evidence, observations };
}

const HOST = "vanban.tinh.test";
const ago = new Date(RIGHT_NOW - 3 * 86_400_000).toISOString();
const FLAWS: readonly [string, Service, string][] = [
  ["out of date", { certificate: { notAfter: ago } }, "CERT_EXPIRED"],
  ["of nobody", { authorized: false, authorizationError: "SELF_SIGNED_CERT_IN_CHAIN" }, "CERT_UNTRUSTED"],
];

describe("an address that a control lent", () => {
  it.each(FLAWS)("hides no certificate %s where the office's resolver says the same, later", (_, service, cause) => {
    const { status, findings } = judge(lent(of({ service: (host) => (host === HOST ? service : {}) })));
    expect([status, findings.map((one) => one.cause)]).toEqual(["faulty", [cause]]);
  });

  it.each(FLAWS)("hides none %s either where the office's resolver was not heard of it", (_, service, cause) => {
    const evidence = lent(of({ service: (host) => (host === HOST ? service : {}) }));
    const unheard = only(
      evidence,
      (one) => one.collector !== "dns" || one.evidence.role !== "configured" || one.evidence.name !== HOST,
    );
    const { status, findings } = judge(unheard);
    expect(status).toBe("faulty");
    expect(findings.map((one) => one.cause)).toContain(cause);
  });
});
