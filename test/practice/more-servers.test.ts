import { randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import { request } from "node:http";
import { connect } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { startAgent } from "../../src/practice/servers/agent.ts";
import { startBlackHole } from "../../src/practice/servers/black-hole.ts";
import { startHttp } from "../../src/practice/servers/http.ts";
import { startImaps } from "../../src/practice/servers/imaps.ts";
import type { Running } from "../../src/practice/servers/listen.ts";
import { startProxy } from "../../src/practice/servers/proxy.ts";
import { refusingPort } from "../../src/practice/servers/refuse.ts";
import { startResetter, startSilent } from "../../src/practice/servers/silent.ts";
import { startSmtp } from "../../src/practice/servers/smtp.ts";
import { startStun } from "../../src/practice/servers/stun.ts";
import { authority, closeAll, dialogue, here, now, up } from "./clients.ts";

afterEach(closeAll);

describe("mail servers", () => {
  it("submission greets, offers STARTTLS, and does it once", async () => {
    const own = await authority();
    const server = await up(
      startSmtp({ ...here, implicitTls: false, identity: await own.leaf({ names: ["m.test"] }) }),
    );
    const socket = connect({ host: server.address, port: server.port });
    const heard = await dialogue(socket, ["EHLO x", "STARTTLS"]);
    expect(heard[0]).toMatch(/^220 /u);
    expect(heard[1]).toContain("250 STARTTLS");
    const secure = connectTls({ socket, servername: "m.test", ca: own.root });
    await new Promise((resolve) => secure.once("secureConnect", resolve));
    secure.write("EHLO x\r\n");
    expect((await dialogue(secure, ["STARTTLS"]))[1]).toMatch(/^502/u);
    secure.destroy();
  });

  it("submission over TLS and IMAP speak after the handshake", async () => {
    const own = await authority();
    const identity = await own.leaf({ names: ["m.test"] });
    const smtps = await up(startSmtp({ ...here, implicitTls: true, identity }));
    const imaps = await up(startImaps({ ...here, identity }));
    const open = (server: Running): TLSSocket =>
      connectTls({ host: server.address, port: server.port, servername: "m.test", ca: own.root });
    expect((await dialogue(open(smtps), ["EHLO x"]))[1]).not.toContain("STARTTLS");
    expect((await dialogue(open(imaps), ["a CAPABILITY"]))[1]).toContain("a OK");
  });
});

describe("STUN server", () => {
  const bind = (): Buffer => Buffer.concat([Buffer.from([0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42]), randomBytes(12)]);

  it("tells the address that a request came from, XORed (RFC 8489 14.2), and loses every n-th", async () => {
    const server = await up(startStun({ ...here, behaviour: { loseEvery: 3 } }));
    const socket = createSocket("udp4");
    await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
    const answers: Buffer[] = [];
    socket.on("message", (message) => answers.push(message));
    for (let count = 0; count < 6; count += 1) socket.send(bind(), server.port, server.address);
    socket.send(Buffer.alloc(20), server.port, server.address);
    await expect.poll(() => answers.length).toBe(4);
    const [answer = Buffer.alloc(32)] = answers;
    expect(answer.readUInt16BE(0)).toBe(0x0101);
    expect(answer.readUInt16BE(26) ^ 0x2112).toBe(socket.address().port);
    expect([...answer.subarray(28, 32)].map((byte, at) => byte ^ ([0x21, 0x12, 0xa4, 0x42][at] ?? 0))).toEqual([
      127, 0, 0, 1,
    ]);
    socket.close();
  });
});

describe("proxy", () => {
  const viaConnect = (proxy: Running, target: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: proxy.address, port: proxy.port }, () =>
        socket.write(`CONNECT ${target} HTTP/1.1\r\nhost: ${target}\r\n\r\n`),
      );
      socket.setTimeout(500, () => socket.destroy(new Error("no answer")));
      socket.once("data", (chunk: Buffer) => {
        resolve(chunk.toString().split("\r\n")[0] ?? "");
        socket.destroy();
      });
      socket.on("error", reject);
    });

  it("relays, denies, is silent, and tells of a dead target", async () => {
    const site = await up(startHttp({ ...here, now, behaviour: { body: "through" } }));
    const proxy = await up(startProxy(here));
    expect(await viaConnect(proxy, `127.0.0.1:${site.port}`)).toContain("200");
    const dead = await refusingPort("127.0.0.1");
    expect(await viaConnect(proxy, `127.0.0.1:${dead.port}`)).toContain("502");
    const plain = await new Promise<string>((resolve) => {
      request({ host: "127.0.0.1", port: proxy.port, path: `http://127.0.0.1:${site.port}/`, agent: false }, (answer) =>
        answer.on("data", (chunk: Buffer) => resolve(chunk.toString())),
      ).end();
    });
    expect(plain).toBe("through");
    proxy.change({ mode: "deny", status: 407 });
    expect(await viaConnect(proxy, `127.0.0.1:${site.port}`)).toContain("407");
    proxy.change({ mode: "silent" });
    await expect(viaConnect(proxy, `127.0.0.1:${site.port}`)).rejects.toThrow("no answer");
  });
});

describe("servers that do not serve", () => {
  /** How a plain connection that sends a byte ends within `waitMs`. */
  const meet = (place: { address: string; port: number }, waitMs: number): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect({ host: place.address, port: place.port });
      let open = false;
      const timer = setTimeout(() => finish(open ? "open, silent" : "no connection"), waitMs);
      const finish = (how: string): void => {
        clearTimeout(timer);
        socket.destroy();
        resolve(how);
      };
      socket.on("connect", () => {
        open = true;
        socket.write("x");
      });
      socket.on("data", () => finish("data"));
      socket.on("error", (error: NodeJS.ErrnoException) => finish(error.code ?? "error"));
    });

  it("accept and stay silent, reset at the first byte, refuse, or listen and nothing more", async () => {
    expect(await meet(await up(startSilent(here)), 300)).toBe("open, silent");
    expect(await meet(await up(startAgent(here)), 300)).toBe("open, silent");
    expect(await meet(await up(startResetter(here)), 300)).toBe("ECONNRESET");
    expect(await meet(await refusingPort("127.0.0.1"), 300)).toBe("ECONNREFUSED");
  });

  it("swallow connection attempts without any right to a firewall", async () => {
    if (process.platform !== "linux")
      process.stderr.write("expected to fail here: only the queues of Linux swallow connection attempts\n");
    const hole = await up(startBlackHole(here));
    expect(await Promise.all(Array.from({ length: 4 }, () => meet(hole, 600)))).toEqual(Array(4).fill("no connection"));
  });

  it("give the port back, close twice without harm, and do not wait for clients", async () => {
    const server = await startSilent(here);
    const client = connect({ host: server.address, port: server.port });
    await new Promise((resolve) => client.once("connect", resolve));
    client.on("error", () => undefined);
    await Promise.all([server.close(), server.close()]);
    expect(await meet(server, 300)).toBe("ECONNREFUSED");
    await expect(startSilent({ address: "127.0.0.1", port: (await up(startSilent(here))).port })).rejects.toThrow(
      "EADDRINUSE",
    );
  });
});
