import { mkdir, writeFile } from "node:fs/promises";
import { CORE, DC, DC_LINK, INTERNET, LINE, MAC, OFFICE, RESOLVER, ROLES, type Role } from "../map.ts";
import { must } from "../shell.ts";

/** Both ends of every wire. Names never leave their namespace, so several laboratories can stand side by side. */
const WIRES: readonly (readonly [Role, string, Role, string])[] = [
  ["laptop", "eth0", "switch", "p-laptop"],
  ["printer", "eth0", "switch", "p-printer"],
  ["pc", "eth0", "switch", "p-pc"],
  ["router", "lan0", "switch", "p-router"],
  ["router", "wan0", "isp", "cust0"],
  ["isp", "core0", "internet", "isp0"],
  ["internet", "dc0", "dc", "up0"],
];

/** Name of a namespace of the laboratory `id`. */
export function namespaceOf(id: string, role: Role): string {
  return `${id}-${role}`;
}

/** Makes namespaces, wires, addresses and routes: everything but the processes. */
export async function buildTopology(id: string): Promise<void> {
  const ns = (role: Role): string => namespaceOf(id, role);
  await must(
    "ip",
    ["-batch", "-"],
    [
      ...ROLES.map((role) => `netns add ${ns(role)}`),
      ...WIRES.map(([a, x, b, y]) => `link add ${x} netns ${ns(a)} type veth peer name ${y} netns ${ns(b)}`),
    ].join("\n"),
  );
  await Promise.all(ROLES.map((role) => configureNode(id, role)));
}

/** `ip netns exec` lays these files over /etc: the laptop reads its own resolvers and hosts file. */
async function ownFiles(id: string): Promise<void> {
  const folder = `/etc/netns/${namespaceOf(id, "laptop")}`;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/resolv.conf`, "");
  await writeFile(`${folder}/hosts`, HOSTS_FILE);
  await writeFile(`${folder}/nsswitch.conf`, "passwd: files\ngroup: files\nhosts: files dns\n");
}

// Whoever runs a proxy on that machine has to find names by the office's router, like everybody there.
async function ownResolver(id: string): Promise<void> {
  const folder = `/etc/netns/${namespaceOf(id, "pc")}`;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/resolv.conf`, `nameserver ${OFFICE.router}\n`);
}

export const HOSTS_FILE = "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost\n127.0.1.1\tlaptop\n";

async function configureNode(id: string, role: Role): Promise<void> {
  if (role === "laptop") await ownFiles(id);
  if (role === "pc") await ownResolver(id);
  const ports = WIRES.flatMap(([a, x, b, y]) => [...(a === role ? [x] : []), ...(b === role ? [y] : [])]);
  const lines = [
    "link set lo up",
    // No segmentation offload: otherwise a filter sees packets that never exist on a real wire.
    ...ports.map((port) => `link set ${port} gso_max_segs 1`),
    ...linesOf[role](),
  ];
  const name = namespaceOf(id, role);
  const perPort = ports.flatMap((port) => [
    `net.ipv6.conf.${port}.accept_dad=0`,
    `net.ipv6.conf.${port}.router_solicitations=0`,
  ]);
  await must("ip", [
    "netns",
    "exec",
    name,
    "sysctl",
    "-qw",
    ...SYSCTLS,
    ...perPort,
    ...(role in FORWARDING ? ["net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1"] : []),
  ]);
  await must("ip", ["-n", name, "-batch", "-"], lines.join("\n"));
}

const FORWARDING: Partial<Record<Role, true>> = { router: true, isp: true, internet: true, dc: true };

const SYSCTLS: readonly string[] = [
  "net.ipv4.conf.all.rp_filter=0",
  "net.ipv4.conf.default.rp_filter=0",
  // What a Debian laptop has by default: ordinary users may ping.
  "net.ipv4.ping_group_range=0 2147483647",
  // Duplicate detection of IPv6 takes a second, which no scenario is about.
  "net.ipv6.conf.all.accept_dad=0",
  "net.ipv6.conf.default.accept_dad=0",
  "net.ipv6.conf.all.router_solicitations=0",
  "net.ipv6.conf.default.router_solicitations=0",
];

const PUBLIC = Object.values(INTERNET);

