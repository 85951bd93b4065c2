import type { CollectContext } from "../context/context.ts";
import { systemName } from "./system-name.ts";
import { firmwareWord, percent, type Question } from "./facts.ts";

/** Maker, model and battery of a Mac. `ioreg` and `system_profiler` would tell its serial number as well: not asked. */
export function darwinQuestions(context: Pick<CollectContext, "runTool">): readonly Question[] {
  return [
    async (deadlineMs) => {
      const { stdout } = await context.runTool("sysctl", ["-n", "hw.model"], deadlineMs);
      return { manufacturer: "Apple", model: firmwareWord(stdout) };
    },
    () => Promise.resolve({ os: systemName() }),
    async (deadlineMs) => ({
      batteryPercent: parsePmset((await context.runTool("pmset", ["-g", "batt"], deadlineMs)).stdout),
    }),
  ];
}

/** ` -InternalBattery-0 (id=4653155)	95%; discharging; 4:20 remaining`; null where there is no battery of its own. */
export function parsePmset(output: string): number | null {
  const told = /InternalBattery\S*[^\n%]*?(\d{1,3})%/u.exec(output)?.[1];
  return told === undefined ? null : percent(Number(told));
}
