import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { unpack } from "../../../src/collect/endpoint/unpack.ts";
import { probe } from "../support/endpoint.ts";

const PAGE = `<!doctype html><title>Một cửa</title>${"<p>Hệ thống một cửa điện tử</p>".repeat(50)}`;
const bytes = Buffer.from(PAGE);

const open: Server[] = [];
afterEach(() => open.splice(0).forEach((server) => void server.close()));

/** A server that packs what nobody asked it to pack. */
async function packing(body: Buffer, codings: string): Promise<number> {
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-encoding": codings,
      "content-length": body.length,
    });
    response.end(body);
  });
  open.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function seen(body: Buffer, codings: string, bodyIncludes = "một cửa điện tử") {
  const port = await packing(body, codings);
  const { evidence } = await probe({
    endpoint: { protocol: "http", port, path: "/", expect: { status: [200], bodyIncludes } },
  });
  return evidence.http;
}

describe("a page that comes packed unasked", () => {
  it.each<[string, Buffer]>([
    ["gzip", gzipSync(bytes)],
    ["x-gzip", gzipSync(bytes)],
    ["GZIP", gzipSync(bytes)],
    ["deflate", deflateSync(bytes)],
    ["deflate", deflateRawSync(bytes)],
    ["br", brotliCompressSync(bytes)],
    ["zstd", zstdCompressSync(bytes)],
    ["gzip, br", brotliCompressSync(gzipSync(bytes))],
    ["identity", bytes],
  ])("%s is unpacked and held against the expected words", async (codings, body) => {
    expect(await seen(body, codings)).toMatchObject({ bodyMatches: true, bodySample: PAGE.slice(0, 500) });
    expect(await seen(body, codings, "another page")).toMatchObject({ bodyMatches: false });
    expect(await seen(body, codings)).not.toHaveProperty("unread");
  });

  it.each<[string, Buffer]>([
    ["aws-chunked", bytes],
    ["compress", bytes],
    ["gzip", bytes],
    ["gzip", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 255, 255, 255, 255])],
    ["br, unheard-of", brotliCompressSync(bytes)],
  ])("%s that nobody can undo is unknown, never right and never wrong", async (codings, body) => {
    expect(await seen(body, codings)).toMatchObject({ bodyMatches: "unknown", unread: codings, bodySample: "" });
  });

  it("is unpacked no further than a page is read", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await seen(bomb, "gzip")).toMatchObject({ bodyMatches: "unknown", bodyWhole: false });
    const part = await unpack(gzipSync(Buffer.alloc(100_000, 65)), "gzip", 1000);
    expect([part?.bytes.length, part?.whole]).toEqual([1000, false]);
    // Cut off on the way in: as far as it goes.
    const cut = await unpack(gzipSync(bytes).subarray(0, 60), "gzip", 1_000_000);
    expect(cut?.bytes.length).toBeGreaterThan(0);
    expect(cut?.bytes.equals(bytes.subarray(0, cut.bytes.length))).toBe(true);
  });
});
