import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { parsePmset } from "../../../src/collect/inventory/darwin.ts";
import { powerOf } from "../../../src/collect/local/windows/native/machine.ts";
import { linuxQuestions } from "../../../src/collect/inventory/linux.ts";
import { inventory } from "../../../src/collect/inventory/index.ts";
import { observationSchema } from "../../../src/evidence/schema.ts";
import { realContext, replay } from "../local/support.ts";
import { soonerThan } from "../../support/sooner.ts";

it("tells what this machine is", async () => {
  const observation = await inventory(realContext(), 10_000);
  expect(observationSchema.parse(observation)).toMatchObject({ id: "inventory", outcome: "ok" });
  expect(observation.evidence.os).not.toBeNull();
  expect(observation.evidence.memoryBytes).toBeGreaterThan(0);
});

it("never makes the scan wait: late is unknown", async () => {
  const observation = await soonerThan(10_000, () => inventory(realContext(), 1));
  expect(observationSchema.parse(observation).collector).toBe("inventory");
});

it("ends when the scan is interrupted, and says so where nothing was told yet", async () => {
  const abort = new AbortController();
  abort.abort();
  const observation = await inventory(realContext({ signal: abort.signal }), 10_000);
  expect(observation).toMatchObject({ outcome: "unknown", failure: { code: "ABORTED" } });
});

/** What the questions of Linux find in a file system with these files. */
async function linux(files: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  const root = mkdtempSync(path.join(tmpdir(), "qb-inventory-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const told = await Promise.allSettled(linuxQuestions(root).map((question) => question(1000)));
  return Object.assign({}, ...told.map((each) => (each.status === "fulfilled" ? each.value : {})));
}

it("Linux: maker, model and system from the kernel's files; the laptop's battery, not the mouse's", async () => {
  const dmi = "sys/class/dmi/id";
  const power = "sys/class/power_supply";
  expect(
    await linux({
      [`${dmi}/sys_vendor`]: "LENOVO\n",
      [`${dmi}/product_name`]: "20X1\u001b\u0007\n",
      "etc/os-release": 'NAME="Debian"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n',
      [`${power}/AC/type`]: "Mains\n",
      [`${power}/hidpp_battery_0/type`]: "Battery\n",
      [`${power}/hidpp_battery_0/scope`]: "Device\n",
      [`${power}/hidpp_battery_0/capacity`]: "5\n",
      [`${power}/BAT0/type`]: "Battery\n",
      [`${power}/BAT0/capacity`]: "87\n",
      [`${power}/AAA/type`]: "Battery\n",
      [`${power}/AAA/scope`]: "Device\n",
    }),
  ).toEqual({
    manufacturer: "LENOVO",
    model: "20X1",
    os: `Debian GNU/Linux 12 (bookworm) ${process.arch}`,
    batteryPercent: 87,
  });
});

it("Linux: what the maker left blank and what is not there is null, not a fact", async () => {
  expect(
    await linux({
      "sys/class/dmi/id/sys_vendor": "To Be Filled By O.E.M.\n",
      "proc/device-tree/model": "Raspberry Pi 4\0",
    }),
  ).toMatchObject({
    manufacturer: null,
    model: "Raspberry Pi 4",
  });
});

it("Windows: without its libraries nothing but what the runtime knows", async () => {
  const { evidence } = await inventory(realContext({ platform: "win32", runTool: replay({}) }), 5000);
  expect(evidence).toMatchObject({ manufacturer: null, model: null, batteryPercent: null });
  expect(evidence.memoryBytes).toBeGreaterThan(0);
  expect(Object.keys(evidence)).not.toContain("timeService");
});

it("Windows: the charge, unless there is no battery or Windows does not know it", () => {
  const status = (flag: number, charge: number): Uint8Array =>
    Uint8Array.from([0, flag, charge, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(
    [status(1, 64), status(8, 100), status(128, 255), status(255, 255), status(1, 255)].map(
      (one) => powerOf(one).batteryPercent,
    ),
  ).toEqual([64, 100, null, null, null]);
});

it("macOS: the charge of its own battery", () => {
  expect(
    parsePmset(
      "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=4653155)\t95%; discharging; 4:20 remaining " +
        "present: true\n",
    ),
  ).toBe(95);
  expect(parsePmset("Now drawing from 'AC Power'\n")).toBeNull();
});
