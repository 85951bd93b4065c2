/**
 * The longest ending, by whole labels, that all these names share: `a.x.vn` and `b.x.vn` give `x.vn`. One name is its
 * own zone.
 */
export function zoneOf(hosts: readonly string[]): string {
  const split = hosts.map((host) => host.split(".").toReversed());
  const [first = [], ...rest] = split;
  const differs = first.findIndex((label, index) => rest.some((other) => other[index] !== label));
  return (differs < 0 ? first : first.slice(0, differs)).toReversed().join(".");
}
