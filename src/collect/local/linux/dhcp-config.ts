/**
 * interfaces(5) of Debian: does the interface take its IPv4 address from DHCP? Null where the file does not speak of
 * it.
 */
export function dhcpInInterfacesFile(text: string, name: string): boolean | null {
  for (const line of text.split("\n")) {
    const [keyword, interfaceName, family, method] = line.trim().split(/\s+/u);
    if (keyword === "iface" && interfaceName === name && family === "inet")
      return method === "dhcp" ? true : method === "static" ? false : null;
  }
  return null;
}

/** systemd.network(5): DHCP= of the [Network] section (default: no). Null where the file has no such section. */
export function dhcpInNetworkFile(text: string): boolean | null {
  const section = /^\[Network\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/mu.exec(text)?.[1];
  if (section === undefined) return null;
  const value = [...section.matchAll(/^[ \t]*DHCP\s*=\s*(\S+)/gmu)].at(-1)?.[1]?.toLowerCase();
  return value !== undefined && ["yes", "true", "1", "on", "both", "ipv4", "v4"].includes(value);
}

/** Which .network file systemd-networkd took for a link (/run/systemd/netif/links/INDEX). */
export function networkFileOfLink(text: string): string | null {
  return /^NETWORK_FILE=(\/\S+)$/mu.exec(text)?.[1] ?? null;
}
