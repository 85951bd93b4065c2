import { once } from "node:events";
import type { Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import { afterEach, describe, expect, test } from "vitest";
import { listen, type Running } from "../../../src/practice/servers/listen.ts";
import { probe, type Wanted } from "../support/endpoint.ts";
import { oddServer, testAuthority } from "../support/servers.ts";

const WORDS = "Một cửa điện tử";
const PAGE = `<!doctype html><title>${WORDS}</title>`;

const open: Running[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A server that answers each request with what `answer` makes of its text. */
async function plain(answer: (request: string, socket: Socket) => Buffer | string | null): Promise<Wanted["endpoint"]> {
  const server = await oddServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", (request: Buffer) => {
      const text = answer(request.toString("latin1"), socket);
      if (text !== null) socket.end(text);
    });
  });
  open.push(server);
  return { protocol: "http", port: server.port, path: "/", expect: { status: [200], bodyIncludes: WORDS } };
}

const head = (...lines: string[]): string => `HTTP/1.1 200 OK\r\n${lines.map((line) => `${line}\r\n`).join("")}\r\n`;
const page = (bytes: Buffer | string = PAGE, type = "text/html; charset=utf-8"): Buffer =>
  Buffer.concat([Buffer.from(head(`Content-Type: ${type}`)), Buffer.from(bytes)]);

async function answerOf(answer: (request: string, socket: Socket) => Buffer | string | null) {
  return probe({ endpoint: await plain(answer) });
}

describe("heads that browsers bear", () => {
  const length = Buffer.byteLength(PAGE);
  test.each([
    ["lines that end in a bare line feed", head("Content-Type: text/html").replaceAll("\r", ""), ["bareLineFeed"]],
    ["one length twice", head(`Content-Length: ${length}`, `Content-Length: ${length}`), ["contentLength"]],
    ["one length as a list", head(`Content-Length: ${length}, ${length}`), ["contentLength"]],
    ["a length beside chunks", null, ["contentLength"]],
    [
      "20 KB of cookies",
      head(...Array.from({ length: 22 }, (_, at) => `Set-Cookie: c${at}=${"x".repeat(900)}`)),
      ["longHead"],
    ],
    ["60 KB of it", head(...Array.from({ length: 60 }, (_, at) => `X-${at}: ${"x".repeat(1000)}`)), ["longHead"]],
    ["a blank before the colon", head("Server : old"), ["blanks"]],
    ["a control byte", head("Server: o\u0001ld"), ["controlBytes"]],
    ["a folded line", head("Server: old", " and tired"), ["foldedLine"]],
    ["a line without a name", head("no colon at all"), ["lineWithoutName"]],
  ])("%s", async (_, text, lax) => {
    const chunked = head(`Content-Length: 7`, "Transfer-Encoding: chunked");
    const body = `${length.toString(16)}\r\n${PAGE}\r\n0\r\n\r\n`;
    const seen = await answerOf(() => (text === null ? `${chunked}${body}` : `${text}${PAGE}`));
    expect(seen).toMatchObject({ outcome: "ok", evidence: { http: { status: 200, bodyMatches: true, lax } } });
  });

  test("an interim answer comes before the true one, and no liberty is noted of a good head", async () => {
    const seen = await answerOf(() => `HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n${page().toString()}`);
    expect(seen.evidence.http).toMatchObject({ status: 200, bodyMatches: true });
    expect(seen.evidence.http).not.toHaveProperty("lax");
  });

  test("two different lengths are not borne by browsers either", async () => {
    const seen = await answerOf(() => `${head("Content-Length: 5", "Content-Length: 900")}${PAGE}`);
    expect(seen.failure).toMatchObject({ phase: "firstByte", code: "PROTOCOL" });
  });
});

