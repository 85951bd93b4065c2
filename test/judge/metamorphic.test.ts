import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../src/evidence/schema.ts";
import { evidenceSchema } from "../../src/evidence/schema.ts";
import { judge } from "../../src/judge/judge.ts";
import { FAULTS } from "./faults.ts";
import { SILENT_VARIANTS } from "./faults/healthy.ts";
import { ADDRESSES, PROFILE } from "./profile.ts";
import { record } from "./record.ts";
import { ETH, HEALTHY, type World } from "./world.ts";

const worlds: readonly World[] = [
  ...FAULTS.map((one) => one.make(HEALTHY)),
  ...SILENT_VARIANTS.map(([, change]) => change(HEALTHY)),
];
const anyEvidence = fc.constantFrom(...worlds).map(record);
const gist = (evidence: Evidence) => {
  const { status, findings, systems } = judge(evidence);
  return {
    status,
    findings: findings.map((one) => [one.cause, one.culprit, one.severity, one.affects]),
    systems: systems.map((one) => [one.id, one.outcome, one.cause]),
  };
};

describe("what must not change a verdict", () => {
  it("is judged the same twice, byte for byte, and after a trip through JSON", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const again = evidenceSchema.parse(JSON.parse(JSON.stringify(evidence)));
        expect(JSON.stringify(judge(again))).toBe(JSON.stringify(judge(evidence)));
      }),
    );
  });

  it("does not depend on the order of the observations", () => {
    fc.assert(
      fc.property(
        anyEvidence.chain((evidence) =>
          fc.tuple(
            fc.constant(evidence),
            fc.shuffledSubarray(evidence.observations, { minLength: evidence.observations.length }),
          ),
        ),
        ([evidence, observations]) => {
          expect(JSON.stringify(judge({ ...evidence, observations }))).toBe(JSON.stringify(judge(evidence)));
        },
      ),
    );
  });

  it("does not depend on the name of the interface", () => {
    fc.assert(
      fc.property(anyEvidence, fc.constantFrom("enp3s0", "Ethernet 2", "Kết nối mạng", "en0"), (evidence, name) => {
        const renamed = evidenceSchema.parse(
          JSON.parse(
            JSON.stringify(evidence)
              .replaceAll('"eth0"', JSON.stringify(name))
              .replaceAll("%eth0", `%${name}`)
              .replaceAll(":eth0", `:${name}`),
          ),
        );
        expect(gist(renamed)).toEqual(gist(evidence));
      }),
    );
  });

  it("does not depend on time zone or platform", () => {
    fc.assert(
      fc.property(
        anyEvidence,
        fc.constantFrom("UTC", "America/Lima", "Asia/Tokyo"),
        fc.constantFrom("win32", "darwin"),
        (evidence, timeZone, platform) => {
          expect(gist({ ...evidence, timeZone, tool: { ...evidence.tool, platform } })).toEqual(gist(evidence));
        },
      ),
    );
  });

  it("does not mind a VPN adapter that is off, nor a container bridge", () => {
    const idle = [
      { ...ETH, name: "tun9", label: "VPN", kind: "vpn" as const, adminUp: false, carrier: false, addresses: [] },
      {
        ...ETH,
        name: "docker0",
        label: "docker0",
        kind: "virtual" as const,
        addresses: [
          {
            address: "172.17.0.1",
            prefix: 16,
            family: 4 as const,
            scope: "global" as const,
            origin: "static" as const,
            duplicate: "unknown" as const,
          },
        ],
      },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...worlds), fc.subarray(idle, { minLength: 1 }), (world, added) => {
        expect(gist(record({ ...world, interfaces: [...world.interfaces, ...added] }))).toEqual(gist(record(world)));
      }),
    );
  });
});

describe("faults that no list holds", () => {
  const hosts = Object.entries(ADDRESSES).filter(([host]) =>
    /^(motcua|vanban|portal)\.tinh|^(dvc|sso)\.quocgia/u.test(host),
  );
  const usersOf = (names: readonly string[]): string[] =>
    PROFILE.systems
      .filter(
        (one) => one.enabled && one.status === "active" && one.endpoints.some((each) => names.includes(each.host)),
      )
      .map((one) => one.id)
      .toSorted();

  it("names any one dead, refusing or broken server, and only its systems", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...hosts),
        fc.constantFrom("TIMEOUT", "HOST_UNREACHABLE", "REFUSED"),
        ([host, address], code) => {
          const [first, ...rest] = judge(
            record({ ...HEALTHY, reach: (one) => (one.address === address ? code : null) }),
          ).findings;
          expect([first?.cause, first?.culprit, first?.affects.toSorted(), rest]).toEqual([
            code === "REFUSED" ? "SERVER_REFUSES" : "SERVER_DOWN",
            "server",
            usersOf([host]),
            [],
          ]);
        },
      ),
    );
  });

  it("blames no part of the way that was seen to work, whichever servers are silent", () => {
    fc.assert(
      fc.property(fc.subarray(hosts, { minLength: 1, maxLength: hosts.length - 1 }), (dead) => {
        const addresses = dead.map(([, address]) => address);
        const verdict = judge(
          record({ ...HEALTHY, reach: (one) => (addresses.includes(one.address) ? "TIMEOUT" : null) }),
        );
        expect(["server", "datacentre"]).toContain(verdict.findings[0]?.culprit);
        const failed = verdict.systems.flatMap((one) => (one.outcome === "failed" ? [one.id] : []));
        expect(failed.toSorted()).toEqual(usersOf(dead.map(([host]) => host)));
      }),
    );
  });

  it("explains every failed system by a finding", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const verdict = judge(evidence);
        const causes = new Set(verdict.findings.map((one) => one.cause));
        expect(
          verdict.systems.filter((one) => one.outcome === "failed" && (one.cause === null || !causes.has(one.cause))),
        ).toEqual([]);
      }),
    );
  });
});
