/** Values of options as commander gives them; every command checks its own before it uses them. */
export type OptionValues = Readonly<Record<string, unknown>>;

const GROUPS = "laptop, gateway, dns, controls, systems, proxy, mtu, quality, path, sweep, stun, inventory";
/** What `--only` and `--skip` can name. */
export const SCAN_GROUPS: readonly string[] = GROUPS.split(", ");
