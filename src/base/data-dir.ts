import { existsSync } from "node:fs";
import path from "node:path";
import envPaths from "env-paths";

/**
 * Folder of the store: `--data-dir`, then `qbrecover-data` beside the executable (the tool runs from a USB stick),
 * then QBRECOVER_HOME, then the system's place for a user's data.
 * @param folder in which the executable lies
 */
export function chooseDataDir(
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
  cwd: string,
): string {
  if (option !== undefined) return path.resolve(cwd, option);
  const beside = path.join(folder, "qbrecover-data");
  if (existsSync(beside)) return beside;
  const home = env["QBRECOVER_HOME"];
  if (home !== undefined && home !== "") return path.resolve(cwd, home);
  return envPaths("qbrecover", { suffix: "" }).data;
}
