import { createSocket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type LeafOptions } from "../../src/practice/servers/authority.ts";
import { startDns } from "../../src/practice/servers/dns.ts";
import { startHttp } from "../../src/practice/servers/http.ts";
import { startHttps } from "../../src/practice/servers/https.ts";
import type { Running } from "../../src/practice/servers/listen.ts";
import { startOcsp, startTsa } from "../../src/practice/servers/tsa.ts";
import { authority, closeAll, fetched, handshake, here, now, up } from "./clients.ts";

afterEach(closeAll);

describe("certificate authority", () => {
  const cases: [LeafOptions, { error: string | null; names: boolean }][] = [
    [{ names: ["a.test"] }, { error: null, names: true }],
    [
      { names: ["a.test"], daysLeft: 3 },
      { error: null, names: true },
    ],
    [{ names: ["other.test"] }, { error: "ERR_TLS_CERT_ALTNAME_INVALID", names: false }],
    [
      { names: ["a.test"], fault: "expired" },
      { error: "CERT_HAS_EXPIRED", names: true },
    ],
    [
      { names: ["a.test"], fault: "notYetValid" },
      { error: "CERT_NOT_YET_VALID", names: true },
    ],
    [
      { names: ["a.test"], fault: "chainIncomplete" },
      { error: "UNABLE_TO_VERIFY_LEAF_SIGNATURE", names: true },
    ],
    [
      { names: ["a.test"], fault: "selfSigned" },
      { error: "DEPTH_ZERO_SELF_SIGNED_CERT", names: true },
    ],
  ];
  it.each(cases)("%j is seen by a client as %j", async (leaf, seen) => {
    const own = await authority();
    const server = await up(startHttps({ ...here, identity: await own.leaf(leaf), now }));
    expect(await handshake(server, own.root, "a.test")).toEqual(seen);
  });

  it("another authority is not trusted, and two of the same name are two", async () => {
    const [own, foreign] = await Promise.all([authority(), authority()]);
    const server = await up(startHttps({ ...here, identity: await foreign.leaf({ names: ["a.test"] }), now }));
    expect((await handshake(server, own.root, "a.test")).error).not.toBeNull();
    expect((await handshake(server, foreign.root, "a.test")).error).toBeNull();
  });

  it("makes twenty leaves, each with a key of its own and its intermediate", async () => {
    const own = await authority();
    const leaves = await Promise.all(Array.from({ length: 20 }, (_one, at) => own.leaf({ names: [`h${at}.test`] })));
    expect(new Set(leaves.map((one) => one.sha256)).size).toBe(20);
    expect(leaves[0]?.chain.match(/BEGIN CERTIFICATE/gu)).toHaveLength(2);
  });
});

