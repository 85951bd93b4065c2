import { oneLine } from "../../../base/terminal-safe.ts";
import type { ProxySetting } from "../facts.ts";

const DEFAULT_PORT: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  socks: 1080,
  socks4: 1080,
  socks4a: 1080,
  socks5: 1080,
  socks5h: 1080,
};

/**
 * A proxy as people write it (`http://user:secret@host:3128/`, `host:3128`, `[::1]:8080`) as `host:port`, without user
 * name and password. `valid` false for what names no host and port: a bare word is more likely a slip than a host.
 */
export function proxyValue(text: string): { readonly value: string; readonly valid: boolean; readonly socks: boolean } {
  const trimmed = text.trim();
  const [, scheme, rest = ""] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/isu.exec(trimmed) ?? [];
  const known = scheme?.toLowerCase();
  const hostPort = rest.replace(/[/?#].*$/su, "").replace(/^.*@/su, "");
  const [, bracketed, plain, portText] =
    /^(?:\[([0-9a-f:.%]+)\]|([\p{L}\p{N}._-]+))(?::(\d{1,5}))?$/iu.exec(hostPort) ?? [];
  const host = bracketed ?? plain;
  const port = portText === undefined ? (known === undefined ? undefined : DEFAULT_PORT[known]) : Number(portText);
  const valid =
    host !== undefined &&
    port !== undefined &&
    port > 0 &&
    port < 65_536 &&
    (known === undefined || known in DEFAULT_PORT);
  const shown = valid ? `${bracketed === undefined ? host : `[${bracketed}]`}:${port}` : hostPort;
  return { value: oneLine(shown, 200), valid, socks: known?.startsWith("socks") ?? false };
}

/** One setting from what a person or program wrote. */
export function proxySetting(
  source: ProxySetting["source"],
  scheme: "http" | "https" | "socks" | "all",
  text: string,
): ProxySetting {
  const { value, valid, socks } = proxyValue(text);
  return { source, scheme: socks ? "socks" : scheme, value, valid };
}

/** An automatic configuration: reported, never evaluated. */
export function pacSetting(source: ProxySetting["source"], url: string): ProxySetting {
  const clean = url.trim().replace(/^([a-z]+:\/\/)[^/@]*@/iu, "$1");
  return { source, scheme: "pac", value: oneLine(clean, 200), valid: /^(?:https?|file):\/\/\S+$/iu.test(clean) };
}
