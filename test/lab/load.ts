import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Scenario } from "./scenario.ts";

const FOLDER = fileURLToPath(new URL("scenarios/", import.meta.url));
const GROUPS: readonly Scenario["group"][] = ["healthy", "silent", "catalogue", "two", "pair", "own"];

/** All scenarios, or those whose file name contains one of `filters`; healthy ones first, then by group and name. */
export async function loadScenarios(filters: readonly string[]): Promise<Scenario[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".ts"));
  const wanted = files.filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)));
  const scenarios = await Promise.all(
    wanted.map(async (file) => {
      const module: { default: Scenario } = await import(/* @vite-ignore */ `./scenarios/${file}`);
      if (`${module.default.id}.ts` !== file) throw new Error(`${file} calls itself ${module.default.id}`);
      return module.default;
    }),
  );
  return scenarios.toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.id.localeCompare(b.id));
}
