import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { scratch } from "./offices.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PLANTED = manifest.version.replaceAll(/\d/gu, "6");

let product = "";
let home = "";
let shared = "";
beforeEach(() => {
  product = scratch("qb-cache-");
  home = scratch("qb-cache-home-");
  shared = scratch("qb-cache-tmp-");
  for (const part of ["bin", "dist"]) cpSync(path.join(ROOT, part), path.join(product, part), { recursive: true });
});

/** Runs `--version` of the copied product. */
async function version(env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await execa(process.execPath, [path.join(product, "bin/qbrecover.mjs"), "--version"], {
    extendEnv: false,
    env: { HOME: home, TMPDIR: shared, ...env },
  });
  return stdout;
}

const files = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
    : [];

/** The chunk that holds the version, as a file of the copied product. */
function chunk(): string {
  const found = files(path.join(product, "dist")).find(
    (file) =>
      readFileSync(file, "utf8").includes(`\`${manifest.version}\``) ||
      readFileSync(file, "utf8").includes(`"${manifest.version}"`),
  );
  if (found === undefined) throw new Error("no chunk of the build holds the version");
  return found;
}

/**
 * What an attacker leaves: compiled code of another program under the name and the checksum of ours. Node looks at the
 * length and the checksum that stand in the file's own head, and runs what is in it.
 * @param folder where the compiled code is to lie
 */
async function plant(folder: string): Promise<void> {
  const file = chunk();
  const right = readFileSync(file, "utf8");
  writeFileSync(file, right.replaceAll(manifest.version, PLANTED));
  const changed = crc32(readFileSync(file));
  expect(await version({ NODE_COMPILE_CACHE: folder })).toBe(PLANTED);
  writeFileSync(file, right);
  const mine = crc32(readFileSync(file));
  for (const cached of files(folder)) {
    const bytes = readFileSync(cached);
    for (let at = 0; at < 32; at += 4) if (bytes.readUInt32LE(at) === changed) bytes.writeUInt32LE(mine, at);
    writeFileSync(cached, bytes);
  }
  // The trap is a real one: a Node that is told to use that folder runs it.
  expect(await version({ NODE_COMPILE_CACHE: folder })).toBe(PLANTED);
}

describe("compiled code", () => {
  it("planted in the shared temporary folder is not run, and nothing is written there", async () => {
    await plant(path.join(shared, "node-compile-cache"));
    expect(await version()).toBe(manifest.version);
    const before = files(shared).length;
    await version();
    expect(files(shared)).toHaveLength(before);
  });

  it("is kept in the user's own cache, for nobody else", async () => {
    expect(await version()).toBe(manifest.version);
    const folder = path.join(home, ".cache/qbrecover/compiled");
    expect(files(folder).length).toBeGreaterThan(0);
    expect(files(shared)).toEqual([]);
  });

  it.each([
    ["a folder that others may write to", (folder: string) => chmodSync(folder, 0o777)],
    ["a folder that others may read", (folder: string) => chmodSync(folder, 0o755)],
    ["a folder above it that others may write to", (folder: string) => chmodSync(path.dirname(folder), 0o777)],
    [
      "a link to somewhere else",
      (folder: string) => {
        const elsewhere = path.join(shared, "elsewhere");
        renameSync(folder, elsewhere);
        symlinkSync(elsewhere, folder);
      },
    ],
    [
      "a folder of another user",
      (folder: string) => {
        if (process.getuid?.() === 0) chownSync(folder, 65_534, 65_534);
        else chmodSync(folder, 0o777);
      },
    ],
  ])("in %s is not run", async (_name, spoil) => {
    const folder = path.join(home, ".cache/qbrecover/compiled");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await plant(folder);
    // As it is, it would be run: it lies where only the user could have put it.
    expect(await version()).toBe(PLANTED);
    spoil(folder);
    expect(await version()).toBe(manifest.version);
  });

  it.each([
    ["no home", { HOME: "" }],
    ["a home that cannot be made", { HOME: "/proc/nobody" }],
    ["a relative cache", { XDG_CACHE_HOME: "cache" }],
  ])("with %s it starts all the same, without a cache", async (_name, env) => {
    expect(await version(env)).toBe(manifest.version);
    expect(files(shared)).toEqual([]);
  });
});
