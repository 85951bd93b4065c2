import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDraft, type DraftWorld } from "../../src/base/draft-file.ts";

const world: DraftWorld = { platform: process.platform, randomBytes, now: () => Date.now() };

function scratch(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "qb-draft-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("a draft appears under its name when it is published, whole, and for its user alone", async () => {
  const target = path.join(scratch(), "báo cáo.csv");
  writeFileSync(target, "old");
  const draft = openDraft(target, world);
  draft.write(Buffer.from("mới "));
  draft.write(Buffer.from("hai"));
  expect(readFileSync(target, "utf8")).toBe("old");
  await draft.publish();
  draft.drop();
  expect(readFileSync(target, "utf8")).toBe("mới hai");
  expect(statSync(target).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(target))).toEqual(["báo cáo.csv"]);
});

test("a draft that is dropped leaves nothing, and what was there stays", () => {
  const target = path.join(scratch(), "x".repeat(250));
  writeFileSync(target, "old");
  const draft = openDraft(target, world);
  draft.write(Buffer.from("half"));
  draft.drop();
  expect(readdirSync(path.dirname(target))).toEqual([path.basename(target)]);
  expect(readFileSync(target, "utf8")).toBe("old");
});

/** A process that begins a draft and never ends it. */
async function writer(target: string): Promise<{ kill(): Promise<void> }> {
  const module = new URL("../../src/base/draft-file.ts", import.meta.url).href;
  const script = `
    import { randomBytes } from "node:crypto";
    import { openDraft } from ${JSON.stringify(module)};
    const world = { platform: process.platform, randomBytes, now: () => Date.now() };
    openDraft(${JSON.stringify(target)}, world).write(Buffer.from("half"));
    process.stdout.write("written");
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return {
    kill: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

test("what a killed process left is cleaned up by the next one; what another is writing, and other people's files, are not", async () => {
  const folder = scratch();
  const parts = (): string[] => readdirSync(folder).filter((name) => name.endsWith(".part"));
  const [killed, living] = [await writer(path.join(folder, "a.csv")), await writer(path.join(folder, "b.csv"))];
  await killed.kill();
  expect(parts()).toHaveLength(2);
  const foreign = [
    ".a.csv.qb-00000000-1-00000000.part",
    ".b.csv.qb-00000000-1-00000001.part",
    ".c.deadbeef.part",
    "d.part",
  ];
  for (const name of foreign) writeFileSync(path.join(folder, name), "x");
  const old = Date.now() / 1000 - 7200;
  utimesSync(path.join(folder, foreign[0] ?? ""), old, old);
  openDraft(path.join(folder, "c.csv"), world).drop();
  expect(parts().filter((name) => !foreign.includes(name))).toEqual([expect.stringMatching(/^\.b\.csv\.qb-/u)]);
  expect(foreign.filter((name) => parts().includes(name))).toEqual(foreign.slice(1));
  await living.kill();
});
