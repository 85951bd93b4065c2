import { oneLine } from "../../../base/terminal-safe.ts";
import type { ProxyFacts, ProxySetting } from "../facts.ts";
import { proxySetting } from "./value.ts";

const VARIABLES = [
  ["http_proxy", "http"],
  ["https_proxy", "https"],
  ["all_proxy", "all"],
] as const;

/** Proxy variables in both spellings; where both are set and differ, both are told. */
export function proxiesOfEnvironment(env: Readonly<Record<string, string | undefined>>): ProxyFacts {
  const settings: ProxySetting[] = [];
  for (const [name, scheme] of VARIABLES) {
    const values = new Set(
      [env[name], env[name.toUpperCase()]].filter((value) => value !== undefined && value.trim() !== ""),
    );
    for (const value of values) settings.push(proxySetting("environment", scheme, value ?? ""));
  }
  const bypass = (env["no_proxy"] ?? env["NO_PROXY"] ?? "").split(/[\s,]+/u).filter((entry) => entry !== "");
  return { settings, bypass: bypass.map((entry) => oneLine(entry, 200)).slice(0, 100) };
}
