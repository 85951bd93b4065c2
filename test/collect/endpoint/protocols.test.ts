import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Authority, Identity } from "../../../src/practice/servers/authority.ts";
import { startDns } from "../../../src/practice/servers/dns.ts";
import { startHttp } from "../../../src/practice/servers/http.ts";
import { startHttps } from "../../../src/practice/servers/https.ts";
import { startImaps } from "../../../src/practice/servers/imaps.ts";
import type { Running } from "../../../src/practice/servers/listen.ts";
import { startProxy } from "../../../src/practice/servers/proxy.ts";
import { refusingPort } from "../../../src/practice/servers/refuse.ts";
import { startSmtp, type SmtpServer } from "../../../src/practice/servers/smtp.ts";
import { startStun } from "../../../src/practice/servers/stun.ts";
import { startOcsp, startTsa } from "../../../src/practice/servers/tsa.ts";
import { probe, type Wanted } from "../support/endpoint.ts";
import { oddServer, testAuthority } from "../support/servers.ts";

const place = { address: "127.0.0.1", port: 0 };
const now = (): number => Date.now();
const open: Running[] = [];
let authority: Authority;
let identity: Identity;
beforeAll(async () => {
  authority = await testAuthority();
  identity = await authority.leaf({ names: ["one.test"] });
});
afterAll(async () => {
  await Promise.all(open.map((server) => server.close()));
});

async function started<T extends Running>(server: Promise<T>): Promise<T> {
  const running = await server;
  open.push(running);
  return running;
}

describe("smtp", () => {
  const smtp = (server: SmtpServer, more: Partial<Wanted> = {}) =>
    probe({ endpoint: { protocol: "smtp", port: server.port }, trust: [authority.root], ...more });

  test("greeting, STARTTLS and its certificate", async () => {
    const server = await started(startSmtp({ ...place, identity, implicitTls: false }));
    expect(await smtp(server)).toMatchObject({
      outcome: "ok",
      evidence: {
        mail: { greeting: "220 mail ESMTP", starttlsOffered: true, starttlsDone: true },
        tls: { authorized: true, nameMatches: true },
        steps: { connect: { outcome: "ok" }, firstByte: { outcome: "ok" }, tls: { outcome: "ok" } },
      },
    });
  });

  test("STARTTLS not offered is a fact; a greeting that turns away is a failure", async () => {
    const server = await started(
      startSmtp({ ...place, identity, implicitTls: false, behaviour: { offerStarttls: false } }),
    );
    expect(await smtp(server)).toMatchObject({
      outcome: "ok",
      evidence: { mail: { starttlsOffered: false, starttlsDone: "unknown" }, tls: null },
    });
    server.change({ greetingCode: 554, greeting: "no" });
    expect(await smtp(server)).toMatchObject({
      failure: { phase: "greeting", code: "PROTOCOL" },
      evidence: { mail: { greeting: "554 no" } },
    });
  });

  test("no greeting", async () => {
    const server = await started(startSmtp({ ...place, identity, implicitTls: false, behaviour: { greeting: null } }));
    expect(await smtp(server, { limits: { answerMs: 150 } })).toMatchObject({
      failure: { phase: "greeting", code: "TIMEOUT" },
      evidence: { mail: null },
    });
  });

  test("STARTTLS that is refused, or breaks, keeps the greeting", async () => {
    const refuse = await started(
      oddServer((socket) => {
        socket.write("220-two lines\r\n220 mail\r\n");
        socket.on("data", (line: Buffer) =>
          socket.write(line.toString().startsWith("EHLO") ? "250-mail\r\n250 STARTTLS\r\n" : "454 not now\r\n"),
        );
      }),
    );
    const seen = await probe({ endpoint: { protocol: "smtp", port: refuse.port } });
    expect(seen).toMatchObject({
      failure: { phase: "starttls", code: "PROTOCOL" },
      evidence: { mail: { starttlsOffered: true, starttlsDone: false } },
    });
    expect(seen.evidence.mail?.greeting).toContain("220 mail");
  });

  test("TLS from the first byte", async () => {
    const server = await started(startSmtp({ ...place, identity, implicitTls: true }));
    expect(await smtp(server, { endpoint: { protocol: "smtp", port: server.port, implicitTls: true } })).toMatchObject({
      outcome: "ok",
      evidence: {
        tls: { authorized: true },
        mail: { greeting: "220 mail ESMTP", starttlsOffered: "unknown", starttlsDone: "unknown" },
      },
    });
  });

  test("a greeting without end is TOO_LARGE", async () => {
    const server = await started(oddServer((socket) => socket.write("220-again\r\n".repeat(2000))));
    expect((await probe({ endpoint: { protocol: "smtp", port: server.port } })).failure).toMatchObject({
      phase: "greeting",
      code: "TOO_LARGE",
    });
  });
});

test("imaps: TLS, greeting, certificate", async () => {
  const server = await started(startImaps({ ...place, identity }));
  const seen = await probe({ endpoint: { protocol: "imaps", port: server.port }, trust: [authority.root] });
  expect(seen).toMatchObject({
    outcome: "ok",
    evidence: { tls: { authorized: true }, mail: { greeting: "* OK IMAP4rev1 ready" } },
  });
  server.change({ greeting: "BYE overloaded" });
  expect((await probe({ endpoint: { protocol: "imaps", port: server.port } })).failure).toMatchObject({
    phase: "greeting",
    code: "PROTOCOL",
  });
});

