import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { sample, system } from "../profile/sample.ts";

/** Addresses of a network of its own, with a resolver, a web server and a page of known content; nothing leads out of it. */
export const TOWN = { laptop: "192.0.2.9", dns: "192.0.2.53", web: "192.0.2.80", page: "192.0.2.81" } as const;

const SERVERS = path.resolve(import.meta.dirname, "town-servers.ts");

/** A profile for the town: one-stop, documents and mail without an address; the portal works. */
export function townProfile(): Record<string, unknown> {
  const target = (address: string, port: number) => ({ address, port, label: "town", region: "domestic" });
  const blank = (id: string) => ({ ...system(id), status: "unverified", enabled: false, endpoints: [] });
  return {
    ...sample(),
    id: "town",
    validUntil: null,
    controls: {
      resolvers: [target(TOWN.dns, 53)],
      ipTargets: [target(TOWN.web, 80), target(TOWN.page, 80)],
      knownName: "known.test",
      httpProbe: { host: "page.test", port: 80, path: "/", status: 200, bodyIncludes: "Known content" },
    },
    systems: [
      { ...blank("onestop"), criticality: "onestop" },
      blank("docs"),
      blank("mail"),
      {
        ...system("portal"),
        endpoints: [{ protocol: "http", host: "portal.test", port: 80, path: "/", network: "internet" }],
      },
    ],
  };
}

/**
 * Program and arguments that run a command inside the town. When the command ends, the servers end with it.
 * Null where the system has no such namespaces, or forbids them.
 */
export function inTown(folder: string, command: readonly string[]): readonly string[] | null {
  const resolver = path.join(folder, "resolv.conf");
  const ready = path.join(folder, "ready");
  writeFileSync(resolver, `nameserver ${TOWN.dns}\n`);
  const addresses = Object.values(TOWN).map((address) => `ip addr add ${address}/24 dev one`);
  const script = [
    "ip link set lo up && ip link add one type veth peer name two && ip link set one up && ip link set two up",
    ...addresses,
    "ip route add default via 192.0.2.254 dev one && ip neigh add 192.0.2.254 lladdr 02:00:00:00:00:fe dev one",
    `mount --bind ${resolver} "$(readlink -f /etc/resolv.conf)"`,
  ].join(" && ");
  const start = `rm -f ${ready}; '${process.execPath}' ${SERVERS} ${ready} & while [ ! -e ${ready} ]; do sleep 0.05; done`;
  const wrap = ["unshare", "--map-root-user", "--net", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c"];
  if (spawnSync("unshare", [...wrap.slice(1), script]).status !== 0) {
    process.stderr.write("\n!!! NOT TESTED HERE: a town needs unshare(1), ip(8) and mount(8)\n\n");
    return null;
  }
  return [...wrap, `${script} && { ${start}; exec "$0" "$@"; }`, ...command];
}
