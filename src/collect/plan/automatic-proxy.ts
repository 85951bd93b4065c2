import type { ObservationOf } from "../../evidence/schema.ts";
import { targetsOf } from "./targets.ts";
import type { Work } from "./work.ts";

type Resolved = NonNullable<ObservationOf<"proxyConfig">["evidence"]["resolved"]>;

/** A script may have to be fetched over a line that is dead; where none is named, most offices have none to be found. */
const SCRIPT_MS = 3000;
const SEARCH_MS = 1500;

/**
 * Asks the system how it would reach each page of the profile, where a script decides (PAC) or is looked for (WPAD); its answer becomes part of
 * the observation of the proxy settings. Empty where nothing is automatic.
 */
export async function automaticProxies(work: Work): Promise<Resolved> {
  const { local, profile } = work.input;
  const config = work.recorder
    .all()
    .find((one): one is ObservationOf<"proxyConfig"> => one.collector === "proxyConfig");
  const schemes = new Set(config?.evidence.settings.map((one) => one.scheme));
  const automatic = schemes.has("pac") || schemes.has("autodetect");
  if (config === undefined || !automatic || local.proxyFor === undefined) return [];
  const limit = Math.min(schemes.has("pac") ? SCRIPT_MS : SEARCH_MS, work.budget.local);
  const urls = [...new Set(targetsOf(profile, false).flatMap(({ endpoint }) => urlOf(endpoint) ?? []))];
  const resolved = await local.proxyFor(work.context, config.evidence, urls, limit);
  if (resolved.length === 0) return [];
  work.recorder.add({ ...config, evidence: { ...config.evidence, resolved: [...resolved] } });
  return resolved;
}

/** Address of a page as a program asks for it that keeps to the system's proxy; null for what goes past every proxy. */
export function urlOf({ protocol, host, port, path }: Endpoint): string | null {
  const scheme = protocol === "tsa" || protocol === "ocsp" ? "http" : protocol;
  if (scheme !== "https" && scheme !== "http") return null;
  const usual = scheme === "https" ? 443 : 80;
  return `${scheme}://${host}${port === usual ? "" : `:${String(port)}`}${path ?? "/"}`;
}

type Endpoint = ReturnType<typeof targetsOf>[number]["endpoint"];
