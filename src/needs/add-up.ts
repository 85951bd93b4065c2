import { NEED_KINDS, needsOf, type DeviceRow, type Need, type NeedKind } from "./need.ts";

/** One figure of the list, with the device records behind it. */
export interface Figure extends Need {
  readonly quantity: number;
  /** The part of `quantity` that was broken before the flood. */
  readonly faultyBefore: number;
  readonly devices: readonly DeviceRow[];
}

export interface CommuneNeeds {
  readonly unitCode: string;
  readonly unitList: string;
  readonly unitName: string;
  readonly figures: readonly Figure[];
}

export interface NeedsList {
  readonly total: readonly Figure[];
  readonly communes: readonly CommuneNeeds[];
  /** What was looked at, whether it needs anything or not. */
  readonly deviceRecords: number;
  readonly visits: number;
}

interface Sum {
  readonly need: Need;
  quantity: number;
  faultyBefore: number;
  readonly devices: DeviceRow[];
}

/** Adds up what all devices ask for, in total and by commune (code and list together: a bare code is ambiguous). */
export function addUpNeeds(devices: Iterable<DeviceRow>): NeedsList {
  const total = new Map<string, Sum>();
  const communes = new Map<string, { readonly row: DeviceRow; readonly sums: Map<string, Sum> }>();
  const visits = new Set<string>();
  let deviceRecords = 0;
  for (const device of devices) {
    deviceRecords += 1;
    visits.add(device.visit);
    const needs = needsOf(device);
    if (needs.length === 0) continue;
    const key = `${device.unit?.list ?? ""} ${device.unit?.code ?? ""}`;
    let commune = communes.get(key);
    if (commune === undefined) {
      commune = { row: device, sums: new Map() };
      communes.set(key, commune);
    }
    for (const need of needs) {
      addTo(total, need, device);
      addTo(commune.sums, need, device);
    }
  }
  const compareText = new Intl.Collator("vi").compare;
  return {
    total: figuresOf(total),
    communes: [...communes.values()]
      .map(({ row, sums }) => ({
        unitCode: row.unit?.code ?? "",
        unitList: row.unit?.list ?? "",
        unitName: row.unit?.name ?? "",
        figures: figuresOf(sums),
      }))
      .toSorted(
        (left, right) => compareText(left.unitName, right.unitName) || compareText(left.unitCode, right.unitCode),
      ),
    deviceRecords,
    visits: visits.size,
  };
}

function addTo(sums: Map<string, Sum>, need: Need, device: DeviceRow): void {
  const key = `${need.kind} ${need.item}`;
  const sum = sums.get(key);
  if (sum === undefined)
    sums.set(key, {
      need,
      quantity: device.quantity,
      faultyBefore: device.faultyBefore ? device.quantity : 0,
      devices: [device],
    });
  else {
    sum.quantity += device.quantity;
    if (device.faultyBefore) sum.faultyBefore += device.quantity;
    sum.devices.push(device);
  }
}

function figuresOf(sums: Map<string, Sum>): Figure[] {
  const rank = (kind: NeedKind): number => NEED_KINDS.indexOf(kind);
  return [...sums.values()]
    .map(({ need, quantity, faultyBefore, devices }) => ({ ...need, quantity, faultyBefore, devices }))
    .toSorted(
      (left, right) =>
        rank(left.kind) - rank(right.kind) || right.quantity - left.quantity || (left.item < right.item ? -1 : 1),
    );
}
