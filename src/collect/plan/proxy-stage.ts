import { isIP } from "node:net";
import { probeProxy, type ProxyInput } from "../probes/proxy.ts";
import { automaticProxies } from "./automatic-proxy.ts";
import { firstAddress } from "./first-address.ts";
import type { LaptopView } from "./laptop-view.ts";
import type { Names } from "./names.ts";
import { parseProxy } from "./proxy-value.ts";
import type { WorkingProxy } from "./through-proxy.ts";
import type { Work } from "./work.ts";

const ANSWER_MS = 2500;

/**
 * Speaks to every configured HTTP proxy: the browsers go through it even where the direct way works. What a script
 * (PAC) decides the system is asked, where it can be; SOCKS is reported by the laptop's own observation and not tried.
 */
export async function proxyStage(work: Work, names: Names): Promise<WorkingProxy[]> {
  if (work.laptop.online === false) return [];
  const automatic = await automaticProxies(work);
  const inputs = new Map<string, Omit<ProxyInput, "address">>();
  const schemes = new Map<string, ("http" | "https")[]>();
  for (const setting of work.laptop.proxies) {
    const place = setting.valid ? parseProxy(setting) : null;
    if (place === null) continue;
    const key = `${place.host}:${place.port}`;
    schemes.set(key, [...(schemes.get(key) ?? []), ...SCHEMES_OF[setting.scheme]]);
    // One that is set for encrypted pages, too, is asked for a tunnel.
    if (!inputs.has(key) || setting.scheme !== "http")
      inputs.set(key, {
        ...place,
        source: setting.source,
        control: wanted(work, setting.scheme),
      });
  }
  for (const { proxy } of automatic) {
    const place = proxy === null ? null : parseProxy({ scheme: "all", value: proxy });
    if (place === null) continue;
    inputs.set(`${place.host}:${place.port}`, { ...place, source: "windowsRegistry", control: wanted(work, "all") });
  }
  const proxies = await Promise.all(
    [...inputs.values()].map(async (input) => {
      const address =
        isIP(input.host) === 0 ? ((await firstAddress(work, names, input.host, 4)).addresses[0] ?? null) : input.host;
      const limits = { connectMs: work.budget.connect, answerMs: Math.min(ANSWER_MS, work.budget.answer) };
      const seen = await probeProxy(work.context, { ...input, address }, limits);
      work.recorder.add(seen);
      if (address === null || seen.evidence.reachable !== true) return [];
      const pages = pagesOf(automatic, input);
      const kinds = pages === null ? (schemes.get(`${input.host}:${input.port}`) ?? []) : SCHEMES_OF.all;
      return [{ address, port: input.port, schemes: kinds, seen, pages }];
    }),
  );
  return proxies.flat();
}

const SCHEMES_OF: Readonly<Record<LaptopView["proxies"][number]["scheme"], readonly ("http" | "https")[]>> = {
  http: ["http"],
  https: ["https"],
  all: ["http", "https"],
  socks: [],
  pac: [],
  autodetect: [],
};

// A proxy for plain HTTP need not offer tunnels, so it is asked for what it is there for.
function wanted(work: Work, scheme: string): ProxyInput["control"] {
  const { httpProbe, ipTargets } = work.input.profile.controls;
  const [first] = ipTargets;
  if (scheme === "http") return { host: httpProbe.host, port: httpProbe.port, kind: "plain", path: httpProbe.path };
  return first === undefined ? null : { host: first.address, port: first.port, kind: "tunnel" };
}

/** Pages that the system's script sends through this proxy; null where no script decides. */
function pagesOf(
  automatic: Awaited<ReturnType<typeof automaticProxies>>,
  { host, port }: Pick<ProxyInput, "host" | "port">,
): ReadonlySet<string> | null {
  if (automatic.length === 0) return null;
  const isThis = (proxy: string | null): boolean => {
    const place = proxy === null ? null : parseProxy({ scheme: "all", value: proxy });
    return place?.host === host && place.port === port;
  };
  return new Set(automatic.filter((one) => isThis(one.proxy)).map((one) => one.url));
}
