import { z } from "zod";
import { family, tri } from "./common.ts";
import { observation } from "./observation.ts";

/** What the laptop knows about itself: adapters, addresses, routes, resolvers, hosts file, proxy, neighbours. */

export const interfaceKind = z.enum(["ethernet", "wifi", "mobile", "vpn", "virtual", "loopback", "other", "unknown"]);

export const interfaceAddress = z.strictObject({
  address: z.string(),
  prefix: z.number().int(),
  family,
  scope: z.enum(["global", "link", "host"]),
  origin: z.enum(["dhcp", "static", "linkLocal", "routerAdvertisement", "unknown"]),
  /** Duplicate address detection of the operating system, where it tells. */
  duplicate: tri,
});

/** One observation an interface. id `interface:NAME`. */
const interfaceObservation = observation(
  "interface",
  z.strictObject({
    name: z.string(),
    label: z.string(),
    kind: interfaceKind,
    mac: z.string().nullable(),
    /** Switched on by the user or the system. */
    adminUp: tri,
    /** A signal on the wire or an association with an access point. */
    carrier: tri,
    /** The same once more, after the probes; absent where the system was not asked again. */
    carrierAfter: tri.exactOptional(),
    speedMbps: z.number().nullable(),
    mtu: z.number().nullable(),
    addresses: z.array(interfaceAddress),
    /** Counters at the start and at the end of the scan; null where the system does not tell. */
    counters: z
      .strictObject({
        rxPacketsBefore: z.number(),
        rxPacketsAfter: z.number().nullable(),
        txPacketsBefore: z.number(),
        txPacketsAfter: z.number().nullable(),
        rxErrors: z.number(),
        txErrors: z.number(),
      })
      .nullable(),
    wifi: z
      .strictObject({
        ssid: z.string().nullable(),
        signalPercent: z.number().nullable(),
        /** Absent where the system does not tell. */
        radioOn: z.boolean().exactOptional(),
      })
      .nullable(),
    /** Is what goes through it paid by volume? Absent where the system does not tell. */
    metered: z.boolean().exactOptional(),
  }),
);

/** One an interface that asked, or should have asked, for a lease. id `lease:NAME`. */
const leaseObservation = observation(
  "lease",
  z.strictObject({
    interface: z.string(),
    /** Is the interface set to take its address from DHCP? */
    dhcp: tri,
    server: z.string().nullable(),
    routers: z.array(z.string()),
    dns: z.array(z.string()),
    obtainedAt: z.string().nullable(),
    expiresAt: z.string().nullable(),
    /** Address of the network's log-in page that the lease tells of (DHCP option 114, RFC 8910). */
    portal: z.string().exactOptional(),
    /** Which file or call told. */
    source: z.string(),
  }),
);

/** All routes of the laptop. id `routes`. */
const routesObservation = observation(
  "routes",
  z.strictObject({
    routes: z.array(
      z.strictObject({
        family,
        /** CIDR; a default route is 0.0.0.0/0 or ::/0. */
        destination: z.string(),
        gateway: z.string().nullable(),
        interface: z.string(),
        metric: z.number(),
      }),
    ),
  }),
);

/** DNS servers as the operating system has them configured. id `resolvers`. */
const resolversObservation = observation(
  "resolvers",
  z.strictObject({
    servers: z.array(
      z.strictObject({
        address: z.string(),
        port: z.number().int(),
        interface: z.string().nullable(),
        source: z.string(),
      }),
    ),
    search: z.array(z.string()),
  }),
);

/**
 * Entries of the hosts file for hosts of the profile or names of the operating system's own choosing. id `hosts-file`.
 */
const hostsFileObservation = observation(
  "hostsFile",
  z.strictObject({
    path: z.string(),
    overrides: z.array(z.strictObject({ name: z.string(), address: z.string(), line: z.number().int() })),
    /** Entries that were read and are not listed here; absent: none. */
    leftOut: z.number().int().exactOptional(),
    /** False where the file is longer than what was read of it; absent: read to its end. */
    wholeRead: z.boolean().exactOptional(),
  }),
);

/** Proxy settings of the environment and of the system. id `proxy-config`. */
const proxyConfigObservation = observation(
  "proxyConfig",
  z.strictObject({
    settings: z.array(
      z.strictObject({
        source: z.enum(["environment", "windowsRegistry", "gnome", "macos"]),
        scheme: z.enum(["http", "https", "socks", "all", "pac", "autodetect"]),
        /** host:port without user name and password, or the address of the PAC file. */
        value: z.string(),
        valid: z.boolean(),
      }),
    ),
    bypass: z.array(z.string()),
    /**
     * How the system itself would reach each tested page, where a script decides or is looked for: `host:port`, or null
     * for directly. Absent where it was not asked, or found no script.
     */
    resolved: z.array(z.strictObject({ url: z.string(), proxy: z.string().nullable() })).exactOptional(),
  }),
);

export const neighbourState = z.enum([
  "reachable",
  "stale",
  "delay",
  "probe",
  "failed",
  "incomplete",
  "permanent",
  "unknown",
]);

/** The neighbour table (ARP, NDP), read after the probes. id `neighbours`. */
const neighboursObservation = observation(
  "neighbours",
  z.strictObject({
    entries: z.array(
      z.strictObject({
        address: z.string(),
        family,
        mac: z.string().nullable(),
        interface: z.string(),
        state: neighbourState,
        router: tri,
      }),
    ),
  }),
);

/** What is read from the laptop itself. */
export const LOCAL_OBSERVATIONS = [
  interfaceObservation,
  leaseObservation,
  routesObservation,
  resolversObservation,
  hostsFileObservation,
  proxyConfigObservation,
  neighboursObservation,
] as const;