test("tsa and ocsp: any answer counts", async () => {
  const tsa = await started(startTsa({ ...place, now }));
  expect(await probe({ endpoint: { protocol: "tsa", port: tsa.port } })).toMatchObject({
    outcome: "ok",
    evidence: { http: { status: 400, statusExpected: true } },
  });
  const ocsp = await started(startOcsp({ ...place, now }));
  expect(await probe({ endpoint: { protocol: "ocsp", port: ocsp.port } })).toMatchObject({
    outcome: "ok",
    evidence: { http: { status: 403, statusExpected: true } },
  });
});

test.each(["tsa", "ocsp"] as const)("%s: an answer without an end says nothing", async (protocol) => {
  const server = await started(
    oddServer((socket) => {
      socket.on("error", () => undefined).resume();
      socket.write("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n");
      socket.write(Buffer.alloc(3 * 1024 * 1024, "x"));
    }),
  );
  expect(await probe({ endpoint: { protocol, port: server.port } })).toMatchObject({
    outcome: "failed",
    failure: { phase: "body", code: "TOO_LARGE" },
    evidence: { http: { status: 200, bodyWhole: false } },
  });
});

test.each(["tcp", "h323", "sip"] as const)("%s: a connection is all", async (protocol) => {
  const server = await started(oddServer((socket) => socket.resume()));
  const seen = await probe({ endpoint: { protocol, port: server.port } });
  expect(seen).toMatchObject({
    outcome: "ok",
    evidence: { http: null, tls: null, steps: { connect: { outcome: "ok" } } },
  });
});

describe("datagrams", () => {
  test("dns: any answer counts, a closed port does not", async () => {
    const dns = await started(startDns({ ...place, behaviour: { refuse: true } }));
    expect(await probe({ endpoint: { protocol: "dns", port: dns.port } })).toMatchObject({
      outcome: "ok",
      evidence: { steps: { firstByte: { outcome: "ok" } } },
    });
    dns.change({ silent: true });
    expect(
      (await probe({ endpoint: { protocol: "dns", port: dns.port }, limits: { answerMs: 200 } })).failure,
    ).toMatchObject({ phase: "reply", code: "TIMEOUT" });
    await dns.close();
    expect((await probe({ endpoint: { protocol: "dns", port: dns.port } })).failure).toMatchObject({
      phase: "reply",
      code: "PORT_UNREACHABLE",
    });
  });

  test("stun: an answer, also after a lost one", async () => {
    const stun = await started(startStun(place));
    expect(await probe({ endpoint: { protocol: "stun", port: stun.port } })).toMatchObject({ outcome: "ok" });
    stun.change({ silent: true });
    setTimeout(() => stun.change({ silent: false }), 100);
    expect(await probe({ endpoint: { protocol: "stun", port: stun.port }, limits: { answerMs: 400 } })).toMatchObject({
      outcome: "ok",
    });
  });
});

describe("through a proxy", () => {
  test("https by a tunnel, http by relay; names are the proxy's business", async () => {
    const proxy = await started(startProxy(place));
    const secure = await started(
      startHttps({ ...place, identity: await authority.leaf({ names: ["localhost"] }), now }),
    );
    const via = { names: {}, trust: [authority.root], proxy: { address: proxy.address, port: proxy.port } };
    expect(
      await probe({ endpoint: { protocol: "https", port: secure.port, host: "localhost" }, ...via }),
    ).toMatchObject({
      outcome: "ok",
      evidence: { via: "proxy", tls: { authorized: true, nameMatches: true }, http: { status: 200 } },
    });
    const plain = await started(startHttp({ ...place, now }));
    expect(await probe({ endpoint: { protocol: "http", port: plain.port, host: "localhost" }, ...via })).toMatchObject({
      outcome: "ok",
      evidence: { via: "proxy", http: { status: 200 } },
    });
    expect(proxy.seen).toEqual([`localhost:${String(secure.port)}`, `localhost:${String(plain.port)}`]);
  });

  test("a proxy that refuses, hangs or is gone", async () => {
    const proxy = await started(startProxy({ ...place, behaviour: { mode: "deny", status: 407 } }));
    const wanted = {
      endpoint: { protocol: "https", port: 443 },
      proxy: { address: proxy.address, port: proxy.port },
      limits: { answerMs: 150 },
    } as const;
    expect((await probe(wanted)).failure).toMatchObject({
      phase: "proxy",
      code: "PROTOCOL",
      culprit: "proxy",
      detail: "proxy answered 407",
    });
    proxy.change({ mode: "silent" });
    expect((await probe(wanted)).failure).toMatchObject({ phase: "proxy", code: "TIMEOUT" });
    const gone = await refusingPort("127.0.0.1");
    expect((await probe({ ...wanted, proxy: gone })).failure).toMatchObject({ phase: "proxy", code: "REFUSED" });
  });
});