/**
 * Commands for `ip -batch` that give each node its addresses and routes. Also used to bring a node back after a
 * scenario.
 */
export const linesOf: Readonly<Record<Role, () => readonly string[]>> = {
  laptop: () => [`link set eth0 address ${MAC["laptop"] ?? ""}`, "link set eth0 up"],
  switch: () => [
    "link add br0 type bridge stp_state 0 forward_delay 0 ageing_time 30000",
    "link set br0 up",
    ...["p-laptop", "p-printer", "p-pc", "p-router"].flatMap((port) => [
      `link set ${port} master br0`,
      `link set ${port} up`,
    ]),
  ],
  printer: () => [`link set eth0 address ${MAC["printer"] ?? ""}`, ...host(OFFICE.printer)],
  pc: () => [`link set eth0 address ${MAC["pc"] ?? ""}`, ...host(OFFICE.pc)],
  router: () => [
    `link set lan0 address ${MAC["router"] ?? ""}`,
    "link set wan0 address 02:00:00:00:07:02",
    "link set lan0 up",
    "link set wan0 up",
    `addr replace ${OFFICE.router}/24 dev lan0`,
    `addr replace ${LINE.router} peer ${LINE.isp} dev wan0`,
    // Like PPPoE: nobody asks who is there, so a silent line stays silent.
    `neigh replace ${LINE.isp} lladdr 02:00:00:00:07:01 dev wan0 nud permanent`,
    `route replace default via ${LINE.isp} dev wan0`,
  ],
  isp: () => [
    "link set cust0 address 02:00:00:00:07:01",
    "link set cust0 up",
    "link set core0 address 02:00:00:00:08:01",
    "link set core0 up",
    `addr replace ${LINE.isp} peer ${LINE.router} dev cust0`,
    `neigh replace ${LINE.router} lladdr 02:00:00:00:07:02 dev cust0 nud permanent`,
    `addr replace ${CORE.isp} peer ${CORE.internet} dev core0`,
    `neigh replace ${CORE.internet} lladdr 02:00:00:00:08:02 dev core0 nud permanent`,
    `addr replace ${RESOLVER.isp}/32 dev lo`,
    `route replace default via ${CORE.internet} dev core0`,
  ],
  internet: () => [
    "link set isp0 address 02:00:00:00:08:02",
    "link set isp0 up",
    "link set dc0 address 02:00:00:00:09:01",
    "link set dc0 up",
    `addr replace ${CORE.internet} peer ${CORE.isp} dev isp0`,
    `neigh replace ${CORE.isp} lladdr 02:00:00:00:08:01 dev isp0 nud permanent`,
    `addr replace ${DC_LINK.internet} peer ${DC_LINK.dc} dev dc0`,
    `neigh replace ${DC_LINK.dc} lladdr 02:00:00:00:09:02 dev dc0 nud permanent`,
    ...[...PUBLIC, RESOLVER.domestic, RESOLVER.foreign].map((address) => `addr replace ${address}/32 dev lo`),
    `route replace ${LINE.router} via ${CORE.isp} dev isp0`,
    `route replace ${RESOLVER.isp} via ${CORE.isp} dev isp0`,
    `route replace 192.0.2.0/24 via ${DC_LINK.dc} dev dc0`,
    // Unused public addresses are silent, as on the real Internet, not "unreachable".
    "route replace blackhole 203.0.113.0/24",
    "route replace blackhole 198.51.100.0/24",
  ],
  dc: () => [
    "link set up0 address 02:00:00:00:09:02",
    "link set up0 up",
    `addr replace ${DC_LINK.dc} peer ${DC_LINK.internet} dev up0`,
    `neigh replace ${DC_LINK.internet} lladdr 02:00:00:00:09:01 dev up0 nud permanent`,
    ...Object.entries(DC)
      .filter(([name]) => name !== "abandoned")
      .map(([, address]) => `addr replace ${address}/32 dev lo`),
    `route replace default via ${DC_LINK.internet} dev up0`,
    "route replace blackhole 192.0.2.0/24",
  ],
};

function host(address: string): readonly string[] {
  return [
    "link set eth0 up",
    `addr replace ${address}/24 dev eth0`,
    `route replace default via ${OFFICE.router} dev eth0`,
  ];
}
