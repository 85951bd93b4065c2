import { DEVICE_TEXT_KEYS, DEVICE_TEXTS, type DeviceTextKey } from "../device-texts.ts";
import { blankDevice } from "../new-device.ts";
import type { Device, Disposition } from "../schema.ts";
import { readColumns, type StoreColumn, type StoredRow } from "./column.ts";
import { asRow, fromColumn } from "./json.ts";

type Flags = NonNullable<Device["triage"]>["flags"];

/** What is to become of a device: the technician's written decision before the rule's. */
export function finalDisposition(device: Pick<Device, "override" | "triage">): Disposition | null {
  return device.override?.disposition ?? device.triage?.disposition ?? null;
}

const textColumn = (key: DeviceTextKey): StoreColumn<Device> => ({
  column: DEVICE_TEXTS[key].id,
  from: (device) => device[key],
  to: (device, value) => {
    device[key] = String(value);
  },
});

const TRIAGE_COLUMNS: readonly StoreColumn<Device>[] = [
  {
    column: "triage_disposition",
    from: ({ triage }) => triage?.disposition ?? null,
    to: (device, value) => {
      if (value !== null) device.triage = { disposition: asRow<Disposition>(value), rule: "", flags: [], advice: [] };
    },
  },
  {
    column: "rule",
    from: ({ triage }) => triage?.rule ?? null,
    to: ({ triage }, value) => {
      if (triage !== null) triage.rule = String(value ?? "");
    },
  },
  {
    column: "flags",
    from: ({ triage }) => triage?.flags.join(" ") ?? "",
    to: ({ triage }, value) => {
      if (triage !== null && value !== "") triage.flags = asRow<Flags>(String(value).split(" "));
    },
  },
  {
    column: "advice",
    from: ({ triage }) => JSON.stringify(triage?.advice ?? []),
    to: ({ triage }, value) => {
      if (triage !== null) triage.advice = fromColumn<string[]>(value);
    },
  },
];

const OVERRIDE_COLUMNS: readonly StoreColumn<Device>[] = [
  {
    column: "override_disposition",
    from: ({ override }) => override?.disposition ?? null,
    to: (device, value) => {
      if (value !== null) device.override = { disposition: asRow<Disposition>(value), reason: "", by: "", at: "" };
    },
  },
  ...(["reason", "by", "at"] as const).map((key): StoreColumn<Device> => ({
    column: `override_${key}`,
    from: ({ override }) => override?.[key] ?? null,
    to: ({ override }, value) => {
      if (override !== null) override[key] = String(value ?? "");
    },
  })),
];

/** Columns of `devices`, beside the key; the common answers are computed by the database from `answers`. */
export const DEVICE_COLUMNS: readonly StoreColumn<Device>[] = [
  {
    column: "id",
    from: ({ id }) => id,
    to: (device, value) => {
      device.id = String(value);
    },
  },
  {
    column: "type",
    from: ({ type }) => type,
    to: (device, value) => {
      device.type = String(value);
    },
  },
  {
    column: "quantity",
    from: ({ quantity }) => quantity,
    to: (device, value) => {
      device.quantity = Number(value);
    },
  },
  ...DEVICE_TEXT_KEYS.map(textColumn),
  {
    column: "lan_address",
    from: ({ lanAddress }) => lanAddress,
    to: (device, value) => {
      device.lanAddress = value === null ? null : String(value);
    },
  },
  {
    column: "done",
    from: ({ done }) => Number(done),
    to: (device, value) => {
      device.done = value === 1;
    },
  },
  { column: "disposition", from: finalDisposition },
  ...TRIAGE_COLUMNS,
  ...OVERRIDE_COLUMNS,
  {
    column: "photos",
    from: ({ photos }) => JSON.stringify(photos),
    to: (device, value) => {
      device.photos = fromColumn<Device["photos"]>(value);
    },
  },
  { column: "photo_count", from: ({ photos }) => photos.length },
  {
    column: "answers",
    from: ({ answers }) => JSON.stringify(answers),
    to: (device, value) => {
      device.answers = fromColumn<Device["answers"]>(value);
    },
  },
  { column: "answer_count", from: ({ answers }) => Object.keys(answers).length },
];

/** The device of a row. */
export function deviceOf(row: StoredRow): Device {
  return readColumns(DEVICE_COLUMNS, row, blankDevice());
}
