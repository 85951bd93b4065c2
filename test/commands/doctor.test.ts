import { statSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { networkRows, row } from "../../src/commands/doctor/facts.ts";
import { isSound } from "../../src/commands/doctor/row.ts";
import { secondSource } from "../../src/commands/doctor/second.ts";
import type { Observation } from "../../src/evidence/schema.ts";
import { fixture, realContext, replay } from "../collect/local/support.ts";
import { record } from "../judge/record.ts";
import { ETH, GATEWAY, HEALTHY } from "../judge/world.ts";
import { qbrecover } from "../support/qbrecover.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "qb-doctor-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const NOBODY = { addresses: null, gateways: null, neighbours: null, resolvers: null };
const seen: readonly Observation[] = record(HEALTHY).observations;
const own = ETH.addresses.filter((one) => one.family === 4).map((one) => one.address);
const states = (second: typeof NOBODY | Parameters<typeof networkRows>[1]): readonly string[] =>
  networkRows(seen, second).map((one) => `${one.id} ${one.state}`);

describe("two sources", () => {
  it("agree in whatever order, differ, or one is alone", () => {
    expect(row("resolvers", ["b", "a"], ["a", "b", "a"])).toMatchObject({ state: "agrees", native: "a, b" });
    expect(row("resolvers", ["a"], ["b"])).toMatchObject({ state: "differs" });
    expect(row("resolvers", ["a"], [])).toMatchObject({ state: "differs", system: "" });
    expect(row("resolvers", ["a"], null)).toMatchObject({ state: "alone" });
    expect(row("resolvers", null, ["a"])).toMatchObject({ state: "unknown" });
  });

  it("a network whose tools say nothing is no fault; one fact that differs is named", () => {
    expect(states(NOBODY)).toContain("gateway alone");
    expect(networkRows(seen, NOBODY).every(isSound)).toBe(true);
    const told = { ...NOBODY, addresses: new Map([[ETH.name, own]]), gateways: [GATEWAY] };
    expect(states(told)).toEqual(expect.arrayContaining(["addresses agrees", "gateway agrees"]));
    expect(states({ ...told, gateways: ["10.0.0.254"] })).toContain("gateway differs");
    expect(states({ ...told, addresses: new Map([[ETH.name, ["10.0.0.9"]]]) })).toContain("addresses differs");
    expect(states({ ...NOBODY, neighbours: new Map([[GATEWAY, "00:00:5e:00:53:01"]]) })).toContain(
      "neighbours differs",
    );
  });

  it("what could not be read is unknown, never agreement", () => {
    const blind = seen.map((one) => (one.collector === "routes" ? { ...one, outcome: "unknown" as const } : one));
    const rows = networkRows(blind, { ...NOBODY, gateways: [] });
    expect(rows.find((one) => one.id === "gateway")).toMatchObject({ state: "unknown", native: null });
    expect(rows.every(isSound)).toBe(false);
  });
});

describe("the system's own tools", () => {
  const asked = (outputs: Readonly<Record<string, string>>) =>
    secondSource(realContext({ platform: "win32", runTool: replay(outputs) }));

  it("ipconfig, route and arp of Windows", async () => {
    const told = await asked({
      ipconfig: fixture("windows/ipconfig-all.en.txt"),
      route: fixture("windows/route-print.en.txt"),
      arp: fixture("windows/arp-a.en.txt"),
    });
    expect([...(told.addresses?.values() ?? [])].flat().length).toBeGreaterThan(0);
    expect(told.gateways).toEqual(expect.arrayContaining(["172.16.20.1", "10.129.0.1"]));
    expect(told.neighbours?.get("10.129.0.1")).toBe("00:50:56:94:05:3e");
    expect(told.resolvers?.length).toBeGreaterThan(0);
  });

  it("output of which nothing is understood, and tools that are missing, say nothing", async () => {
    const nothing = { addresses: null, gateways: null, neighbours: null, resolvers: null };
    expect(await asked({ ipconfig: "Ethernet adapter eth0\n\n    IPv4 address. . . : 192.168.77.100\n" })).toEqual(
      nothing,
    );
    expect(await asked({})).toEqual(nothing);
  });
});

const report = z.object({
  sound: z.boolean(),
  rows: z.array(z.object({ id: z.string(), state: z.string(), native: z.string().nullable() })),
  raw: z.array(z.object({ tool: z.string() })).optional(),
});

describe("qbrecover doctor", () => {
  it("one JSON, a record without anybody's folder in it, and a status that says the same", async () => {
    const file = path.join(folder, "doctor.json");
    const told = await qbrecover(["doctor", "--json", "--record", file, "--data-dir", path.join(folder, "dữ liệu")]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { sound, rows } = report.parse(JSON.parse(told.stdout));
    expect(told.exitCode).toBe(sound ? 0 : 2);
    for (const id of ["writeSpeed", "fullSync", "freeSpace", "profile", "datagrams", "runtime"])
      expect({ id, state: rows.find((one) => one.id === id)?.state }).toEqual({ id, state: "ok" });
    const text = await readFile(file, "utf8");
    expect(report.parse(JSON.parse(text)).raw?.length).toBeGreaterThan(0);
    expect(homedir().length).toBeGreaterThan(1);
    expect(text).not.toContain(homedir());
  });

  it("a data folder that takes nothing is a problem, not a crash", async () => {
    const told = await qbrecover(["doctor", "--json", "--data-dir", "/proc/nowhere"]);
    expect(told.exitCode).toBe(2);
    expect(report.parse(JSON.parse(told.stdout)).rows.find((one) => one.id === "writeSpeed")?.state).toBe("problem");
  });

  it.each(["vi", "en"])("a table in %s, and a record that cannot be written is told", async (lang) => {
    const told = await qbrecover(["doctor", "--lang", lang, "--data-dir", folder]);
    expect(told.stdout).toMatch(lang === "vi" ? /Đồng hồ.*\n/u : /Clock.*\n/u);
    const failed = await qbrecover(["doctor", "--lang", lang, "--data-dir", folder, "--record", "/proc/x/y"]);
    expect([failed.exitCode, failed.stderr.includes("/proc/x/y")]).toEqual([64, true]);
  });
});
