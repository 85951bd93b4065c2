import type { CollectContext } from "../context/context.ts";
import { readPower, serviceRuns } from "../local/windows/native/machine.ts";
import { openRegistry } from "../local/windows/native/registry.ts";
import { told } from "../local/windows/told.ts";
import { firmwareWord, percent, type Question } from "./facts.ts";
import { systemName } from "./system-name.ts";

/** Maker and model, as the firmware told them at start. The serial number is not in this key. */
const BIOS = "HARDWARE\\DESCRIPTION\\System\\BIOS";
const TIME = "SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters";

/** Maker, model, battery and the keeper of the clock of a Windows laptop, as the system has them at hand. No program. */
export function windowsQuestions({ raw }: Pick<CollectContext, "raw">): readonly Question[] {
  return [
    () => {
      const firmware = told(raw, "RegGetValueW BIOS", () => ({
        manufacturer: openRegistry().text("machine", BIOS, "SystemManufacturer"),
        model: openRegistry().text("machine", BIOS, "SystemProductName"),
      }));
      if (!firmware.known) return Promise.resolve({});
      const { manufacturer, model } = firmware.value;
      return Promise.resolve({ manufacturer: firmwareWord(manufacturer), model: firmwareWord(model) });
    },
    () => Promise.resolve({ os: systemName() }),
    () => {
      const power = told(raw, "GetSystemPowerStatus", readPower);
      if (!power.known) return Promise.resolve({});
      const { batteryPercent, onMains } = power.value;
      const charge = batteryPercent === null ? null : percent(batteryPercent);
      return Promise.resolve({ batteryPercent: charge, ...(onMains === null ? {} : { onMains }) });
    },
    () => {
      const runs = told(raw, "QueryServiceStatus W32Time", () => serviceRuns("W32Time"));
      const source = told(raw, "RegGetValueW W32Time", () => openRegistry().text("machine", TIME, "Type"));
      if (!runs.known && !source.known) return Promise.resolve({});
      const running = runs.known ? runs.value : "unknown";
      return Promise.resolve({ timeService: { running, source: source.known ? source.value : null } });
    },
  ];
}
