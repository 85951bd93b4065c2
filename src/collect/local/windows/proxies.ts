import { oneLine } from "../../../base/terminal-safe.ts";
import type { ProxyFacts, ProxySetting } from "../facts.ts";
import { pacSetting, proxySetting } from "../proxy/value.ts";
import type { UserProxy } from "./native/winhttp.ts";

/** Settings of the user's proxy: one for all (`host:port`) or one for each scheme (`http=h:p;https=h:p;socks=h:p`). */
export function proxiesOf(told: UserProxy): ProxyFacts {
  const settings: ProxySetting[] = [];
  for (const part of told.proxy.split(/[;\s]+/u).filter((text) => text !== "")) {
    const [, scheme, value = ""] = /^(?:(http|https|socks|ftp)=)?(.+)$/iu.exec(part) ?? [];
    const known = scheme?.toLowerCase();
    if (known === "ftp") continue;
    const one = known === "http" || known === "https" || known === "socks" ? known : "all";
    settings.push(proxySetting("windowsRegistry", one, value));
  }
  if (told.script !== "") settings.push(pacSetting("windowsRegistry", told.script));
  if (told.autoDetect) settings.push({ source: "windowsRegistry", scheme: "autodetect", value: "", valid: true });
  const bypass = told.bypass.split(/[;\s]+/u).filter((entry) => entry !== "");
  return { settings, bypass: settings.length === 0 ? [] : bypass.map((entry) => oneLine(entry, 200)).slice(0, 100) };
}
