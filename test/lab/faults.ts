import type { DnsZone } from "../../src/practice/servers/dns-zone.ts";
import type { Lab } from "./lab.ts";
import { DC, HOST, LINE, OFFICE, V6, ZONE } from "./map.ts";
import type { FilterWay } from "./servers/sni-filter.ts";
import { PAGE } from "./servers/town.ts";

/** Faults that take more than one move, shared by scenarios. */

/** The carrier leads web pages to a notice that the bill is unpaid, and drops everything else. */
export async function noticePage(lab: Lab): Promise<void> {
  await lab.start("isp", {
    kind: "http",
    name: "redirector",
    address: LINE.isp,
    port: 8080,
    behaviour: { redirectTo: `http://${LINE.isp}:8081/thong-bao` },
  });
  await lab.start("isp", {
    kind: "http",
    name: "notice",
    address: LINE.isp,
    port: 8081,
    behaviour: { body: "<title>Thong bao</title>Thue bao tam ngung do chua thanh toan cuoc." },
  });
  await lab.filter("isp", "ip nat prerouting", ['iifname "cust0" tcp dport 80 redirect to :8080']);
  await lab.filter("isp", "inet filter forward", ["drop"]);
}

/** The laptop is set to a proxy on another computer of the office; it relays to all but the hosts that it denies. */
export async function officeProxy(lab: Lab, denies: readonly string[] = []): Promise<void> {
  const port = 3128;
  await lab.start("pc", {
    kind: "proxy",
    name: "proxy",
    address: OFFICE.pc,
    port,
    behaviour: { mode: "relay", denies },
  });
  const proxy = `http://${OFFICE.pc}:${String(port)}`;
  lab.laptop.env = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
}

/** A network that wants a log-in first: pages lead to it, TLS meets its own certificate. */
export async function portal(lab: Lab): Promise<void> {
  const identity = await lab.certifier.foreign.leaf({ names: ["wifi.portal.test"] });
  await lab.start("router", {
    kind: "http",
    name: "redirector",
    address: OFFICE.router,
    port: 8080,
    behaviour: { redirectTo: `http://${OFFICE.router}:8081/login` },
  });
  await lab.start("router", {
    kind: "http",
    name: "login",
    address: OFFICE.router,
    port: 8081,
    behaviour: { body: "<title>Dang nhap Wi-Fi</title>" },
  });
  await lab.start("router", {
    kind: "https",
    name: "portalTls",
    address: OFFICE.router,
    port: 8443,
    identity,
    behaviour: { body: "<title>Dang nhap Wi-Fi</title>" },
  });
  await lab.filter("router", "ip nat prerouting", [
    `iifname "lan0" ip daddr != ${OFFICE.router} tcp dport 80 redirect to :8080`,
    `iifname "lan0" ip daddr != ${OFFICE.router} tcp dport 443 redirect to :8443`,
  ]);
  await lab.filter("router", "inet filter forward", ["drop"]);
}

/** A box in the office that opens every TLS connection and signs with an authority of its own; the pages stay right. */
export async function intercept(lab: Lab): Promise<void> {
  const { foreign } = lab.certifier;
  const identities = Object.fromEntries(
    await Promise.all(Object.values(HOST).map(async (host) => [host, await foreign.leaf({ names: [host] })] as const)),
  );
  const identity = await foreign.leaf({ names: ["inspection.test"] });
  await lab.start("router", {
    kind: "https",
    name: "inspector",
    address: OFFICE.router,
    port: 8443,
    identity,
    behaviour: { body: PAGE, identities },
  });
  await lab.filter("router", "ip nat prerouting", [
    `iifname "lan0" ip daddr != ${OFFICE.router} tcp dport 443 redirect to :8443`,
  ]);
}

/** The carrier resets connections, or worse, whose first message names a host. */
export async function rstOnSni(
  lab: Lab,
  forbidden: string,
  address: string,
  { how = "reset", port = 443 }: { readonly how?: FilterWay; readonly port?: number } = {},
): Promise<void> {
  await lab.start("isp", {
    kind: "sniFilter",
    name: "sni",
    address: LINE.isp,
    port: 8443,
    forbidden,
    how,
    target: { address, port },
  });
  await lab.filter("isp", "ip nat prerouting", [
    `iifname "cust0" ip daddr ${address} tcp dport ${String(port)} redirect to :8443`,
  ]);
}

