import { block, both, dead, gatewayDns, noBeyond, SILENT, systems, type Change } from "../changes.ts";
import type { World } from "../world.ts";
import type { Fault } from "./fault.ts";

/** The office's second line: a router of its own in the same network, two places of the government behind it. */
const ROUTER = "192.168.1.254";
const FAR = ["10.60.0.1", "10.60.0.9"];

const behind = (places: readonly string[]): Change =>
  both(
    systems((one) =>
      one.id === "portal"
        ? {
            ...one,
            scope: "national",
            criticality: "shared",
            endpoints: places.map((host) => ({ protocol: "ping", host, port: 80, network: "tslcd" })),
          }
        : one,
    ),
    (world: World) => ({
      ...world,
      dns: (server, name, type) =>
        places.includes(name) ? { rcode: "NOERROR", answers: [name] } : world.dns(server, name, type),
      // It is reached over its own router, whatever the Internet does.
      reach: (one) => (places.includes(one.address) ? null : world.reach(one)),
    }),
  );
const leg = behind([ROUTER, ...FAR]);

export const TSLCD: readonly Fault[] = [
  {
    name: "government line dead behind its router",
    says: ["TSLCD_LINE_DOWN"],
    make: both(
      leg,
      block(({ address }) => FAR.includes(address)),
    ),
  },
  {
    name: "government line dead, one place known behind its router",
    says: ["TSLCD_LINE_DOWN"],
    make: both(behind([ROUTER, "10.60.0.1"]), dead("10.60.0.1")),
  },
  {
    name: "router of the government line without power",
    says: ["TSLCD_ROUTER_SILENT"],
    make: both(
      leg,
      block(({ address }) => FAR.includes(address)),
      dead(ROUTER),
    ),
  },
  {
    name: "both lines dead",
    says: ["TSLCD_LINE_DOWN", "LINE_DOWN"],
    make: both(
      noBeyond(),
      gatewayDns(() => SILENT),
      leg,
      block(({ address }) => FAR.includes(address)),
    ),
  },
  {
    name: "Internet dead, government line well",
    says: ["LINE_DOWN"],
    make: both(
      noBeyond(),
      gatewayDns(() => SILENT),
      leg,
    ),
  },
];

/** Both lines well. */
export const BOTH_LINES: Change = leg;