describe("DNS server", () => {
  const zone = {
    "a.test": { a: ["192.0.2.1"], aaaa: ["2001:db8::1"] },
    "www.a.test": { cname: "a.test" },
    "mail.test": { mx: [{ preference: 5, exchange: "a.test" }] },
    "loop.test": { cname: "loop.test" },
  };
  const ask = (server: Running): Resolver => {
    const resolver = new Resolver({ timeout: 300, tries: 1 });
    resolver.setServers([`${server.address}:${server.port}`]);
    return resolver;
  };
  const code = (asked: Promise<unknown>): Promise<unknown> =>
    asked.then(
      (value) => value,
      (error: NodeJS.ErrnoException) => error.code,
    );

  it("answers from its zone: A, AAAA, CNAME, MX, no data, no such name", async () => {
    const resolver = ask(await up(startDns({ ...here, behaviour: { zone } })));
    expect(await resolver.resolve4("A.test")).toEqual(["192.0.2.1"]);
    expect(await resolver.resolve6("www.a.test")).toEqual(["2001:db8::1"]);
    expect(await resolver.resolveMx("mail.test")).toMatchObject([{ priority: 5, exchange: "a.test" }]);
    expect(await code(resolver.resolve4("mail.test"))).toBe("ENODATA");
    expect(await code(resolver.resolve4("loop.test"))).not.toEqual(["192.0.2.1"]);
    expect(await code(resolver.resolve4("gone.test"))).toBe("ENOTFOUND");
  });

  it("changes its ways while it runs", async () => {
    const server = await up(startDns({ ...here, behaviour: { zone } }));
    const resolver = ask(server);
    server.change({ servfail: ["a.test"] });
    expect(await code(resolver.resolve4("www.a.test"))).toBe("ESERVFAIL");
    expect(await code(resolver.resolveMx("mail.test"))).toHaveLength(1);
    server.change({ servfail: "all" });
    expect(await code(resolver.resolveMx("mail.test"))).toBe("ESERVFAIL");
    server.change({ servfail: "none", refuse: true });
    expect(await code(resolver.resolve4("a.test"))).toBe("EREFUSED");
    server.change({ refuse: false, rewriteUnknownTo: "192.0.2.99", overrides: { "a.test": ["127.0.0.1"] } });
    expect(await resolver.resolve4("gone.test")).toEqual(["192.0.2.99"]);
    expect(await resolver.resolve4("a.test")).toEqual(["127.0.0.1"]);
    expect(await code(resolver.resolve6("a.test"))).toBe("ENODATA");
    server.change({ silent: true });
    expect(await code(resolver.resolve4("a.test"))).toBe("ETIMEOUT");
    expect(server.seen.at(-1)).toBe("a.test A");
  });

  it("speaks TCP on the same port, several questions over one connection", async () => {
    const { encode, streamDecode } = await import("dns-packet");
    const server = await up(startDns({ ...here, behaviour: { zone } }));
    const socket = connect({ host: server.address, port: server.port });
    const query = (id: number): Buffer => {
      const message = encode({ type: "query", id, questions: [{ type: "A", name: "a.test" }] });
      const length = Buffer.alloc(2);
      length.writeUInt16BE(message.length);
      return Buffer.concat([length, message]);
    };
    const both = Buffer.concat([query(1), query(2)]);
    // Cut in the middle of a message: a stream has no borders.
    socket.write(both.subarray(0, 5));
    setTimeout(() => socket.write(both.subarray(5)), 20);
    let heard = Buffer.alloc(0);
    const first = await new Promise<Buffer>((resolve) => {
      socket.on("data", (chunk: Buffer) => {
        heard = Buffer.concat([heard, chunk]);
        const one = 2 + heard.readUInt16BE(0);
        if (heard.length >= 2 * one) resolve(heard.subarray(0, one));
      });
    });
    expect(streamDecode(first)).toMatchObject({ id: 1, answers: [{ name: "a.test", data: "192.0.2.1" }] });
    socket.destroy();
  });

  it("survives datagrams that are no DNS", async () => {
    const server = await up(startDns({ ...here, behaviour: { zone } }));
    const socket = createSocket("udp4");
    for (const size of [0, 1, 11, 12, 40]) socket.send(Buffer.alloc(size, 0xff), server.port, server.address);
    expect(await ask(server).resolve4("a.test")).toEqual(["192.0.2.1"]);
    socket.close();
  });
});

describe("web servers", () => {
  it("answer, redirect, skew their clock, and hang", async () => {
    const server = await up(startHttp({ ...here, now }));
    const url = `http://127.0.0.1:${server.port}/x`;
    expect(await fetched(url)).toMatchObject({ status: 200 });
    server.change({ pages: { "/x": { status: 404, body: "none" } } });
    expect(await fetched(`${url}?q`)).toMatchObject({ status: 404, body: "none" });
    server.change({ redirectTo: "http://portal.test/" });
    expect(await fetched(url)).toMatchObject({ status: 302, headers: { location: "http://portal.test/" } });
    server.change({ redirectTo: null, dateSkewMs: -86_400_000 });
    const date = Date.parse(String((await fetched(url)).headers["date"]));
    expect(Math.abs(Date.now() - 86_400_000 - date)).toBeLessThan(3000);
    server.change({ hang: true });
    await expect(fetched(url)).rejects.toThrow("no answer");
  });

  it("HTTPS takes another identity while it runs, also for clients that name no server", async () => {
    const own = await authority();
    const [first, second] = await Promise.all([
      own.leaf({ names: ["a.test", "127.0.0.1"] }),
      own.leaf({ names: ["a.test", "127.0.0.1"], fault: "expired" }),
    ]);
    const server = await up(startHttps({ ...here, identity: first, now }));
    expect((await handshake(server, own.root, "a.test")).error).toBeNull();
    expect((await fetched(`https://127.0.0.1:${server.port}/`, { ca: own.root })).status).toBe(200);
    server.change({ identity: second });
    expect((await handshake(server, own.root, "a.test")).error).toBe("CERT_HAS_EXPIRED");
    await expect(fetched(`https://127.0.0.1:${server.port}/`, { ca: own.root })).rejects.toThrow("expired");
  });

  it("time stamp and OCSP answer 403 to GET and 400 to POST", async () => {
    for (const start of [startTsa, startOcsp]) {
      const server = await up(start({ ...here, now }));
      expect((await fetched(`http://127.0.0.1:${server.port}/`)).status).toBe(403);
      const posted = await new Promise<number>((resolve) => {
        request({ port: server.port, host: "127.0.0.1", method: "POST", agent: false }, (answer) =>
          resolve(answer.statusCode ?? 0),
        ).end("x");
      });
      expect(posted).toBe(400);
    }
  });
});
