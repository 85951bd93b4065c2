import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:https";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createAuthority } from "../../src/practice/servers/authority.ts";
import { openStore } from "../../src/visit/store.ts";
import { scratch, visit } from "../visit/helpers/sample.ts";

const CLI = path.join(import.meta.dirname, "../../src/cli.ts");

/** Status and output of a real `qbrecover upload`; extra authorities come in the way Node has for them. */
async function upload(
  folder: string,
  url: string,
  extra: string | null,
): Promise<{ readonly status: unknown; readonly told: string }> {
  const env = { ...process.env, ...(extra === null ? {} : { NODE_EXTRA_CA_CERTS: extra }) };
  const child = spawn(process.execPath, [CLI, "--lang", "en", "--data-dir", folder, "upload", "--to", url], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let told = "";
  child.stdout.on("data", (piece: Buffer) => (told += piece.toString()));
  child.stderr.on("data", (piece: Buffer) => (told += piece.toString()));
  const [status] = await once(child, "exit");
  return { status, told };
}

test(
  "over https: nothing goes to a receiver that is not trusted, all to one that is",
  { timeout: 60_000 },
  async () => {
    const authority = await createAuthority({ name: "Test authority", now: () => Date.now(), randomBytes });
    const { key, chain } = await authority.leaf({ names: ["127.0.0.1"] });
    const got: string[] = [];
    const server = createServer({ key, cert: chain }, (request, response) => {
      got.push(String(request.headers["idempotency-key"]));
      request.resume().on("end", () => response.writeHead(201).end());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const url = `https://127.0.0.1:${typeof address === "object" ? address?.port : ""}/visits`;
    const folder = scratch();
    const root = path.join(folder, "root.pem");
    writeFileSync(root, authority.root);
    const store = openStore(folder, "en");
    const one = visit({ finishedAt: "2026-11-21T10:00:00+07:00" });
    store.create(one);
    store.close();
    const refused = await upload(folder, url, null);
    expect([refused.status, got]).toEqual([1, []]);
    expect(refused.told).toMatch(/certificate is not trusted/u);
    expect(await upload(folder, url, root)).toMatchObject({ status: 0, told: expect.stringMatching(/sent \(201\)/u) });
    expect(got).toEqual([one.id]);
  },
);
