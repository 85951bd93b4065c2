import type { System } from "../profile/schema.ts";

/** Who runs a server of the practice office. */
export type ServiceScope = System["scope"] | "domestic" | "foreign" | "carrier";

/** Addresses of the practice office. All are loopback: nothing ever leaves the machine. */
export interface Addresses {
  /** The same scope and name give the same address. */
  of(scope: ServiceScope, name: string): string;
}

const BLOCK: Readonly<Record<ServiceScope, number>> = {
  local: 0,
  commune: 1,
  school: 1,
  province: 1,
  national: 2,
  carrier: 3,
  domestic: 4,
  foreign: 5,
};

export const OFFICE = {
  /** The laptop's own address and that of its router; one network, which holds no server. */
  laptop: "127.0.0.2",
  gateway: "127.0.0.1",
  prefix: 24,
} as const;

const EVERYWHERE = "127.0.0.1";

/**
 * Every host gets an address of its own in 127.0.0.0/8, grouped by who runs it, as in life. macOS answers on 127.0.0.1
 * alone: there everybody shares it, and only the ports differ.
 */
export function createAddresses(platform: NodeJS.Platform): Addresses {
  const given = new Map<string, string>();
  const used = new Map<number, number>();
  return {
    of: (scope, name) => {
      const block = BLOCK[scope];
      if (platform === "darwin" || scope === "local") return EVERYWHERE;
      const known = given.get(name);
      if (known !== undefined) return known;
      const next = (used.get(block) ?? 0) + 1;
      used.set(block, next);
      const address = `127.0.${block}.${next}`;
      given.set(name, address);
      return address;
    },
  };
}
