import { z } from "zod";
import type { Evidence, ObservationOf } from "../../src/evidence/schema.ts";
import type { Lab } from "./lab.ts";
import { must } from "./shell.ts";

const links = z.array(
  z.object({
    ifname: z.string(),
    flags: z.array(z.string()),
    mtu: z.number(),
    address: z.string().optional(),
    addr_info: z.array(z.object({ local: z.string(), prefixlen: z.number(), family: z.string() })),
  }),
);
const routes = z.array(z.object({ dst: z.string(), gateway: z.string().optional(), dev: z.string() }));
const neighbours = z.array(z.object({ dst: z.string(), dev: z.string(), lladdr: z.string().optional() }));

/** What the kernel says of the laptop's namespace, by the tool that everybody trusts. */
export interface BesideIp {
  readonly links: z.infer<typeof links>;
  readonly routes: z.infer<typeof routes>;
  readonly neighbours: z.infer<typeof neighbours>;
}

export async function askIp(lab: Lab): Promise<BesideIp> {
  const ask = async (...words: readonly string[]): Promise<unknown> =>
    JSON.parse((await must("ip", ["-n", lab.ns("laptop"), "-j", ...words])) || "[]");
  return {
    links: links.parse(await ask("addr")),
    routes: routes.parse(await ask("-4", "route")),
    neighbours: neighbours.parse(await ask("-4", "neigh")),
  };
}

/**
 * Where the Windows bindings and `ip` disagree about one namespace at one time, one line each. Adapters that are up count; of the neighbours
 * those that both know, because the table lives on between the two looks.
 */
export function differences({ observations }: Evidence, told: BesideIp): string[] {
  const found: string[] = [];
  const compare = (what: string, own: readonly string[], other: readonly string[]): void => {
    const [one, two] = [own, other].map((list) => [...new Set(list)].toSorted().join(" "));
    if (one !== two) found.push(`${what}: Windows [${one ?? ""}], ip [${two ?? ""}]`);
  };
  const adapters = observations.filter((one): one is ObservationOf<"interface"> => one.collector === "interface");
  for (const link of told.links.filter((one) => one.flags.includes("LOWER_UP") && !one.flags.includes("LOOPBACK"))) {
    const own = adapters.find((one) => one.evidence.name === link.ifname)?.evidence;
    compare(
      `addresses of ${link.ifname}`,
      own?.addresses.map((one) => `${one.address}/${String(one.prefix)}`) ?? [],
      link.addr_info.map((one) => `${one.local}/${String(one.prefixlen)}`),
    );
    compare(`hardware address of ${link.ifname}`, [own?.mac ?? ""], [link.address ?? ""]);
    compare(`MTU of ${link.ifname}`, [String(own?.mtu)], [String(link.mtu)]);
  }
  const way = observations.find((one): one is ObservationOf<"routes"> => one.collector === "routes");
  compare(
    "gateways",
    way?.evidence.routes.flatMap((one) =>
      one.family === 4 && one.gateway !== null ? [`${one.destination} ${one.gateway}`] : [],
    ) ?? [],
    told.routes.flatMap((one) => (one.gateway === undefined ? [] : [`${cidr(one.dst)} ${one.gateway}`])),
  );
  const table = observations.find((one): one is ObservationOf<"neighbours"> => one.collector === "neighbours");
  const known = new Map(told.neighbours.flatMap((one) => (one.lladdr === undefined ? [] : [[one.dst, one.lladdr]])));
  const common = table?.evidence.entries.filter((one) => one.mac !== null && known.has(one.address)) ?? [];
  compare(
    "neighbours",
    common.map((one) => `${one.address} ${one.mac ?? ""}`),
    common.map((one) => `${one.address} ${known.get(one.address) ?? ""}`),
  );
  return found;
}

function cidr(destination: string): string {
  if (destination === "default") return "0.0.0.0/0";
  return destination.includes("/") ? destination : `${destination}/32`;
}
