import { z } from "zod";

/**
 * What people write down about a device beside its condition: one text each. A further one is added here and in
 * src/text/device-texts.ts; store, forms, answer sheets, tables and readable forms take it from there. It gets
 * `.default("")`, because visit files of older versions do not have it.
 */
export const deviceTexts = z.strictObject({
  label: z.string(),
  brand: z.string(),
  model: z.string(),
  serial: z.string(),
  assetTag: z.string(),
  room: z.string(),
  note: z.string(),
});
export type DeviceTexts = z.infer<typeof deviceTexts>;
export type DeviceTextKey = keyof DeviceTexts;

interface DeviceText {
  /** CONTRACT: id in answer sheets and tables, name of the column in the store. */
  readonly id: string;
  /** Version of the store's schema that brought the column: 1 for the first ones, then the next free one. */
  readonly since: number;
  /** How a spreadsheet is to take it: `code` never as a number or a date. */
  readonly cell: "text" | "code";
  /** Of one piece alone: blank again in a record that is split off from one of equal devices. */
  readonly onePiece: boolean;
}

export const DEVICE_TEXTS: Readonly<Record<DeviceTextKey, DeviceText>> = {
  label: { id: "label", since: 1, cell: "text", onePiece: true },
  brand: { id: "brand", since: 1, cell: "text", onePiece: false },
  model: { id: "model", since: 1, cell: "code", onePiece: false },
  serial: { id: "serial", since: 1, cell: "code", onePiece: true },
  assetTag: { id: "asset_tag", since: 1, cell: "code", onePiece: true },
  room: { id: "room", since: 1, cell: "code", onePiece: false },
  note: { id: "note", since: 1, cell: "text", onePiece: false },
};

/** The keys, in the order of the record. */
export const DEVICE_TEXT_KEYS: readonly DeviceTextKey[] = deviceTexts.keyof().options;

/** The texts of a device about which nothing was written yet. */
export const NO_DEVICE_TEXTS: Readonly<DeviceTexts> = deviceTexts.parse(
  Object.fromEntries(DEVICE_TEXT_KEYS.map((key) => [key, ""])),
);
