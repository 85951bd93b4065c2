import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Authority } from "../../../src/practice/servers/authority.ts";
import { startHttps } from "../../../src/practice/servers/https.ts";
import type { Running } from "../../../src/practice/servers/listen.ts";
import { refusingPort } from "../../../src/practice/servers/refuse.ts";
import { startBlackHole } from "../support/black-hole.ts";
import { testContext } from "../support/context.ts";
import { probe } from "../support/endpoint.ts";
import { oddServer, testAuthority } from "../support/servers.ts";
import { soonerThan } from "../../support/sooner.ts";

const open: (() => unknown)[] = [];
let authority: Authority;
beforeAll(async () => {
  authority = await testAuthority();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

async function odd(...[serve]: Parameters<typeof oddServer>): Promise<Running> {
  const server = await oddServer(serve);
  open.push(() => server.close());
  return server;
}

describe("before the conversation", () => {
  test("a closed port", async () => {
    const { port } = await refusingPort("127.0.0.1");
    const seen = await probe({ endpoint: { protocol: "https", port } });
    expect(seen).toMatchObject({
      outcome: "failed",
      failure: { phase: "connect", code: "REFUSED" },
      evidence: { connectTries: 1, tls: null },
    });
    expect(seen.evidence.steps).toMatchObject({ resolve: { outcome: "ok" }, connect: { outcome: "failed" } });
  });

  test("a black hole, with one confirming try", async () => {
    const hole = await startBlackHole();
    open.push(() => hole.close());
    const seen = await probe({ endpoint: { protocol: "https", port: hole.port }, limits: { connectMs: 1300 } });
    expect(seen).toMatchObject({ failure: { phase: "connect", code: "TIMEOUT" }, evidence: { connectTries: 2 } });
  });
});

test("a host that makes no URL is a failure like any other", async () => {
  const server = await odd((socket) => socket.resume());
  const seen = await probe({
    endpoint: { protocol: "http", port: server.port, host: "1.2.3.999" },
  });
  expect(seen.failure).toMatchObject({ phase: "request", code: "PROTOCOL" });
});

describe("in the handshake", () => {
  test("reset after the ClientHello", async () => {
    const server = await odd((socket) => socket.once("data", () => socket.resetAndDestroy()));
    const seen = await probe({ endpoint: { protocol: "https", port: server.port } });
    expect(seen).toMatchObject({
      failure: { phase: "tls", code: "RESET" },
      evidence: { steps: { connect: { outcome: "ok" } } },
    });
  });

  test("closed after the ClientHello", async () => {
    const server = await odd((socket) => socket.once("data", () => socket.end()));
    expect((await probe({ endpoint: { protocol: "https", port: server.port } })).failure).toMatchObject({
      phase: "tls",
      code: "CLOSED",
    });
  });

  test("silence after the ClientHello", async () => {
    const server = await odd((socket) => socket.resume());
    expect(
      (await probe({ endpoint: { protocol: "https", port: server.port }, limits: { tlsMs: 150 } })).failure,
    ).toMatchObject({ phase: "tls", code: "TIMEOUT" });
  });

  test("an alert", async () => {
    // RFC 8446 6.2: fatal handshake_failure.
    const server = await odd((socket) =>
      socket.once("data", () => socket.write(Buffer.from([0x15, 3, 3, 0, 2, 2, 40]))),
    );
    expect((await probe({ endpoint: { protocol: "https", port: server.port } })).failure).toMatchObject({
      phase: "tls",
      code: "TLS_ALERT",
    });
  });

  test("something that is not TLS", async () => {
    const server = await odd((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    expect((await probe({ endpoint: { protocol: "https", port: server.port } })).failure).toMatchObject({
      phase: "tls",
      code: "TLS_PROTOCOL",
    });
  });
});

describe("in the answer", () => {
  const answerWith = (text: string | Buffer) => odd((socket) => socket.once("data", () => socket.write(text)));

  test("an invalid status line", async () => {
    const server = await answerWith("HELLO\r\n\r\n");
    expect((await probe({ endpoint: { protocol: "http", port: server.port } })).failure).toMatchObject({
      phase: "firstByte",
      code: "PROTOCOL",
    });
  });

  test("endless headers", async () => {
    const server = await answerWith(`HTTP/1.1 200 OK\r\n${"X-A: b\r\n".repeat(60_000)}`);
    expect((await probe({ endpoint: { protocol: "http", port: server.port } })).failure).toMatchObject({
      phase: "firstByte",
      code: "TOO_LARGE",
    });
  });

  test("headers byte by byte", async () => {
    const server = await odd((socket) => {
      const timer = setInterval(() => socket.write("H"), 20);
      socket.on("close", () => clearInterval(timer));
    });
    const endpoint = { protocol: "http", port: server.port } as const;
    const seen = await soonerThan(10_000, () => probe({ endpoint, limits: { answerMs: 200 } }));
    expect(seen.failure?.phase).toBe("firstByte");
  });

  test("a body without an end is cut and counts", async () => {
    const server = await odd((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      const timer = setInterval(() => socket.write(Buffer.alloc(64 * 1024, "x")), 2);
      socket.on("close", () => clearInterval(timer));
    });
    const seen = await probe({ endpoint: { protocol: "http", port: server.port } });
    expect(seen).toMatchObject({ outcome: "ok", evidence: { http: { bodyBytes: 2 * 1024 * 1024, bodyWhole: false } } });
    expect(seen.evidence.http?.bodySample).toHaveLength(500);
  });

  test("a body that stalls, and one that breaks off, keep status and steps", async () => {
    const stalling = await answerWith(
      "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nDate: Mon, 26 Oct 2020 01:00:00 GMT\r\n\r\nshort",
    );
    const stalled = await probe({ endpoint: { protocol: "http", port: stalling.port }, limits: { answerMs: 150 } });
    expect(stalled).toMatchObject({
      outcome: "failed",
      failure: { phase: "body", code: "TIMEOUT" },
      evidence: {
        steps: { firstByte: { outcome: "ok" } },
        http: { status: 200, hops: [{ date: "Mon, 26 Oct 2020 01:00:00 GMT" }] },
      },
    });
    const breaking = await odd((socket) =>
      socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")),
    );
    expect((await probe({ endpoint: { protocol: "http", port: breaking.port } })).failure).toMatchObject({
      phase: "body",
      code: "CLOSED",
    });
  });

  test("control characters never reach the record", async () => {
    const server = await odd((socket) =>
      socket.once("data", () =>
        socket.end(
          "HTTP/1.1 302 Found\r\nServer: x\u009b31m\r\nLocation: http://e.test/\u009bq\r\n\r\n\u001b]0;t\u0007b",
        ),
      ),
    );
    const { http } = (await probe({ endpoint: { protocol: "http", port: server.port } })).evidence;
    expect(JSON.stringify(http)).not.toMatch(/\\u001b|\\u0007|\\u009b|\u009b/u);
  });
});

test.each(["connect", "tls", "firstByte"])(
  "the end of the scan ends it in %s, not the time of its own",
  async (phase) => {
    const stop = new AbortController();
    const context = testContext(stop.signal);
    const hole = phase === "connect" ? await startBlackHole() : null;
    if (hole !== null) open.push(() => hole.close());
    const silent = await odd((socket) => socket.resume());
    const port = hole?.port ?? silent.port;
    const running = probe({ context, endpoint: { protocol: phase === "firstByte" ? "http" : "https", port } });
    setTimeout(() => stop.abort(), 60);
    const seen = await soonerThan(10_000, () => running);
    expect(seen).toMatchObject({ outcome: "failed", failure: { phase, code: "ABORTED" } });
  },
);

test("an SNI that a box on the way does not like is told from a dead server", async () => {
  const identity = await authority.leaf({ names: ["one.test", "two.test"] });
  const server = await startHttps({ address: "127.0.0.1", port: 0, identity, now: () => Date.now() });
  open.push(() => server.close());
  const filter = await odd((socket) =>
    socket.once("data", (hello: Buffer) => (hello.includes("two.test") ? socket.resetAndDestroy() : socket.destroy())),
  );
  expect(
    (
      await probe({
        endpoint: { protocol: "https", port: filter.port, host: "two.test" },
      })
    ).failure?.code,
  ).toBe("RESET");
  expect((await probe({ endpoint: { protocol: "https", port: server.port }, trust: [authority.root] })).outcome).toBe(
    "ok",
  );
});
