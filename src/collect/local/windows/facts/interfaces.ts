import { macOf } from "../../address.ts";
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
  const adminUp = adapter.InterfaceAdminStatus === ADMIN_DOWN || adapter.State === STATE_DISABLED ? false : adapter.InterfaceAdminStatus === ADMIN_UP ? true : "unknown";
  const carrier = adapter.MediaConnectState === CONNECTED ? true : adapter.MediaConnectState === DISCONNECTED ? false : "unknown";
  const speed = adapter.ReceiveLinkSpeed ?? 0;
  const counters = countersOf(snapshot).get(adapter.Name);
  const kind = windowsKind(adapter.InterfaceType ?? null, adapter.NdisPhysicalMedium ?? null, adapter.HardwareInterface ?? null, description);
  return {
    name: adapter.Name,
    label: description === "" ? adapter.Name : `${adapter.Name} (${description})`,
    kind,
    mac: macOf((adapter.NetworkAddresses?.[0] ?? adapter.PermanentAddress)?.replace(/[^0-9a-f]/giu, "").match(/../gu)?.join(":")),
    adminUp,
    carrier: adminUp === false ? "unknown" : carrier,
    speedMbps: carrier === true && speed > 0 && speed < MBIT * MBIT ? Math.round(speed / MBIT) : null,
    mtu: adapter.MtuSize ?? null,
    addresses: addressesOf(snapshot, adapter.InterfaceIndex),
    counters:
      counters === undefined
        ? null
        : { rxPacketsBefore: counters.rxPackets, rxPacketsAfter: null, txPacketsBefore: counters.txPackets, txPacketsAfter: null, rxErrors: counters.rxErrors, txErrors: counters.txErrors },
    wifi: kind === "wifi" ? { ssid: null, signalPercent: null } : null,
  };
}
