/** Values of options as commander gives them; every command checks its own before it uses them. */
export type OptionValues = Readonly<Record<string, unknown>>;

/** What `--only` and `--skip` can name: the parts of a scan. */
export const SCAN_GROUPS = [
  "laptop",
  "gateway",
  "dns",
  "controls",
  "systems",
  "proxy",
  "mtu",
  "quality",
  "path",
  "sweep",
  "stun",
  "inventory",
] as const;
export type ScanGroup = (typeof SCAN_GROUPS)[number];

/** What `schema` can print. */
export const SCHEMA_NAMES = ["scan", "visit", "report", "profile", "events"] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];
