import { macOf } from "../../address.ts";
import { countersBefore } from "../../counters.ts";
import type { InterfaceFact } from "../../facts.ts";
import { windowsKind } from "../kind.ts";
import type { WindowsAdapter, WindowsSnapshot } from "../snapshot.ts";
import { addressesOf } from "./addresses.ts";
import { ADMIN_DOWN, ADMIN_UP, CONNECTED, DISCONNECTED, visible } from "./common.ts";
import { countersOf } from "./counters.ts";

const STATE_DISABLED = 3;
const MBIT = 1_000_000;

/** All adapters, or null where Windows told of none. */
export function interfacesOf(snapshot: WindowsSnapshot): InterfaceFact[] | null {
  return snapshot.adapters === null ? null : visible(snapshot).map((adapter) => interfaceOf(snapshot, adapter));
}

/** One adapter with its addresses and counters. */
export function interfaceOf(snapshot: WindowsSnapshot, adapter: WindowsAdapter): InterfaceFact {
  const description = adapter.InterfaceDescription ?? "";
  const adminUp = switchedOn(adapter);
  const carrier = adminUp === false ? "unknown" : signal(adapter);
  const speed = adapter.ReceiveLinkSpeed ?? 0;
  const kind = windowsKind(
    adapter.InterfaceType ?? null,
    adapter.NdisPhysicalMedium ?? null,
    adapter.HardwareInterface ?? null,
    description,
  );
  return {
    name: adapter.Name,
    label: description === "" ? adapter.Name : `${adapter.Name} (${description})`,
    kind,
    // Twelve digits without separators.
    mac: macOf((adapter.NetworkAddresses?.[0] ?? adapter.PermanentAddress)?.match(/[0-9a-f]{2}/giu)?.join(":")),
    adminUp,
    carrier,
    speedMbps: carrier === true && speed > 0 && speed < MBIT * MBIT ? Math.round(speed / MBIT) : null,
    mtu: adapter.MtuSize ?? null,
    addresses: addressesOf(snapshot, adapter.InterfaceIndex),
    counters: countersBefore(countersOf(snapshot).get(adapter.Name)),
    wifi: kind === "wifi" ? { ssid: null, signalPercent: null } : null,
  };
}

function switchedOn(adapter: WindowsAdapter): InterfaceFact["adminUp"] {
  if (adapter.InterfaceAdminStatus === ADMIN_DOWN || adapter.State === STATE_DISABLED) return false;
  return adapter.InterfaceAdminStatus === ADMIN_UP ? true : "unknown";
}

function signal(adapter: WindowsAdapter): InterfaceFact["carrier"] {
  if (adapter.MediaConnectState === CONNECTED) return true;
  return adapter.MediaConnectState === DISCONNECTED ? false : "unknown";
}
