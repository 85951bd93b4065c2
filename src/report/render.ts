import type { CommandContext } from "../base/context.ts";
import { practiceBanner } from "../text/practice.ts";
import type { VisitFilter } from "../visit/queries/filter.ts";
import type { VisitStore } from "../visit/store.ts";
import type { ReportRequest } from "./request.ts";
import type { Table } from "./table.ts";

/** The report as chunks of text, made while they are read. */
export async function render(
  context: CommandContext,
  store: VisitStore,
  request: ReportRequest,
  table: Table | null,
  filter: VisitFilter,
): Promise<Iterable<string>> {
  if (table !== null) return await renderTable(context, store, request, filter, table);
  switch (request.format) {
    case "html":
    case "pdf": {
      const { recordHtml } = await import("./html/record.ts");
      // Signed and filed in Vietnam: the laptop's language is for its screen.
      const { sourcesOf } = await import("./html/sources.ts");
      return recordHtml(store.iterate(filter), context.langTyped === true ? context.lang : "vi", sourcesOf(store));
    }
    case "text": {
      const { visitTexts } = await import("./text/visit.ts");
      return visitTexts(store.iterate(filter), context.lang, context.columns);
    }
    default: {
      const { jsonArray, jsonLines } = await import("./json.ts");
      const { markedVisits } = await import("../visit/exchange/bundle.ts");
      const marked = markedVisits(store.iterate(filter), { source: store, problems: [], sent: new Map() });
      return request.format === "ndjson" ? jsonLines(marked) : jsonArray(marked);
    }
  }
}

async function renderTable(
  context: CommandContext,
  store: VisitStore,
  request: ReportRequest,
  filter: VisitFilter,
  table: Table,
): Promise<Iterable<string>> {
  const { lang } = context;
  const rows = (): Iterable<readonly (string | number | null)[]> => table.rows(store, filter, lang);
  switch (request.format) {
    case "csv": {
      const { csvChunks } = await import("./csv/write.ts");
      return csvChunks(table.columns, rows(), request.dialect, lang);
    }
    case "text": {
      const { textTable } = await import("./text/table.ts");
      const chunks =
        table.text?.(store, filter, lang, context.columns) ?? textTable(table.columns, rows(), lang, context.columns);
      return request.practice ? under(practiceBanner(lang), chunks) : chunks;
    }
    default: {
      const { jsonArray, jsonLines, rowObjects } = await import("./json.ts");
      const objects = rowObjects(table.columns, rows());
      return request.format === "ndjson" ? jsonLines(objects) : jsonArray(objects);
    }
  }
}

function* under(banner: string, chunks: Iterable<string>): Generator<string> {
  yield `${banner}\n\n`;
  yield* chunks;
}
