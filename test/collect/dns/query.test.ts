import packet from "dns-packet";
import { afterEach, describe, expect, test } from "vitest";
import { dnsQuery, type DnsQuery } from "../../../src/collect/dns/query.ts";
import { startDns, type DnsServer } from "../../../src/practice/servers/dns.ts";
import type { DnsBehaviour } from "../../../src/practice/servers/dns-answer.ts";
import type { Running } from "../../../src/practice/servers/listen.ts";
import { observationSchema } from "../../../src/evidence/schema.ts";
import { testContext } from "../support/context.ts";
import { oddServer, oddUdp } from "../support/servers.ts";
import { soonerThan } from "../../support/sooner.ts";

const open: Running[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

function keep<T extends Running>(server: T): T {
  open.push(server);
  return server;
}

async function resolver(behaviour: Partial<DnsBehaviour>, address = "127.0.0.1"): Promise<DnsServer> {
  return keep(await startDns({ address, port: 0, behaviour }));
}

function query(server: { readonly address: string; readonly port: number }, more: Partial<DnsQuery> = {}): DnsQuery {
  return {
    server: server.address,
    port: server.port,
    role: "configured",
    purpose: "endpoint",
    name: "one.example",
    type: "A",
    tryTimeoutMs: 250,
    tries: 2,
    ...more,
  };
}

describe("answers", () => {
  test("addresses, with time and server", async () => {
    const server = await resolver({ zone: { "one.example": { a: ["192.0.2.7"] } }, authenticated: true });
    const seen = await dnsQuery(testContext(), query(server));
    expect(observationSchema.parse(seen)).toMatchObject({
      id: `dns:127.0.0.1#${String(server.port)}:one.example:A`,
      outcome: "ok",
      evidence: {
        rcode: "NOERROR",
        answers: ["192.0.2.7"],
        ttlSeconds: 60,
        attempts: 1,
        transport: "udp",
        authenticated: true,
      },
    });
    expect(seen.evidence.rttMs).toBeGreaterThan(0);
  });

  test.each<[string, Partial<DnsBehaviour>, string, string]>([
    ["NXDOMAIN", {}, "NXDOMAIN", "NXDOMAIN"],
    ["NODATA", { zone: { "one.example": { aaaa: ["2001:db8::1"] } } }, "NOERROR", "NODATA"],
    ["SERVFAIL", { servfail: "all" }, "SERVFAIL", "SERVFAIL"],
    ["REFUSED", { refuse: true }, "REFUSED", "DNS_REFUSED"],
  ])("%s", async (_label, behaviour, rcode, code) => {
    const seen = await dnsQuery(testContext(), query(await resolver(behaviour)));
    expect(seen).toMatchObject({
      outcome: "failed",
      failure: { phase: "resolve", code },
      evidence: { rcode, attempts: 1 },
    });
  });

  test("over IPv6", async () => {
    const server = await resolver({ zone: { "one.example": { a: ["192.0.2.7"] } } }, "::1");
    expect(await dnsQuery(testContext(), query(server))).toMatchObject({ outcome: "ok" });
  });
});

describe("no answer", () => {
  test("silence is tried again and ends in time", async () => {
    const server = await resolver({ silent: true });
    const seen = await soonerThan(5000, () => dnsQuery(testContext(), query(server)));
    expect(seen).toMatchObject({
      outcome: "failed",
      failure: { code: "TIMEOUT" },
      evidence: { rcode: null, rttMs: null, attempts: 2 },
    });
    expect(server.seen).toHaveLength(2);
  });

  test("a closed port is not silence", async () => {
    const server = await resolver({});
    await server.close();
    const closed = query(server, { tryTimeoutMs: 10_000 });
    expect(await soonerThan(10_000, () => dnsQuery(testContext(), closed))).toMatchObject({
      failure: { code: "PORT_UNREACHABLE" },
      evidence: { attempts: 1 },
    });
  });

  test("the end of the scan ends it", async () => {
    const stop = new AbortController();
    const context = testContext(stop.signal);
    const running = dnsQuery(context, query(await resolver({ silent: true }), { tryTimeoutMs: 10_000 }));
    setTimeout(() => stop.abort(), 30);
    expect(await soonerThan(10_000, () => running)).toMatchObject({ failure: { code: "ABORTED" } });
  });
});

function reply(datagram: Buffer, change: (answer: Buffer) => void): Buffer {
  const asked = packet.decode(datagram);
  const answer = packet.encode({
    type: "response",
    id: asked.id ?? 0,
    questions: asked.questions ?? [],
    answers: [{ type: "A", name: "one.example", ttl: 5, data: "192.0.2.66" }],
  });
  change(answer);
  return answer;
}

describe("hostile answers", () => {
  test("a wrong id, another question or a query sent back is waited past; the right one counts", async () => {
    const server = keep(
      await oddUdp((datagram) => [
        reply(datagram, (answer) => answer.writeUInt16BE((answer.readUInt16BE(0) + 1) & 0xffff, 0)),
        reply(datagram, (answer) => answer.write("two", 13)),
        datagram,
        Buffer.from([1, 2, 3]),
        reply(datagram, () => undefined),
      ]),
    );
    expect(await dnsQuery(testContext(), query(server))).toMatchObject({
      outcome: "ok",
      evidence: { answers: ["192.0.2.66"], attempts: 1 },
    });
  });

  test("a compression loop is a broken answer, not a crash", async () => {
    const server = keep(
      await oddUdp((datagram) => {
        const header = Buffer.from(datagram.subarray(0, 12));
        header.writeUInt16BE(0x8180, 2);
        header.writeUInt16BE(1, 6);
        return [
          Buffer.concat([
            header,
            datagram.subarray(12),
            Buffer.from([0xc0, datagram.length, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4]),
          ]),
        ];
      }),
    );
    expect(await dnsQuery(testContext(), query(server))).toMatchObject({
      outcome: "failed",
      failure: { code: "DNS_FORMAT" },
    });
  });

  test("a FORMERR with nothing else in it counts", async () => {
    const server = keep(
      await oddUdp((datagram) => {
        const header = Buffer.alloc(12);
        header.writeUInt16BE(datagram.readUInt16BE(0), 0);
        header.writeUInt16BE(0x8181, 2);
        return [header];
      }),
    );
    expect(await dnsQuery(testContext(), query(server))).toMatchObject({
      failure: { code: "DNS_FORMAT" },
      evidence: { rcode: "FORMERR" },
    });
  });
});

describe("cut answers", () => {
  function truncating(): Promise<Running> {
    return oddUdp((datagram) => [
      reply(datagram, (answer) => answer.writeUInt16BE(answer.readUInt16BE(2) | 0x0200, 2)),
    ]);
  }

  test("come again over TCP", async () => {
    const addresses = Array.from({ length: 60 }, (_, index) => `192.0.2.${String(index + 1)}`);
    const whole = await resolver({ zone: { "one.example": { a: addresses } } });
    const seen = await dnsQuery(testContext(), query(whole));
    expect(seen.outcome).toBe("ok");
    expect(seen.evidence.answers).toHaveLength(60);
  });

  test("prove nothing where TCP is closed; what came is told", async () => {
    const server = keep(await truncating());
    expect(await dnsQuery(testContext(), query(server))).toMatchObject({
      outcome: "failed",
      failure: { code: "DNS_FORMAT" },
      evidence: { rcode: "NOERROR", answers: [expect.any(String)], truncated: true, transport: "udp", attempts: 2 },
    });
  });

  test("a TCP side that sends garbage for ever ends by the deadline", async () => {
    const tcp = keep(await oddServer((socket) => socket.write(Buffer.from([0xff, 0xff, 1]))));
    const udp = createUdpAt(tcp.port);
    keep(await udp);
    const endless = soonerThan(10_000, () => dnsQuery(testContext(), query(tcp)));
    expect(await endless).toMatchObject({
      outcome: "failed",
      evidence: { rcode: "NOERROR", truncated: true, transport: "udp" },
    });
  });

  async function createUdpAt(port: number): Promise<Running> {
    const { createSocket } = await import("node:dgram");
    const { bindUdp } = await import("../../../src/practice/servers/udp.ts");
    const socket = createSocket("udp4");
    socket.on("message", (datagram, from) => {
      socket.send(
        reply(datagram, (answer) => answer.writeUInt16BE(answer.readUInt16BE(2) | 0x0200, 2)),
        from.port,
        from.address,
      );
    });
    return bindUdp(socket, { address: "127.0.0.1", port });
  }
});
