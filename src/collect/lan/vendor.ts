/** The name of the maker behind a hardware address. */
export type VendorLookup = (mac: string | null) => string | null;

const LONGEST = 60;
/** Digits of the blocks that the register hands out (MA-S, MA-M, MA-L), the narrowest first. */
const BLOCKS = [9, 7, 6] as const;

/**
 * Loads the IEEE register of makers: several megabytes, so only when a device was found, never at start. A register
 * that cannot be loaded leaves the makers unknown.
 */
export async function loadVendors(): Promise<VendorLookup> {
  const { default: register } = await import("oui-data", { with: { type: "json" } });
  const table: Readonly<Record<string, string | undefined>> = register;
  return (mac) => {
    const digits = mac?.replace(/[^0-9a-f]/giu, "").toUpperCase() ?? "";
    // Second bit of the first byte: an address that a system made up for itself (private Wi-Fi addresses, virtual
    // machines).
    if (digits.length !== 12 || (Number.parseInt(digits.slice(0, 2), 16) & 2) !== 0) return null;
    const entry = BLOCKS.map((length) => table[digits.slice(0, length)]).find((one) => one !== undefined) ?? "";
    // The entry is the maker's letterhead; its first line is the name.
    const [name] = entry.split("\n");
    return name === undefined || name === "" ? null : name.slice(0, LONGEST);
  };
}
