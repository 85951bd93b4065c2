import type { CollectContext } from "../context/context.ts";
import { parseRegQuery } from "../local/windows/registry.ts";
import { firmwareWord, percent, type Question } from "./facts.ts";
import { systemName } from "./system-name.ts";

/** Maker and model, as the firmware told them at start. The serial number is not in this key. */
const BIOS = "HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS";
/** SYSTEM_POWER_STATUS (winbase.h): bytes in all, place of BatteryFlag and of BatteryLifePercent. */
const POWER = { bytes: 12, flag: 1, percent: 2 } as const;
const NO_BATTERY = 0x80;
const UNKNOWN = 0xff;

/** Maker, model and battery of a Windows laptop: one look into the registry, one call of the system. No PowerShell. */
export function windowsQuestions(context: Pick<CollectContext, "runTool">): readonly Question[] {
  return [
    async (deadlineMs) => {
      const values = parseRegQuery((await context.runTool("reg", ["query", BIOS], deadlineMs)).stdout);
      return {
        manufacturer: firmwareWord(values.get("SystemManufacturer")),
        model: firmwareWord(values.get("SystemProductName")),
      };
    },
    () => Promise.resolve({ os: systemName() }),
    async () => ({ batteryPercent: batteryOf(await powerStatus()) }),
  ];
}

/** Charge in per cent from a SYSTEM_POWER_STATUS; null without a battery or where Windows does not know. */
export function batteryOf(status: Uint8Array): number | null {
  const flag = status[POWER.flag] ?? UNKNOWN;
  return flag === UNKNOWN || (flag & NO_BATTERY) !== 0 ? null : percent(status[POWER.percent] ?? UNKNOWN);
}

async function powerStatus(): Promise<Uint8Array> {
  const { dlopen } = await import("node:ffi");
  using kernel = dlopen("kernel32.dll", { GetSystemPowerStatus: { arguments: ["buffer"], return: "int32" } });
  const status = Buffer.alloc(POWER.bytes, UNKNOWN);
  return kernel.functions.GetSystemPowerStatus(status) === 0 ? Buffer.alloc(POWER.bytes, UNKNOWN) : status;
}
