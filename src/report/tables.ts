import type { Table } from "./table.ts";

export const TABLE_NAMES = [
  "findings",
  "systems",
  "devices",
  "visits",
  "survey",
  "needs",
  "priority",
  "machines",
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** All tables of `qbrecover report`, each loaded at its first use. */
export const TABLES: Readonly<Record<TableName, () => Promise<Table>>> = {
  findings: async () => (await import("./tables/findings.ts")).findingsTable,
  systems: async () => (await import("./tables/systems.ts")).systemsTable,
  devices: async () => (await import("./tables/devices.ts")).devicesTable,
  visits: async () => (await import("./tables/visits.ts")).visitsTable,
  survey: async () => (await import("./tables/survey.ts")).surveyTable,
  needs: async () => (await import("./tables/needs.ts")).needsTable,
  priority: async () => (await import("./tables/priority.ts")).priorityTable,
  machines: async () => (await import("./tables/machines.ts")).machinesTable,
};
