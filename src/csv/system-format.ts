import type { CommandContext } from "../base/context.ts";
import { toolPath } from "../collect/tool/tool-path.ts";
import type { SystemFormat } from "./dialect.ts";

const KEY = "HKCU\\Control Panel\\International";
const UNKNOWN: SystemFormat = { list: null, decimal: null };

/**
 * Separator and decimal sign of this Windows, asked of the registry; unknown on other systems and where it does not
 * answer in a second.
 */
export async function systemFormat({ platform, env }: Pick<CommandContext, "platform" | "env">): Promise<SystemFormat> {
  if (platform !== "win32") return UNKNOWN;
  const reg = toolPath("reg", platform, env);
  if (reg === null) return UNKNOWN;
  const { execa } = await import("execa");
  const result = await execa(reg, ["query", KEY], {
    timeout: 1000,
    reject: false,
    maxBuffer: 65_536,
    stdin: "ignore",
    windowsHide: true,
  });
  return result.exitCode === 0 ? parseInternational(result.stdout) : UNKNOWN;
}

/** Reads `reg query` output, which is the same in every language: name, type, value. */
export function parseInternational(output: string): SystemFormat {
  const value = (name: string): string | null =>
    new RegExp(`^\\s*${name}\\s+REG_SZ\\s+(\\S)`, "mu").exec(output)?.[1] ?? null;
  return { list: value("sList"), decimal: value("sDecimal") };
}
