import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { readdirSync, rmSync, truncateSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../../src/commands/upload.ts";
import { openStore } from "../../src/visit/store.ts";
import { testContext } from "../report/helpers.ts";
import { laptop, wanted } from "../visit/helpers/laptop.ts";

interface Request {
  readonly method: string;
  readonly path: string;
  readonly sha256: string;
  readonly digest: string;
  readonly key: string;
  readonly length: string;
}

/** A receiver that takes bytes and answers by what was asked. */
async function server(answer: (request: Request, count: number) => number): Promise<{ url: string; got: Request[] }> {
  const got: Request[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const one = await taken(request);
    got.push(one);
    response.writeHead(answer(one, got.length)).end();
  };
  const http = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  const address = http.address();
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/v1/visits?x=1`, got };
}

async function taken(request: IncomingMessage): Promise<Request> {
  const hash = createHash("sha256");
  for await (const piece of request) hash.update(piece as Buffer);
  const { headers } = request;
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    sha256: hash.digest("hex"),
    digest: String(headers["content-digest"]),
    key: String(headers["idempotency-key"]),
    length: String(headers["content-length"]),
  };
}

const puts = (got: readonly Request[]): Request[] => got.filter(({ method }) => method === "PUT");

test("photos follow their visit, each with key, digest and length, and are sent once", async () => {
  const from = laptop();
  const { url, got } = await server(() => 201);
  const call = () => testContext(from.context.dataDir, { cwd: from.context.cwd });
  const first = call();
  expect(await run(first.context, [], { to: url })).toBe(0);
  expect(first.stdout()).toMatch(/Sent 1, failed 0, left 0\nSent 4 photos/u);
  expect(got[0]).toMatchObject({ method: "POST", path: "/v1/visits?x=1", key: from.visit.id });
  const hashes = wanted(from.visit);
  expect(Object.fromEntries(puts(got).map((one) => [one.path, one.sha256]))).toEqual(
    Object.fromEntries(
      Object.entries(hashes).map(([file, hash]) => [`/v1/visits/${from.visit.id}/photos/${file}?x=1`, hash]),
    ),
  );
  for (const one of puts(got)) {
    expect(one.digest).toBe(`sha-256=:${Buffer.from(one.sha256, "hex").toString("base64")}:`);
    expect(one.key).toBe(`${from.visit.id}/${one.sha256}`);
  }
  expect(puts(got).map(({ length }) => Number(length))).toEqual([2_500_000, 1_048_576, 0, 7]);
  const second = call();
  expect(await run(second.context, [], { to: url })).toBe(0);
  expect(got).toHaveLength(5);
});

test("a photo that fails is told and sent the next time; what the receiver has is not sent again", async () => {
  const from = laptop();
  let broken = true;
  const { url, got } = await server(({ path: place }) => (broken && place.includes("/1.jpg") ? 413 : 201));
  const first = testContext(from.context.dataDir, { cwd: from.context.cwd });
  expect(await run(first.context, [], { to: url })).toBe(1);
  expect(first.stdout()).toMatch(/photo 1\.jpg NOT SENT: too large for the server \(413\)[^]*--bundle/u);
  expect(first.stdout()).toMatch(/Sent 0, failed 1, left 0/u);
  broken = false;
  const before = got.length;
  const second = testContext(from.context.dataDir, { cwd: from.context.cwd });
  expect(await run(second.context, [], { to: url })).toBe(0);
  expect(got.slice(before).map(({ method, path: place }) => `${method} ${path.basename(place)}`)).toEqual([
    "PUT 1.jpg?x=1",
    "PUT 2.jpg?x=1",
    "PUT 3.jpg?x=1",
  ]);
});

test("a receiver that knows no photos is told of in words, and damaged photos are named with 2", async () => {
  const from = laptop();
  const old = await server(({ method }) => (method === "PUT" ? 404 : 201));
  const first = testContext(from.context.dataDir, { cwd: from.context.cwd });
  expect(await run(first.context, [], { to: old.url })).toBe(1);
  expect(first.stdout()).toMatch(/the receiver takes no photos \(404\)[^]*--bundle/u);
  truncateSync(path.join(from.folder, "0.jpg"), 5);
  rmSync(path.join(from.folder, "3.jpg"));
  const { url, got } = await server(() => 202);
  const second = testContext(from.context.dataDir, { cwd: from.context.cwd });
  expect(await run(second.context, [], { to: url })).toBe(2);
  expect(second.stderr()).toMatch(/0\.jpg is DAMAGED[^]*3\.jpg is MISSING/u);
  expect(puts(got)).toHaveLength(2);
  expect(readdirSync(from.folder)).toHaveLength(3);
});

test("a damaged visit keeps nothing back: the others are sent, it is named with 2", async () => {
  const from = laptop();
  const other = laptop(5);
  const store = openStore(from.context.dataDir, "en");
  store.create({ ...other.visit, devices: [] });
  store.connection.sql("UPDATE visits SET survey = '{' WHERE id = ?").run(from.visit.id);
  store.close();
  const { url, got } = await server(() => 201);
  const { context, stdout, stderr } = testContext(from.context.dataDir);
  expect(await run(context, [], { to: url })).toBe(2);
  expect(got.map(({ key }) => key)).toEqual([other.visit.id]);
  expect(stdout()).toMatch(/Sent 1, failed 0, left 0/u);
  expect(stderr()).toContain(`Visit ${from.visit.id}: damaged`);
});
