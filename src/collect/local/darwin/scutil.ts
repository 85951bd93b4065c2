import { isIP } from "node:net";
import { oneLine } from "../../../base/terminal-safe.ts";
import type { ProxyFacts, ProxySetting, ResolverFact, ResolverFacts } from "../facts.ts";
import { pacSetting, proxySetting } from "../proxy/value.ts";

/**
 * Servers from `scutil --dns`: the resolvers without a domain of their own (mDNS and VPN zones have one), before the
 * scoped copies.
 */
export function parseScutilDns(text: string): ResolverFacts {
  const general = text.split(/^DNS configuration \(for scoped queries\)/mu)[0] ?? "";
  const servers: ResolverFact[] = [];
  const search: string[] = [];
  for (const block of general.split(/^resolver #\d+/mu).slice(1)) {
    if (/^[ \t]+domain\s*:/mu.test(block)) continue;
    const name = /^[ \t]+if_index : \d+ \((\S+)\)/mu.exec(block)?.[1] ?? null;
    const port = Number(/^[ \t]+port\s*:\s*(\d+)/mu.exec(block)?.[1] ?? 53);
    for (const match of block.matchAll(/^[ \t]+nameserver\[\d+\] : (\S+)/gmu)) {
      // A link-local address is one only together with its zone.
      const address = match[1] ?? "";
      if (isIP(address) === 0 || servers.some((server) => server.address === address)) continue;
      servers.push({
        address,
        port: port === 0 ? 53 : port,
        interface: name ?? /%(.+)$/u.exec(address)?.[1] ?? null,
        source: "scutil --dns",
      });
    }
    for (const match of block.matchAll(/^[ \t]+search domain\[\d+\] : (\S+)/gmu))
      search.push(oneLine(match[1] ?? "", 253));
  }
  return { servers, search: [...new Set(search)] };
}

/** Proxy of macOS from `scutil --proxy`. */
export function parseScutilProxy(text: string): ProxyFacts {
  const value = (key: string): string | undefined => new RegExp(`^[ \\t]+${key} : (.*)$`, "mu").exec(text)?.[1]?.trim();
  const settings: ProxySetting[] = [];
  for (const [prefix, scheme] of [
    ["HTTP", "http"],
    ["HTTPS", "https"],
    ["SOCKS", "socks"],
  ] as const) {
    if (value(`${prefix}Enable`) === "1")
      settings.push(proxySetting("macos", scheme, `${value(`${prefix}Proxy`) ?? ""}:${value(`${prefix}Port`) ?? ""}`));
  }
  const pac = value("ProxyAutoConfigURLString");
  if (value("ProxyAutoConfigEnable") === "1" && pac !== undefined) settings.push(pacSetting("macos", pac));
  if (value("ProxyAutoDiscoveryEnable") === "1")
    settings.push({ source: "macos", scheme: "autodetect", value: "", valid: true });
  const list = /ExceptionsList : <array> \{([^}]*)\}/u.exec(text)?.[1] ?? "";
  const bypass = [...list.matchAll(/^[ \t]+\d+ : (.+)$/gmu)].map((match) => oneLine(match[1] ?? "", 200)).slice(0, 100);
  return { settings, bypass: settings.length === 0 ? [] : bypass };
}
