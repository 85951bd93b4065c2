import { blames, reach } from "../../judge/machines.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { tableRows } from "../../visit/queries/table-rows.ts";
import { machinesOf } from "../machines.ts";
import type { Cell, Column, Table } from "../table.ts";
import { PRACTICE_COLUMN, VISIT_COLUMNS } from "./visit-columns.ts";

const STORED = [...VISIT_COLUMNS, PRACTICE_COLUMN];

const OWN: readonly Column[] = [
  { id: "machine_id", kind: "code", heading: { vi: "Mã máy", en: "Computer id" } },
  { id: "machine_name", kind: "text", heading: { vi: "Máy", en: "Computer" } },
  { id: "machine_scanned_at", kind: "time", heading: { vi: "Kiểm tra lúc", en: "Scanned at" } },
  {
    id: "machine_status",
    kind: "choice",
    heading: { vi: "Kết luận của máy", en: "Result of the computer" },
    label: (value, lang) => labelOf("status", value, lang),
  },
  { id: "machine_cause", kind: "text", heading: { vi: "Mã nguyên nhân của máy", en: "Cause on the computer" } },
  { id: "system_id", kind: "text", heading: { vi: "Mã hệ thống", en: "System id" } },
  {
    id: "reach",
    kind: "choice",
    heading: { vi: "Vào được", en: "Gets in" },
    label: (value, lang) => labelOf("reach", value, lang),
  },
  { id: "total_ms", kind: "number", heading: { vi: "Thời gian (ms)", en: "Time (ms)" } },
  {
    id: "fault_of",
    kind: "choice",
    heading: { vi: "Lỗi của", en: "Whose fault" },
    label: (value, lang) => labelOf("faultOf", value, lang),
  },
];

/**
 * One row a computer and system, in visits that hold the scans of several computers; the technician's has an empty id.
 * `fault_of` says for a system that fails there whether the office's way, the system, or that computer is at fault.
 */
export const machinesTable: Table = {
  columns: [...VISIT_COLUMNS, ...OWN, PRACTICE_COLUMN],
  scope: "visit",
  *rows(store, filter) {
    const fields = STORED.map(({ field }) => field);
    for (const cells of tableRows(store, "visits", fields, { ...filter, withMachines: true })) {
      const visit = store.get(String(cells[0]));
      const all = machinesOf(visit);
      const found = blames(all);
      const scans = new Map([["", visit.scan], ...(visit.machines ?? []).map(({ id, scan }) => [id, scan] as const)]);
      for (const one of all)
        for (const system of one.verdict.systems) {
          const whose = found.find(
            (blame) => blame.systems.includes(system.id) && (blame.at !== "machine" || blame.machine === one.id),
          );
          const state = reach(one.verdict, system.id);
          const row: readonly Cell[] = [
            one.id,
            one.name,
            scans.get(one.id)?.evidence.startedAt ?? null,
            one.verdict.status,
            one.verdict.findings[0]?.cause ?? null,
            system.id,
            state,
            system.totalMs,
            state === "fails" ? (whose?.at ?? null) : null,
          ];
          yield [...cells.slice(0, VISIT_COLUMNS.length), ...row, ...cells.slice(VISIT_COLUMNS.length)];
        }
    }
  },
};
