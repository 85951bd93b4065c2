import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Authority } from "../../../src/practice/servers/authority.ts";
import { startHttps, type HttpsServer } from "../../../src/practice/servers/https.ts";
import { probe } from "../support/endpoint.ts";
import { testAuthority } from "../support/servers.ts";

// OpenSSL reads the system's store from this file; each test file runs in a process of its own, so nobody else sees it.
let folder: string;
let authority: Authority;
let server: HttpsServer;
beforeAll(async () => {
  authority = await testAuthority("An authority of the system's store");
  folder = await mkdtemp(join(tmpdir(), "qbrecover-store-"));
  await writeFile(join(folder, "store.pem"), authority.root);
  process.env["SSL_CERT_FILE"] = join(folder, "store.pem");
  server = await startHttps({
    address: "127.0.0.1",
    port: 0,
    identity: await authority.leaf({ names: ["one.test"] }),
    now: () => Date.now(),
  });
});
afterAll(async () => {
  delete process.env["SSL_CERT_FILE"];
  await server.close();
  await rm(folder, { recursive: true });
});

test("an authority that only the system's store knows is trusted", async () => {
  const seen = await probe({ endpoint: { protocol: "https", port: server.port } });
  expect(seen).toMatchObject({ outcome: "ok", evidence: { tls: { authorized: true, authorizationError: null } } });
});

test("a chain that is broken otherwise is not", async () => {
  server.change({ identity: await authority.leaf({ names: ["one.test"], fault: "chainIncomplete" }) });
  const seen = await probe({ endpoint: { protocol: "https", port: server.port } });
  expect(seen.evidence.tls).toMatchObject({ authorized: false, authorizationError: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" });
});
