import { oneLine } from "../../../base/terminal-safe.ts";
import type { ProxyFacts } from "../facts.ts";
import { pacSetting, proxySetting } from "./value.ts";

/**
 * Settings of the GNOME desktop from `gsettings list-recursively org.gnome.system.proxy`: one `schema key value` a
 * line.
 */
export function parseGnomeProxy(text: string): ProxyFacts {
  const values = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [, schema, key, value] = /^org\.gnome\.system\.proxy(\.\w+)? (\S+) (.*)$/u.exec(line.trim()) ?? [];
    if (key !== undefined && value !== undefined) values.set(`${schema ?? ""}.${key}`, value);
  }
  const word = (key: string): string => /^'(.*)'$/u.exec(values.get(key) ?? "")?.[1] ?? "";
  const bypass = [...(values.get(".ignore-hosts") ?? "").matchAll(/'([^']*)'/gu)]
    .map((match) => oneLine(match[1] ?? "", 200))
    .slice(0, 100);
  const mode = word(".mode");
  if (mode === "auto") {
    const url = word(".autoconfig-url");
    return {
      settings: [
        url === "" ? { source: "gnome", scheme: "autodetect", value: "", valid: true } : pacSetting("gnome", url),
      ],
      bypass,
    };
  }
  if (mode !== "manual") return { settings: [], bypass: [] };
  const settings = (["http", "https", "socks"] as const).flatMap((scheme) => {
    const host = word(`.${scheme}.host`);
    return host === "" ? [] : [proxySetting("gnome", scheme, `${host}:${values.get(`.${scheme}.port`) ?? ""}`)];
  });
  return { settings, bypass };
}
