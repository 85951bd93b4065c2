import { addresses, iso, portalOf, type StoredLease } from "./stored.ts";

/** dhclient.leases(5): the last lease of the file for the interface is the one in force. */
export function parseDhclientLeases(text: string, interfaceName: string): StoredLease | null {
  const blocks = [...text.matchAll(/^lease\s*\{([^}]*)\}/gmu)].map((match) => match[1] ?? "");
  const block = blocks.findLast((body) => /interface\s+"([^"]*)"/u.exec(body)?.[1] === interfaceName);
  if (block === undefined) return null;
  const option = (name: string): string | undefined =>
    new RegExp(`^\\s*option\\s+${name}\\s+([^;]+);`, "mu").exec(block)?.[1];
  const expires = dhclientTime(/^[ \t]*expire\s+([^;]+);/mu.exec(block)?.[1]);
  const seconds = Number(option("dhcp-lease-time"));
  return {
    address: /^[ \t]*fixed-address\s+([\d.]+);/mu.exec(block)?.[1] ?? null,
    server: addresses(option("dhcp-server-identifier"))[0] ?? null,
    routers: addresses(option("routers")),
    dns: addresses(option("domain-name-servers")),
    obtainedAt: expires !== null && Number.isFinite(seconds) ? iso(expires - seconds * 1000) : null,
    expiresAt: iso(expires),
    ...portalOf(option("default-url")),
  };
}

// `4 2020/10/29 03:04:05` (weekday first, UTC) or `epoch 1604000000; # …`.
function dhclientTime(text: string | undefined): number | null {
  const epoch = /^epoch\s+(\d{1,12})/u.exec(text ?? "")?.[1];
  if (epoch !== undefined) return Number(epoch) * 1000;
  const [, year, month, day, time] = /^\d\s+(\d{4})\/(\d{2})\/(\d{2})\s+([\d:]{8})/u.exec(text ?? "") ?? [];
  const parsed = Date.parse(`${year}-${month}-${day}T${time}Z`);
  return Number.isNaN(parsed) ? null : parsed;
}
