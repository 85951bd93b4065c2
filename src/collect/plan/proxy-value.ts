import type { LaptopView } from "./laptop-view.ts";

/**
 * Host and port of a proxy setting (`host:port`, `http://host:port`, `[::1]:3128`); null for what is no HTTP proxy.
 * Pure.
 */
export function parseProxy(
  setting: Pick<LaptopView["proxies"][number], "scheme" | "value">,
): { readonly host: string; readonly port: number } | null {
  if (setting.scheme !== "http" && setting.scheme !== "https" && setting.scheme !== "all") return null;
  const text = setting.value.includes("://") ? setting.value : `http://${setting.value}`;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  return { host: url.hostname.replace(/^\[|\]$/gu, ""), port };
}
