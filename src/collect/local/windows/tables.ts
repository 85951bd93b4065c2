import type { RawOutput } from "../../../evidence/schema.ts";
import type { Reading } from "../facts.ts";
import type { AdapterRow } from "./native/adapters.ts";
import { openIpHelper } from "./native/iphlpapi.ts";
import { isMetered } from "./native/machine.ts";
import { INET, INET6 } from "./native/memory.ts";
import { openRegistry } from "./native/registry.ts";
import type { InterfaceRow, NeighbourRow, RouteRow } from "./native/tables.ts";
import { readRadios, type RadioRow } from "./native/wlan.ts";
import { mayReadPlace } from "./consent.ts";
import { told } from "./told.ts";

/** What the DHCP client of Windows keeps of an adapter in the registry. */
export interface StoredLease {
  /** Is the adapter set to take its address from DHCP? Null where nothing is kept. */
  readonly enabled: number | null;
  readonly server: string | null;
  readonly address: string | null;
  readonly routers: readonly string[];
  readonly dns: string | null;
  /** Seconds since 1970. */
  readonly obtained: number | null;
  readonly expires: number | null;
}

/** Everything Windows tells of the laptop's network, as rows of its own tables. */
export interface WindowsTables {
  readonly adapters: Reading<readonly AdapterRow[]>;
  readonly interfaces: Reading<readonly InterfaceRow[]>;
  readonly routes4: Reading<readonly RouteRow[]>;
  readonly routes6: Reading<readonly RouteRow[]>;
  readonly radios: Reading<readonly RadioRow[]>;
  /** By the GUID of the adapter. */
  readonly leases: Reading<Readonly<Record<string, StoredLease>>>;
  /** By the index of the adapter; null where Windows does not know. */
  readonly metered: Reading<Readonly<Record<string, boolean | null>>>;
}

export interface NeighbourTables {
  readonly four: Reading<readonly NeighbourRow[]>;
  readonly six: Reading<readonly NeighbourRow[]>;
}

/** Reads all tables: some fifteen milliseconds together. Only the first look at the radios takes longer (it wakes a service). */
export function readTables(raw: RawOutput[], release: string): WindowsTables {
  const adapters = told(raw, "GetAdaptersAddresses", () => openIpHelper().adapters());
  const rows = adapters.known ? adapters.value : [];
  const radio = rows.some((one) => one.type === IEEE80211);
  return {
    adapters,
    interfaces: readInterfaces(raw),
    routes4: told(raw, "GetIpForwardTable2 IPv4", () => openIpHelper().routes(INET)),
    routes6: told(raw, "GetIpForwardTable2 IPv6", () => openIpHelper().routes(INET6)),
    radios: told(raw, "WlanQueryInterface", () => (radio ? readRadios(mayReadPlace(openRegistry(), release)) : [])),
    leases: told(raw, "RegGetValueW Tcpip", () =>
      Object.fromEntries(rows.map(({ guid }) => [guid, storedLease(guid)] as const)),
    ),
    metered: told(raw, "GetNetworkConnectivityHintForInterface", () =>
      Object.fromEntries(rows.map(({ index }) => [String(index), isMetered(index)] as const)),
    ),
  };
}

/** ifType of IANA. */
const IEEE80211 = 71;

/** Counters alone, and whether adapters are on: for the end of a scan. */
export function readInterfaces(raw: RawOutput[]): Reading<readonly InterfaceRow[]> {
  return told(raw, "GetIfTable2", () => openIpHelper().interfaces());
}

export function readNeighbours(raw: RawOutput[]): NeighbourTables {
  return {
    four: told(raw, "GetIpNetTable2 IPv4", () => openIpHelper().neighbours(INET)),
    six: told(raw, "GetIpNetTable2 IPv6", () => openIpHelper().neighbours(INET6)),
  };
}

const KEY = "SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces\\";

function storedLease(guid: string): StoredLease {
  const registry = openRegistry();
  const key = `${KEY}${guid}`;
  return {
    enabled: registry.number("machine", key, "EnableDHCP"),
    server: registry.text("machine", key, "DhcpServer"),
    address: registry.text("machine", key, "DhcpIPAddress"),
    routers: registry.list("machine", key, "DhcpDefaultGateway"),
    dns: registry.text("machine", key, "DhcpNameServer"),
    obtained: registry.number("machine", key, "LeaseObtainedTime"),
    expires: registry.number("machine", key, "LeaseTerminatesTime"),
  };
}
