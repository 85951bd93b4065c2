/**
 * The closed list of who or what is at fault, from the laptop outwards (CONTRACT). The order matters: nearer comes
 * first. Apart from the schemas, which a scan never needs.
 */
export const CULPRITS = [
  "laptop",
  "clock",
  "proxy",
  "cable",
  "lan",
  "gateway",
  "isp",
  "dns",
  "internet",
  "datacentre",
  "server",
] as const;
export type Culprit = (typeof CULPRITS)[number];
