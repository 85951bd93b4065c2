import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evidenceSchema } from "../../src/evidence/schema.ts";
import { qbrecover } from "../support/qbrecover.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "qb-practice-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});
const practice = (...args: string[]) => qbrecover(["practice", "--data-dir", folder, ...args]);
const QUICK = ["--skip", "quality", "--skip", "path", "--skip", "mtu"];

describe("qbrecover practice", () => {
  it("comes out healthy with 0 and says that it is a practice", async () => {
    const { exitCode, stdout, stderr } = await practice(...QUICK);
    expect(exitCode).toBe(0);
    expect(stderr).toContain("VĂN PHÒNG LUYỆN TẬP");
    expect(stdout).not.toBe("");
  });

  it("in a batch prints one JSON document on stdout and nothing on stderr", async () => {
    const { exitCode, stdout, stderr } = await practice("--batch", "--json", "--fault", "CERT_EXPIRED", ...QUICK);
    expect(exitCode).toBe(1);
    expect(stderr).toBe("");
    expect(stdout.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      tool: { name: "qbrecover" },
      visit: null,
      profile: { id: "practice" },
      evidence: { complete: true },
      verdict: { status: "faulty", findings: [{ cause: "CERT_EXPIRED", culprit: "server", affects: ["onestop"] }] },
    });
  });

  it("says the cause while it still measures, and in a batch only at the end", async () => {
    const { stderr } = await practice("--fault", "CERT_EXPIRED");
    const at = (part: string): number => stderr.indexOf(part);
    expect(at("Thấy ngay: ")).toBeGreaterThan(at("đã thử các hệ thống"));
    expect(at("đã đo chất lượng đường truyền")).toBeGreaterThan(at("Thấy ngay: "));
    expect((await practice()).stderr).toContain("Mọi hệ thống cần dùng đều vào được. Đang đo");
  });

  it("--list names every fault in both languages", async () => {
    const [vi, en] = await Promise.all([practice("--list"), practice("--list", "--lang", "en")]);
    expect(vi).toMatchObject({ exitCode: 0, stderr: "" });
    expect(vi.stdout).toMatch(/^cert-expired\s+Chứng thư/mu);
    expect(en.stdout).toMatch(/^cert-expired\s+The one-stop/mu);
  });

  it("an unknown fault is 64 with the list", async () => {
    const { exitCode, stdout, stderr } = await practice("--fault", "flood");
    expect(exitCode).toBe(64);
    expect(stdout).toBe("");
    expect(stderr).toContain('"flood"');
    expect(stderr).toContain("dns-hijack");
  });

  it.each([
    [["--only", "weather"], "weather"],
    [["--skip", "weather"], "weather"],
    [["--deadline", "0"], "--deadline"],
    [["--deadline", "soon"], "--deadline"],
    [["--deadline", "121"], "--deadline"],
    [["--record", "/nowhere/at/all.json"], "--record"],
  ])("refuses %j with 64 before anything is started", async (args, place) => {
    const { exitCode, stdout, stderr } = await practice("--batch", ...args);
    expect(exitCode).toBe(64);
    expect(stdout).toBe("");
    expect(stderr).toContain(place);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  it("--record writes the evidence, --save a visit of the practice campaign", async () => {
    const file = path.join(folder, "evidence.json");
    expect((await practice("--batch", "--save", "--record", file, ...QUICK)).exitCode).toBe(0);
    expect(evidenceSchema.safeParse(JSON.parse(await readFile(file, "utf8"))).success).toBe(true);
    const { stdout } = await qbrecover([
      "report",
      "--all",
      "--format",
      "json",
      "--table",
      "visits",
      "--data-dir",
      folder,
    ]);
    expect(stdout).toContain("luyen-tap");
  });

  it("is not misled by the proxy settings of this machine", async () => {
    const env = { HTTPS_PROXY: "garbage", HTTP_PROXY: "http://127.0.0.1:9", ALL_PROXY: "socks5://127.0.0.1:9" };
    expect((await qbrecover(["practice", "--batch", ...QUICK], { env })).exitCode).toBe(0);
  });

  it("stops within moments of Ctrl+C, keeps what it has, and ends with 130", async () => {
    const child = spawn(
      process.execPath,
      [
        path.resolve("src/cli.ts"),
        "practice",
        "--json",
        "--fault",
        "server-hangs",
        "--data-dir",
        folder,
        "--lang",
        "en",
      ],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    // The first stage is told when the laptop has been read; the hanging server takes seconds more.
    await new Promise<void>((resolve) =>
      child.stderr.on("data", (chunk: Buffer) => chunk.includes("[2/") && resolve()),
    );
    child.kill("SIGINT");
    const code = await new Promise((resolve) => child.once("exit", resolve));
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ evidence: { complete: false, profile: { id: "practice" } } });
  });
});
