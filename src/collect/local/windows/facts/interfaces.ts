import type { Tri } from "../../../../evidence/common.ts";
import { oneLine } from "../../../../base/terminal-safe.ts";
import { macOf } from "../../address.ts";
import { countersBefore } from "../../counters.ts";
import type { InterfaceFact, InterfaceKind, Reading } from "../../facts.ts";
import { windowsKind } from "../kind.ts";
import type { AdapterRow } from "../native/adapters.ts";
import type { InterfaceRow } from "../native/tables.ts";
import type { WindowsTables } from "../tables.ts";
import { known } from "../../facts.ts";
import { addressesOf } from "./addresses.ts";
import { packetsOf } from "./counters.ts";

// IF_OPER_STATUS, NET_IF_ADMIN_STATUS, NET_IF_MEDIA_CONNECT_STATE of Microsoft's ifdef.h.
const OPER_UP = 1;
const ADMIN_UP = 1;
const ADMIN_DOWN = 2;
const CONNECTED = 1;
const DISCONNECTED = 2;
const MBIT = 1_000_000;
const LOOPBACK = 24;

/** One adapter as both layers know it; the IP layer does not know those that are switched off. */
export interface Joined {
  readonly index: number;
  readonly name: string;
  readonly adapter: AdapterRow | null;
  readonly row: InterfaceRow | null;
}

/**
 * All adapters that the settings window shows: those that carry IP, and every other one that is a piece of hardware. Not told where the IP layer
 * was silent, because an adapter without addresses and one whose addresses nobody read look the same.
 */
export function joined({ adapters, interfaces }: Pick<WindowsTables, "adapters" | "interfaces">): Reading<Joined[]> {
  if (!adapters.known) return adapters;
  const rows = interfaces.known ? interfaces.value : [];
  const withIp = adapters.value.map((adapter): Joined => {
    const row = rows.find((one) => one.index === adapter.index) ?? null;
    return {
      index: adapter.index,
      name: adapter.name === "" ? `#${String(adapter.index)}` : adapter.name,
      adapter,
      row,
    };
  });
  const others = rows.filter((row) => row.hardware && !row.filter && !withIp.some((one) => one.index === row.index));
  return known([
    ...withIp,
    ...others.map((row): Joined => ({
      index: row.index,
      name: row.name === "" ? `#${String(row.index)}` : row.name,
      adapter: null,
      row,
    })),
  ]);
}

/** The facts of one adapter. */
export function interfaceOf(one: Joined, tables: WindowsTables): InterfaceFact {
  const description = oneLine(one.row?.description ?? one.adapter?.description ?? "", 200);
  const kind = kindOf(one);
  const adminUp = switchedOn(one);
  const carrier = adminUp === false ? "unknown" : signal(one);
  const speed = one.row?.speed ?? one.adapter?.speed ?? 0;
  const radio = tables.radios.known ? tables.radios.value.find(({ guid }) => guid === one.adapter?.guid) : undefined;
  const metered = tables.metered.known ? tables.metered.value[String(one.index)] : undefined;
  return {
    name: one.name,
    label: description === "" || description === one.name ? one.name : `${one.name} (${description})`,
    kind,
    mac: macOf(one.row?.mac ?? one.adapter?.mac),
    adminUp,
    carrier,
    speedMbps: carrier === true && speed > 0 && speed < MBIT * MBIT ? Math.round(speed / MBIT) : null,
    mtu: one.adapter?.mtu ?? one.row?.mtu ?? null,
    addresses: one.adapter === null ? [] : addressesOf(one.adapter),
    counters: countersBefore(one.row === null ? undefined : packetsOf(one.row)),
    wifi:
      kind === "wifi"
        ? {
            ssid: radio?.ssid === undefined || radio.ssid === null ? null : oneLine(radio.ssid, 64),
            signalPercent: radio?.signalPercent ?? null,
            ...(radio === undefined || radio.radioOn === null ? {} : { radioOn: radio.radioOn }),
          }
        : null,
    ...(metered === undefined || metered === null ? {} : { metered }),
  };
}

export function kindOf({ adapter, row }: Joined): InterfaceKind {
  const type = row?.type ?? adapter?.type ?? null;
  return windowsKind(type, row?.medium ?? null, row?.hardware ?? null, row?.description ?? adapter?.description ?? "");
}

export function isLoopback({ adapter, row }: Joined): boolean {
  return (row?.type ?? adapter?.type) === LOOPBACK;
}

function switchedOn({ adapter, row }: Joined): Tri {
  if (row?.admin === ADMIN_DOWN) return false;
  return row?.admin === ADMIN_UP || adapter?.oper === OPER_UP ? true : "unknown";
}

function signal({ adapter, row }: Joined): Tri {
  if (row?.media === DISCONNECTED) return false;
  return row?.media === CONNECTED || adapter?.oper === OPER_UP ? true : "unknown";
}

/** Could the adapter carry anything now? */
export function mayCarry(one: Joined): boolean {
  return switchedOn(one) !== false && signal(one) !== false && !isLoopback(one);
}
