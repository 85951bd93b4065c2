import type { Device, Disposition } from "../schema.ts";
import { fromColumn } from "./json.ts";

/** Columns of `devices` that a Device has. */
export interface StoredDevice {
  id: string;
  type: string;
  quantity: number;
  label: string;
  brand: string;
  model: string;
  serial: string;
  asset_tag: string;
  room: string;
  note: string;
  lan_address: string | null;
  done: number;
  triage_disposition: Disposition | null;
  rule: string | null;
  flags: string;
  advice: string;
  override_disposition: Disposition | null;
  override_reason: string | null;
  override_by: string | null;
  override_at: string | null;
  photos: string;
  answers: string;
}

/** What is to become of a device: the technician's written decision before the rule's. */
export function finalDisposition(device: Pick<Device, "override" | "triage">): Disposition | null {
  return device.override?.disposition ?? device.triage?.disposition ?? null;
}

/** Values of a device's columns; the common answers are computed by the database from `answers`. */
export function deviceColumns(device: Device): Record<string, string | number | null> {
  return {
    id: device.id,
    type: device.type,
    quantity: device.quantity,
    label: device.label,
    brand: device.brand,
    model: device.model,
    serial: device.serial,
    asset_tag: device.assetTag,
    room: device.room,
    note: device.note,
    lan_address: device.lanAddress,
    done: Number(device.done),
    disposition: finalDisposition(device),
    triage_disposition: device.triage?.disposition ?? null,
    rule: device.triage?.rule ?? null,
    flags: device.triage?.flags.join(" ") ?? "",
    advice: JSON.stringify(device.triage?.advice ?? []),
    override_disposition: device.override?.disposition ?? null,
    override_reason: device.override?.reason ?? null,
    override_by: device.override?.by ?? null,
    override_at: device.override?.at ?? null,
    photos: JSON.stringify(device.photos),
    photo_count: device.photos.length,
    answers: JSON.stringify(device.answers),
    answer_count: Object.keys(device.answers).length,
  };
}

/** The device of a row. */
export function deviceOf(row: StoredDevice): Device {
  return {
    id: row.id,
    type: row.type,
    quantity: row.quantity,
    label: row.label,
    brand: row.brand,
    model: row.model,
    serial: row.serial,
    assetTag: row.asset_tag,
    room: row.room,
    note: row.note,
    answers: fromColumn<Device["answers"]>(row.answers),
    photos: fromColumn<Device["photos"]>(row.photos),
    lanAddress: row.lan_address,
    triage:
      row.triage_disposition === null
        ? null
        : {
            disposition: row.triage_disposition,
            rule: row.rule ?? "",
            flags: row.flags === "" ? [] : fromWords(row.flags),
            advice: fromColumn<string[]>(row.advice),
          },
    override:
      row.override_disposition === null
        ? null
        : {
            disposition: row.override_disposition,
            reason: row.override_reason ?? "",
            by: row.override_by ?? "",
            at: row.override_at ?? "",
          },
    done: row.done === 1,
  };
}

function fromWords(words: string): NonNullable<Device["triage"]>["flags"] {
  return fromColumn<NonNullable<Device["triage"]>["flags"]>(JSON.stringify(words.split(" ")));
}
