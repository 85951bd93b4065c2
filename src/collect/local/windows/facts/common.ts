import type { WindowsAdapter, WindowsSnapshot } from "../snapshot.ts";

// Numbers of MSFT_NetAdapter (InterfaceAdminStatus, MediaConnectState), as Microsoft documents them.
export const ADMIN_UP = 1;
export const ADMIN_DOWN = 2;
export const CONNECTED = 1;
export const DISCONNECTED = 2;
const ACTIVE_STORE = 1;

/** Adapters that the settings window shows. */
export function visible(snapshot: WindowsSnapshot): WindowsAdapter[] {
  return (snapshot.adapters ?? []).filter(({ Hidden }) => Hidden !== true);
}

/** Name of an interface as people know it, or its number. */
export function nameOf(snapshot: WindowsSnapshot, index: number): string {
  return (
    snapshot.adapters?.find((adapter) => adapter.InterfaceIndex === index)?.Name ??
    snapshot.interfaces?.find((entry) => entry.InterfaceIndex === index)?.InterfaceAlias ??
    `#${index}`
  );
}

/** Windows keeps what it will set at the next start (PersistentStore) beside what holds now. */
export function inForce(store: number | null | undefined): boolean {
  return store === null || store === undefined || store === ACTIVE_STORE;
}