/** A second adapter, plugged into something that leads nowhere. */
export async function secondInterface(lab: Lab, settings: readonly string[]): Promise<void> {
  await lab.ip(
    "laptop",
    [`link add usb0 type veth peer name p-usb netns ${lab.ns("switch")}`, "link set usb0 up"],
    ["link del usb0"],
  );
  await lab.ip("switch", ["link set p-usb up"]);
  await lab.ip("laptop", settings);
}

/**
 * The office gets IPv6, and two systems have IPv6 addresses; where it does not work, the carrier drops it in silence.
 */
export async function giveIpv6(lab: Lab, works: boolean): Promise<void> {
  const zone: DnsZone = {
    ...ZONE,
    [HOST.onestop]: { a: [DC.onestop], aaaa: [V6.onestop] },
    [HOST.docs]: { a: [DC.docs], aaaa: [V6.docs] },
  };
  for (const [role, name] of [
    ["isp", "resolver"],
    ["internet", "domesticResolver"],
    ["internet", "foreignResolver"],
  ] as const)
    await lab.serve(role, name, { zone }, { zone: ZONE });
  const add = async (
    role: "laptop" | "router" | "isp" | "internet" | "dc",
    addresses: readonly (readonly [string, string])[],
    routes: readonly string[],
  ) =>
    await lab.ip(
      role,
      [
        ...addresses.map(([address, device]) => `addr add ${address} dev ${device} nodad`),
        ...routes.map((route) => `route replace ${route}`),
      ],
      [
        ...routes.map((route) => `route del ${route}`),
        ...addresses.map(([address, device]) => `addr del ${address} dev ${device}`),
      ],
    );
  await add(
    "dc",
    [
      [`${V6.dcLink.dc}/64`, "up0"],
      [`${V6.onestop}/128`, "lo"],
      [`${V6.docs}/128`, "lo"],
    ],
    [`default via ${V6.dcLink.internet} dev up0`],
  );
  await add(
    "internet",
    [
      [`${V6.core.internet}/64`, "isp0"],
      [`${V6.dcLink.internet}/64`, "dc0"],
    ],
    [`2001:db8:d::/64 via ${V6.dcLink.dc} dev dc0`, `default via ${V6.core.isp} dev isp0`],
  );
  await add(
    "isp",
    [
      [`${V6.line.isp}/64`, "cust0"],
      [`${V6.core.isp}/64`, "core0"],
    ],
    [`${V6.office} via ${V6.line.router} dev cust0`, `default via ${V6.core.internet} dev core0`],
  );
  await add(
    "router",
    [
      [`${V6.router}/64`, "lan0"],
      [`${V6.line.router}/64`, "wan0"],
    ],
    [`default via ${V6.line.isp} dev wan0`],
  );
  await lab.ip(
    "laptop",
    [
      `addr add ${V6.laptop}/64 dev eth0 valid_lft 3600 preferred_lft 1800 nodad`,
      `route replace default via ${V6.router} dev eth0 proto ra metric 1024`,
    ],
    [`route del default via ${V6.router} dev eth0`, `addr del ${V6.laptop}/64 dev eth0`],
  );
  for (const [name, address, host] of [
    ["onestop6", V6.onestop, HOST.onestop],
    ["docs6", V6.docs, HOST.docs],
  ] as const)
    await lab.start("dc", {
      kind: "https",
      name,
      address,
      port: 443,
      identity: await lab.identity(host),
      behaviour: { body: PAGE },
    });
  if (!works) await lab.filter("isp", "ip6 filter forward", ["drop"]);
}

/** Something that happens in the middle of the scan: a moment after traffic began to pass an interface. */
export async function meanwhile(
  lab: Lab,
  role: "switch" | "router" | "isp" | "dc",
  device: string,
  seconds: number,
  command: string,
): Promise<void> {
  await lab.background(role, "python3", lab.script("meanwhile.py"), device, String(seconds), "sh", "-c", command);
}
