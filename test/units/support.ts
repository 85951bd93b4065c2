import data from "../../src/units/data/vn.json" with { type: "json" };
import { openTable } from "../../src/units/table.ts";
import { joinTables, type Units } from "../../src/units/units.ts";
import { refOf, type Unit } from "../../src/units/unit.ts";

/** The lists that come with the product. */
export const units: Units = joinTables([openTable(data)], new Map());

/** "vn-2025-07:19207 Xã Quảng Ninh" */
export const shown = (unit: Unit): string => `${refOf(unit)} ${unit.name}`;

/** Code of Quảng Trị, the province of the usual profile. */
export const HERE = "44";
