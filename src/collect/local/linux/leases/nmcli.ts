import { addresses, iso, type StoredLease } from "./stored.ts";

/** `nmcli -t -f GENERAL.DEVICE,DHCP4 device show`: NetworkManager tells an ordinary user what its lease files hide. */
export function parseNmcliDhcp(text: string): ReadonlyMap<string, StoredLease> {
  const options = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  for (const line of text.split("\n")) {
    const device = /^GENERAL\.DEVICE:\s*(\S+)$/u.exec(line)?.[1];
    if (device !== undefined) options.set(device, (current = new Map()));
    const [, key, value] = /^DHCP4\.OPTION\[\d+\]:\s*(\w+) = (.*)$/u.exec(line) ?? [];
    if (key !== undefined && value !== undefined) current.set(key, value);
  }
  const found = new Map<string, StoredLease>();
  for (const [device, values] of options) {
    if (values.size === 0) continue;
    const expires = Number(values.get("expiry"));
    const seconds = Number(values.get("dhcp_lease_time"));
    const expiresMs = Number.isFinite(expires) && expires > 0 ? expires * 1000 : null;
    found.set(device, {
      address: values.get("ip_address") ?? null,
      server: addresses(values.get("dhcp_server_identifier"))[0] ?? null,
      routers: addresses(values.get("routers")),
      dns: addresses(values.get("domain_name_servers")),
      obtainedAt: expiresMs !== null && Number.isFinite(seconds) ? iso(expiresMs - seconds * 1000) : null,
      expiresAt: iso(expiresMs),
    });
  }
  return found;
}
