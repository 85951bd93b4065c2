import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { chooseDataDir } from "../../src/base/data-dir.ts";
import { chooseLang } from "../../src/base/locale.ts";
import { oneLine, terminalSafe } from "../../src/base/terminal-safe.ts";

describe("language", () => {
  it.each([
    [undefined, {}, "linux", "en-US", "vi"],
    [undefined, { LANG: "en_US.UTF-8" }, "linux", "vi-VN", "en"],
    [undefined, { LC_ALL: "vi_VN.UTF-8", LANG: "en_US.UTF-8" }, "linux", "en-US", "vi"],
    [undefined, {}, "win32", "en-US", "en"],
    [undefined, {}, "win32", "vi-VN", "vi"],
    ["en", { LANG: "vi_VN" }, "win32", "vi-VN", "en"],
  ] as const)("--lang %s, %j on %s (%s) is %s", (option, env, platform, system, expected) => {
    expect(chooseLang(option, env, platform, () => system)).toBe(expected);
  });
});

describe("folder of the data", () => {
  it("is the option's, else the one beside the executable, else QBRECOVER_HOME, else the system's", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "qb-data-"));
    expect(chooseDataDir(undefined, { QBRECOVER_HOME: "/h" }, folder, "/c")).toBe(path.resolve("/h"));
    expect(chooseDataDir(undefined, {}, folder, "/c")).toMatch(/qbrecover/u);
    mkdirSync(path.join(folder, "qbrecover-data"));
    expect(chooseDataDir(undefined, { QBRECOVER_HOME: "/h" }, folder, "/c")).toBe(path.join(folder, "qbrecover-data"));
    expect(chooseDataDir("x", { QBRECOVER_HOME: "/h" }, folder, "/c")).toBe(path.resolve("/c/x"));
  });
});

describe("foreign text", () => {
  it("loses what could move the cursor, retitle the window or reverse the reading order", () => {
    expect(terminalSafe("a\u001b[2Jb\u0007\u009b31mc\u202ed\r\n\te")).toBe("a[2Jb31mcd\n\te");
    expect(oneLine("Trụ sở\n\tUBND  xã", 100)).toBe("Trụ sở UBND xã");
    expect(oneLine("x".repeat(20), 5)).toBe("xxxx…");
  });
});
