/** One entry of the hosts file, as the local collector read it. */
export interface HostsEntry {
  readonly name: string;
  readonly address: string;
}

/** Addresses of a name in the hosts file, in file order; both families. */
export function lookUpHosts(entries: readonly HostsEntry[], name: string): string[] {
  const wanted = name.toLowerCase();
  return entries.filter((entry) => entry.name.toLowerCase() === wanted).map((entry) => entry.address);
}
