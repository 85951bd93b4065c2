/** Second-level endings of .vn under which others register (VNNIC's list). */
const SHARED: ReadonlySet<string> = new Set(["gov", "com", "net", "org", "edu", "ac", "int", "biz", "info", "health"]);

/**
 * Who runs a host, as far as its name tells: `a.b.tinh.gov.vn` and `c.tinh.gov.vn` belong to `tinh.gov.vn`. An address
 * is its own.
 */
export function ownerOf(host: string): string {
  const labels = host.toLowerCase().split(".");
  if (host.includes(":") || /^\d+$/u.test(labels.at(-1) ?? "")) return host;
  const shared = labels.at(-1) === "vn" && SHARED.has(labels.at(-2) ?? "");
  return labels.slice(shared ? -3 : -2).join(".");
}
