import { oneLine } from "../../../base/terminal-safe.ts";
import type { ProxyFacts, ProxySetting } from "../facts.ts";
import { pacSetting, proxySetting } from "../proxy/value.ts";

export const INTERNET_SETTINGS = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";

/** Rows of `reg query`: four spaces, name, type, value. Names and types are never translated. */
export function parseRegQuery(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split(/\r?\n/u)) {
    const [, name, value] = /^ {4}(\S.*?) {4}REG_\w+(?: {4}(.*))?$/u.exec(line) ?? [];
    if (name !== undefined) values.set(name, (value ?? "").trim());
  }
  return values;
}

/**
 * Proxy of Windows from the Internet Settings: one for all (`host:port`) or one for each scheme
 * (`http=h:p;https=h:p;socks=h:p`).
 * A server that is written down but switched off (ProxyEnable 0) is no setting.
 */
export function proxiesOfRegistry(values: ReadonlyMap<string, string>): ProxyFacts {
  const settings: ProxySetting[] = [];
  if (/^0x0*1$/u.test(values.get("ProxyEnable") ?? "")) {
    for (const part of (values.get("ProxyServer") ?? "").split(/[;\s]+/u).filter((text) => text !== "")) {
      const [, scheme, value = ""] = /^(?:(http|https|socks|ftp)=)?(.+)$/iu.exec(part) ?? [];
      const known = scheme?.toLowerCase();
      if (known === "ftp") continue;
      settings.push(
        proxySetting(
          "windowsRegistry",
          known === "http" || known === "https" || known === "socks" ? known : "all",
          value,
        ),
      );
    }
  }
  const pac = values.get("AutoConfigURL") ?? "";
  if (pac !== "") settings.push(pacSetting("windowsRegistry", pac));
  if (/^0x0*1$/u.test(values.get("AutoDetect") ?? ""))
    settings.push({ source: "windowsRegistry", scheme: "autodetect", value: "", valid: true });
  const bypass = (values.get("ProxyOverride") ?? "").split(/[;\s]+/u).filter((entry) => entry !== "");
  return { settings, bypass: settings.length === 0 ? [] : bypass.map((entry) => oneLine(entry, 200)).slice(0, 100) };
}
