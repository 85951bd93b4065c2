import { afterEach, expect, test } from "vitest";
import { probeStun } from "../../../src/collect/probes/stun.ts";
import { observationSchema } from "../../../src/evidence/schema.ts";
import { startStun, type StunBehaviour, type StunServer } from "../../../src/practice/servers/stun.ts";
import type { Running } from "../../../src/practice/servers/listen.ts";
import { testContext } from "../support/context.ts";
import { oddUdp } from "../support/servers.ts";
import { soonerThan } from "../../support/sooner.ts";

const LIMITS = { samples: 8, intervalMs: 10, timeoutMs: 200 };
const open: Running[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function stun(behaviour: Partial<StunBehaviour>, address = "127.0.0.1"): Promise<StunServer> {
  const server = await startStun({ address, port: 0, behaviour });
  open.push(server);
  return server;
}

function ask(server: Running, context = testContext()) {
  return probeStun(context, { system: null, host: "stun.test", port: server.port, address: server.address }, LIMITS);
}

test("round trips, jitter, the own address", async () => {
  const seen = observationSchema.parse(await ask(await stun({})));
  expect(seen).toMatchObject({
    outcome: "ok",
    evidence: { sent: 8, received: 8, mapped: "127.0.0.1", mappedClass: "private" },
  });
});

test.each([
  ["203.0.113.5", "unknown"],
  ["8.8.8.8", "public"],
  ["100.64.1.1", "cgnat"],
  ["192.168.1.5", "private"],
])("an address seen as %s is %s", async (address, mappedClass) => {
  expect((await ask(await stun({ mapped: { address, port: 7 } }))).evidence).toMatchObject({
    mapped: address,
    mappedClass,
  });
});

test("over IPv6", async () => {
  expect((await ask(await stun({}, "::1"))).evidence).toMatchObject({ received: 8, mapped: "::1" });
});

test("loss is counted, late answers find their request", async () => {
  expect((await ask(await stun({ loseEvery: 4 }))).evidence).toMatchObject({ sent: 8, received: 6 });
  const late = (await ask(await stun({ delayMs: 80 }))).evidence;
  expect(late.received).toBe(8);
  expect(Math.min(...late.rttMs)).toBeGreaterThan(75);
});

test("silence, a closed port and garbage are no answers", async () => {
  expect(await ask(await stun({ silent: true }))).toMatchObject({
    outcome: "failed",
    failure: { phase: "reply", code: "TIMEOUT" },
    evidence: { sent: 8, received: 0 },
  });
  const closed = await stun({});
  await closed.close();
  expect((await ask(closed)).failure).toMatchObject({ code: "PORT_UNREACHABLE" });
  const garbage = await oddUdp((datagram) => [
    Buffer.alloc(20),
    Buffer.from("x"),
    Buffer.concat([datagram, Buffer.alloc(50, 255)]),
  ]);
  open.push(garbage);
  expect(await ask(garbage)).toMatchObject({ outcome: "failed", evidence: { received: 0 } });
});

test("the end of the scan keeps what came", async () => {
  const stop = new AbortController();
  const context = testContext(stop.signal);
  const server = await stun({});
  const running = probeStun(
    context,
    { system: "s", host: "h", port: server.port, address: server.address },
    { samples: 1000, intervalMs: 20, timeoutMs: 1000 },
  );
  setTimeout(() => stop.abort(), 110);
  // The thousand would take twenty seconds.
  const seen = await soonerThan(20_000, () => running);
  expect(seen.evidence.received).toBeGreaterThan(2);
  expect(seen.outcome).toBe("ok");
});

test("without an address nothing is sent", async () => {
  const seen = await probeStun(testContext(), { system: null, host: "stun.test", port: 3478, address: null }, LIMITS);
  expect(seen).toMatchObject({ outcome: "skipped", evidence: { sent: 0 } });
});
