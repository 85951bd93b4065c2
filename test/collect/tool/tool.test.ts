import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createToolRunner } from "../../../src/collect/tool/tool.ts";
import { decodeToolOutput } from "../../../src/collect/tool/tool-output.ts";
import { toolPath } from "../../../src/collect/tool/tool-path.ts";
import type { RawOutput } from "../../../src/evidence/schema.ts";
import { soonerThan } from "../../support/sooner.ts";

const folder = mkdtempSync(path.join(tmpdir(), "qbrecover-tool-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A tiny program of this runtime, run like a system tool. */
function program(source: string): string {
  const file = path.join(folder, `program-${Math.abs(hash(source))}.mjs`);
  writeFileSync(file, source);
  return file;
}
const hash = (text: string): number => [...Buffer.from(text)].reduce((sum, byte) => (sum * 31 + byte) % 1_000_003, 7);

function runner(): { run: ReturnType<typeof createToolRunner>; record: RawOutput[]; abort: AbortController } {
  const abort = new AbortController();
  const record: RawOutput[] = [];
  return { run: createToolRunner({ signal: abort.signal, record }), record, abort };
}

describe("createToolRunner", () => {
  it("gives status and both outputs, and keeps them", async () => {
    const { run, record } = runner();
    const file = program("process.stdout.write('đầu ra'); process.stderr.write('lỗi'); process.exitCode = 3;");
    const result = await run(process.execPath, [file], 10_000);
    expect(result).toEqual({ started: true, exitCode: 3, stdout: "đầu ra", stderr: "lỗi", timedOut: false });
    expect(record).toEqual([{ tool: process.execPath, args: [file], exitCode: 3, stdout: "đầu ra", stderr: "lỗi" }]);
  });

  it("uses no shell", async () => {
    const { run } = runner();
    const file = program("process.stdout.write(JSON.stringify(process.argv.slice(2)))");
    const args = ["; echo x", "$(id)", "a b", "|", ">", "*"];
    expect(JSON.parse((await run(process.execPath, [file, ...args], 10_000)).stdout)).toEqual(args);
  });

  it("reports a missing tool as a result", async () => {
    const { run, record } = runner();
    expect(await run("qbrecover-no-such-tool", ["x"], 1000)).toEqual({
      started: false,
      exitCode: null,
      stdout: "",
      stderr: "",
      timedOut: false,
    });
    expect(record[0]?.exitCode).toBeNull();
  });

  it("kills what runs too long, even if it does not listen, and keeps what it wrote", async () => {
    const { run } = runner();
    const file = program(
      "process.on('SIGTERM', () => {}); process.stdout.write('first'); setInterval(() => {}, 1000);",
    );
    const result = await soonerThan(20_000, () => run(process.execPath, [file], 600));
    expect(result).toMatchObject({ started: true, timedOut: true, stdout: "first" });
  });

  it("ends at once when the scan is interrupted", async () => {
    const { run, abort } = runner();
    const file = program("setInterval(() => {}, 1000);");
    setTimeout(() => abort.abort(), 100);
    expect(await soonerThan(20_000, () => run(process.execPath, [file], 20_000))).toMatchObject({ timedOut: false });
    expect(await run(process.execPath, [file], 10_000)).toMatchObject({ started: false });
  });

  it("caps what it reads at 1 MiB", async () => {
    const { run } = runner();
    const file = program("const line = 'x'.repeat(65536); for (let i = 0; i < 64; i += 1) process.stdout.write(line);");
    const result = await run(process.execPath, [file], 10_000);
    expect(result.stdout.length).toBeLessThanOrEqual(1024 * 1024);
    expect(result.stdout.length).toBeGreaterThan(500_000);
  });

  it("keeps no password of a proxy", async () => {
    const { run, record } = runner();
    const file = program("process.stdout.write('ProxyServer http://an:bimat@10.0.0.1:8080 x')");
    expect((await run(process.execPath, [file], 10_000)).stdout).toContain("bimat");
    expect(record[0]?.stdout).toBe("ProxyServer http://***@10.0.0.1:8080 x");
  });
});

describe("decodeToolOutput", () => {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
  it("reads UTF-8, UTF-16 with its mark, and code page 1258", () => {
    expect(decodeToolOutput(new TextEncoder().encode("Có"), "win32")).toBe("Có");
    expect(decodeToolOutput(bytes(0xff, 0xfe, 0x41, 0, 0xe0, 0), "win32")).toBe("Aà");
    expect(decodeToolOutput(bytes(0x54, 0x72, 0xea, 0xcc), "win32")).toBe("Trê\u0300");
    expect(decodeToolOutput(bytes(0x41, 0xe9), "linux")).toBe("Aé");
    expect(decodeToolOutput(undefined, "linux")).toBe("");
  });
});

describe("toolPath", () => {
  it("never looks into the current folder on Windows", () => {
    expect(toolPath("ping", "win32", { SystemRoot: "D:\\Windows" })).toBe("D:\\Windows\\System32\\ping.exe");
    expect(toolPath("powershell", "win32", {})).toBe("C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe");
    expect(toolPath("ping", "win32", { SystemRoot: "." })).toBe("C:\\Windows\\System32\\ping.exe");
  });

  it("takes the system's own program, whatever PATH says, and nothing by a relative path", () => {
    expect(toolPath("sh", "linux", { PATH: `.:${folder}` })).toMatch(/^\/(?:usr\/)?bin\/sh$/u);
    for (const name of ["qbrecover-no-such-tool", "./sh", "../bin/sh", "..", ""])
      expect(toolPath(name, "linux", {})).toBeNull();
    expect(toolPath("sh", "linux", {}, [".", "usr/bin"])).toBeNull();
  });
});