describe("pages in any encoding", () => {
  // "Một cửa" in windows-1258, which writes the tone behind its vowel.
  const old = Buffer.from([0x4d, 0xf4, 0xf2, 0x74, 0x20, 0x63, 0xfd, 0xd2, 0x61]);
  const decomposed = PAGE.normalize("NFD");
  const entities = PAGE.replace(/[^ -~]/gu, (one) => `&#${String(one.codePointAt(0))};`);
  test.each([
    ["UTF-16 with a mark", Buffer.from(`\ufeff${PAGE}`, "utf16le"), "text/html"],
    ["UTF-16 by its header", Buffer.from(PAGE, "utf16le"), "text/html; charset=UTF-16LE"],
    ["UTF-8 that says Latin 1 only in the page", Buffer.from(`<meta charset="utf-8">${PAGE}`), "text/html"],
    ["letters as entities", entities, "text/html"],
    ["named entities", PAGE.replace("iệ", "i&ecirc;&#803;"), "text/html"],
    ["letters taken apart", decomposed, "text/html; charset=utf-8"],
    ["words over two lines", PAGE.replace("cửa ", "cửa\r\n      "), "text/html"],
    ["hard blanks", PAGE.replaceAll(" ", "&nbsp;"), "text/html"],
    ["capitals", PAGE.toUpperCase(), "text/html"],
    ["marks between the words", PAGE.replace("cửa", "<b>cửa</b>"), "text/html"],
  ])("%s", async (_, bytes, type) => {
    expect((await answerOf(() => page(bytes, type))).evidence.http?.bodyMatches).toBe(true);
  });

  test("windows-1258, told and untold", async () => {
    const endpoint = await plain(() => page(old, "text/html; charset=windows-1258"));
    const untold = await plain(() => page(old, "text/html"));
    for (const one of [endpoint, untold]) {
      const wanted = { ...one, expect: { ...one.expect, bodyIncludes: "Một cửa" } };
      expect((await probe({ endpoint: wanted })).evidence.http?.bodyMatches).toBe(true);
    }
  });

  test("other words are other words, in every encoding", async () => {
    expect((await answerOf(() => page(PAGE.replace("cửa", "của")))).evidence.http?.bodyMatches).toBe(false);
  });

  test("a page that is not read to its end has no verdict", async () => {
    const long = await answerOf(() => page(`<p>${"x".repeat(3 * 1024 * 1024)}</p>${PAGE}`));
    expect(long.evidence.http).toMatchObject({ bodyMatches: "unknown", bodyWhole: false });
    expect((await answerOf(() => page(`<p>${"x".repeat(600 * 1024)}</p>${PAGE}`))).evidence.http?.bodyMatches).toBe(
      true,
    );
  });
});

describe("servers that look at who asks", () => {
  test("a cookie that must come back over a redirect to the same page", async () => {
    const seen = await answerOf((request) =>
      /cookie: seen=1/iu.test(request)
        ? page()
        : "HTTP/1.1 302 Found\r\nLocation: /\r\nSet-Cookie: seen=1; Path=/; HttpOnly\r\nContent-Length: 0\r\n\r\n",
    );
    expect(seen.evidence.http).toMatchObject({ status: 200, bodyMatches: true });
  });

  const NO = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";
  test("a server that turns programs away and lets browsers in", async () => {
    const seen = await answerOf((request) => (request.includes("Mozilla") ? page() : NO));
    expect(seen.evidence.http).toMatchObject({
      status: 403,
      statusExpected: false,
      asBrowser: { status: 200, statusExpected: true, bodyMatches: true, challenge: false },
    });
  });

  test("one that turns everybody away, and one that wants a script run", async () => {
    expect((await answerOf(() => NO)).evidence.http?.asBrowser).toMatchObject({ status: 403, statusExpected: false });
    const script = "<html><script>document.cookie='k=1';location.reload()</script></html>";
    const seen = await answerOf(() => page(script));
    expect(seen.evidence.http).toMatchObject({ bodyMatches: false, challenge: true, asBrowser: { challenge: true } });
    expect((await answerOf(() => page())).evidence.http).not.toHaveProperty("challenge");
  });

  test("maintenance with its end, and a log-in", async () => {
    const busy = await answerOf(() => "HTTP/1.1 503 Busy\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n");
    expect(busy.evidence.http).toMatchObject({ status: 503, retryAfter: "3600" });
    const login = await answerOf(() => "HTTP/1.1 401 No\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n");
    expect(login.evidence.http).toMatchObject({ status: 401, authenticate: "Negotiate" });
  });

  test("what came of a page that stops in the middle is counted", async () => {
    const endpoint = await plain((_, socket) => {
      socket.write(`${head("Content-Length: 5000")}${"x".repeat(1000)}`);
      return null;
    });
    const seen = await probe({ endpoint, limits: { answerMs: 300 } });
    expect(seen).toMatchObject({
      failure: { phase: "body", code: "TIMEOUT" },
      evidence: { http: { status: 200, bodyBytes: 1000, bodyMatches: "unknown" } },
    });
  });
});

test.each(["TLSv1.2", "TLSv1.3"] as const)(
  "a server that wants the user's certificate is told apart, %s",
  async (version) => {
    const authority = await testAuthority();
    const { key, chain } = await authority.leaf({ names: ["one.test"] });
    const options = { key, cert: chain, requestCert: true, rejectUnauthorized: true } satisfies TlsOptions;
    const server = createTlsServer({ ...options, minVersion: version, maxVersion: version }, (socket) => socket.end());
    server.on("tlsClientError", () => undefined);
    const running = await listen(server, { address: "127.0.0.1", port: 0 });
    open.push(running);
    void once(server, "close");
    const seen = await probe({ endpoint: { protocol: "https", port: running.port }, trust: [authority.root] });
    expect(seen.failure?.code).toBe("CLIENT_CERTIFICATE");
  },
);
