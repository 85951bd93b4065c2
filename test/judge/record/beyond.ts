import type { FailureCode } from "../../../src/evidence/common.ts";
import type { Observation } from "../../../src/evidence/schema.ts";
import { RIGHT_NOW, routed, base, failed, skipped, sixOf } from "./base.ts";
import { GATEWAY, type World } from "../world.ts";

export function beyond(world: World): Observation[] {
  const up = routed(world);
  const { controls } = world.profile;
  const open = (address: string, port: number): FailureCode | null =>
    up ? world.reach({ address, port, transport: "tcp" }) : "PREREQUISITE_DEAD";
  const pageCode = open("192.0.2.81", 80);
  const [target] = controls.ipTargets;
  const stunAddress = up ? "203.0.113.14" : sixOf("hop.tinh.test");
  const stunCode =
    up || routed(world, 6) ? world.reach({ address: stunAddress, port: 3478, transport: "udp" }) : "PREREQUISITE_DEAD";
  // Nobody asks the servers of a system that is switched off.
  const calls = world.profile.systems.some((one) => one.id === "vc" && one.enabled);
  const beyondDown = target === undefined || open(target.address, target.port) !== null;
  return [
    ...controls.ipTargets.map((one): Observation => {
      const code = open(one.address, one.port);
      const family = one.address.includes(":") ? 6 : 4;
      return {
        ...base(
          `control:${one.address}:${one.port}`,
          code === null ? {} : code === "PREREQUISITE_DEAD" ? skipped("connect") : failed("connect", code),
        ),
        collector: "control",
        evidence: {
          ...one,
          family,
          attempts:
            code === "PREREQUISITE_DEAD"
              ? []
              : [
                  code === null
                    ? { port: one.port, outcome: "ok", rttMs: world.rttMs }
                    : { port: one.port, outcome: "failed", code, rttMs: null },
                ],
          answered: code === null,
        },
      };
    }),
    {
      ...base(
        "http-control:http://check.test/",
        pageCode === null ? {} : pageCode === "PREREQUISITE_DEAD" ? skipped("connect") : failed("connect", pageCode),
      ),
      collector: "httpControl",
      evidence: {
        url: "http://check.test/",
        address: "192.0.2.81",
        hops:
          pageCode === null
            ? [
                {
                  url: "http://check.test/",
                  status: world.page.location === null ? 200 : 302,
                  location: world.page.location,
                  date: new Date(RIGHT_NOW).toUTCString(),
                  server: null,
                },
              ]
            : [],
        bodySample: pageCode === null ? world.page.body : "",
        matched: pageCode === null ? world.page.matched : "unknown",
        receivedAtMs: pageCode === null ? RIGHT_NOW + world.clockAheadMs : null,
      },
    },
    ...(calls ? [stun(stunAddress, stunCode)] : []),
    ...(up && world.hops.length > 0
      ? [
          {
            ...base("path:192.0.2.10"),
            collector: "path",
            evidence: { target: "192.0.2.10", hops: [...world.hops], method: "ping" },
          } satisfies Observation,
        ]
      : []),
    ...(up && world.mtu !== null && !beyondDown
      ? [
          {
            ...base("mtu:192.0.2.10"),
            collector: "mtu",
            evidence: { target: "192.0.2.10", ...world.mtu, method: "ping" },
          } satisfies Observation,
        ]
      : []),
    ...(up && world.loss.gateway !== null
      ? [series(`quality:${GATEWAY}:icmp`, GATEWAY, "gateway", world.loss.gateway, 1)]
      : []),
    ...(up && world.loss.lan !== undefined
      ? [series("quality:10.77.0.20:tcp", "10.77.0.20", "lan", world.loss.lan, 1)]
      : []),
    ...(up && world.loss.beyond !== null && !beyondDown
      ? [series("quality:192.0.2.10:tcp", "192.0.2.10", "domestic", world.loss.beyond, world.rttMs)]
      : []),
    ...(up && world.loadedMs !== null
      ? [{ ...loaded(world.loadedMs, world.kbps) }]
      : up && world.kbps !== null
        ? [loaded(world.rttMs + 100, world.kbps)]
        : []),
  ];
}

function stun(address: string, code: FailureCode | null): Observation {
  return {
    ...base(
      "stun:hop.tinh.test:3478",
      code === null ? {} : code === "PREREQUISITE_DEAD" ? skipped("reply") : failed("reply", code),
    ),
    collector: "stun",
    evidence: {
      system: "vc",
      host: "hop.tinh.test",
      port: 3478,
      address,
      sent: code === "PREREQUISITE_DEAD" ? 0 : 5,
      received: code === null ? 5 : 0,
      rttMs: code === null ? [12, 12, 12] : [],
      jitterMs: null,
      mapped: null,
      mappedClass: "unknown",
    },
  };
}

function series(
  id: string,
  address: string,
  scope: "gateway" | "lan" | "domestic",
  [sent, lost]: readonly [number, number],
  rttMs: number,
): Observation {
  const received = sent - lost;
  return {
    ...base(id),
    collector: "quality",
    evidence: {
      address,
      scope,
      method: scope === "gateway" ? "icmp" : "tcp",
      sent,
      received,
      rttMs: Array.from({ length: received }, () => rttMs),
      medianMs: rttMs,
      jitterMs: 1,
      lossPercent: (lost / sent) * 100,
      loaded: false,
      throughputKbps: null,
    },
  };
}

function loaded(rttMs: number, kbps: number | null): Observation {
  return {
    ...base("quality:192.0.2.10:loaded"),
    collector: "quality",
    evidence: {
      address: "192.0.2.10",
      scope: "domestic",
      method: "http",
      sent: 10,
      received: 10,
      rttMs: [rttMs],
      medianMs: rttMs,
      jitterMs: 1,
      lossPercent: 0,
      loaded: true,
      throughputKbps: kbps,
    },
  };
}
