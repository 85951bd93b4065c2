import { readdir, readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { firmwareWord, percent, type Question } from "./facts.ts";

/** Serial numbers and the machine's UUID lie beside these two files, for root alone; they are not opened. */
const DMI = "sys/class/dmi/id";
const SUPPLIES = "sys/class/power_supply";

/**
 * The laptop as the kernel's own files tell it: no program, no shell.
 * @param root where the file system begins; tests bring their own
 */
export function linuxQuestions(root = "/"): readonly Question[] {
  const read = async (...parts: string[]): Promise<string | null> =>
    readFile(path.join(root, ...parts), "utf8").then(
      (text) => text.replaceAll("\0", "").trim(),
      () => null,
    );
  return [
    async () => ({
      manufacturer: firmwareWord(await read(DMI, "sys_vendor")),
      // Boards without DMI (ARM) name themselves in the device tree.
      model: firmwareWord((await read(DMI, "product_name")) ?? (await read("proc/device-tree/model"))),
    }),
    async () => {
      const told = (await read("etc/os-release")) ?? "";
      const name = /^PRETTY_NAME="?([^"\n]+)"?$/mu.exec(told)?.[1] ?? os.version();
      return { os: firmwareWord(`${name} ${os.arch()}`) };
    },
    async () => {
      for (const supply of (await readdir(path.join(root, SUPPLIES))).toSorted()) {
        // A mouse and a pen have batteries too; theirs power a device, not the system.
        if (
          (await read(SUPPLIES, supply, "type")) !== "Battery" ||
          (await read(SUPPLIES, supply, "scope")) === "Device"
        )
          continue;
        return { batteryPercent: percent(Number((await read(SUPPLIES, supply, "capacity")) ?? "none")) };
      }
      return {};
    },
  ];
}
