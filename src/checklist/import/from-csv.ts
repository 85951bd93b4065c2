import { answersFile } from "../../text/answers-file.ts";
import type { Lang } from "../../base/languages.ts";
import { parseCsv } from "./csv.ts";
import type { Problem, RawAnswers, RawCell } from "./raw.ts";

/** First cells that give a row its meaning; rows that begin with # are explanations. */
const SECTIONS = ["site", "safety", "survey"] as const;
export const DEVICE_HEAD = "device";

/**
 * Reads the sheet that `--template` writes: rows `section, id, question, answer`, then a row of headings that begins
 * with `device` and one row a device.
 */
export function rawFromCsv(
  text: string,
  lang: Lang,
): { readonly raw: RawAnswers; readonly problems: readonly Problem[] } {
  const texts = answersFile[lang];
  const parsed = parseCsv(text);
  const problems: Problem[] = [];
  const raw = {
    site: new Map<string, RawCell>(),
    safety: new Map<string, RawCell>(),
    survey: new Map<string, RawCell>(),
    devices: [] as { place: string; cells: Map<string, RawCell> }[],
  };
  if (!parsed.ok)
    return { raw, problems: [{ place: texts.line(parsed.line), expected: texts.closedQuote, found: '"' }] };
  let heads: readonly string[] | null = null;
  for (const { line, cells } of parsed.rows) {
    const values = cells.map(cleanCell);
    const first = (values[0] ?? "").toLowerCase();
    if (first.startsWith("#") || values.every((value) => value === "")) continue;
    const section = SECTIONS.find((name) => name === first);
    if (section !== undefined && heads === null) {
      const id = values[1] ?? "";
      const place = texts.lineColumn(line, id);
      if (raw[section].has(id)) problems.push({ place, expected: texts.once, found: id });
      else raw[section].set(id, { text: values[3] ?? "", place });
    } else if (first === DEVICE_HEAD && heads === null) {
      heads = values;
      heads.forEach((head, at) => {
        if (at > 0 && head !== "" && heads?.indexOf(head) !== at)
          problems.push({ place: texts.lineColumn(line, head), expected: texts.once, found: head });
      });
    } else if (heads !== null) {
      // Named heads only; a cell under a blank head is told, because it would be lost.
      const row = new Map<string, RawCell>();
      values.forEach((value, at) => {
        const head = heads?.[at] ?? "";
        const place = texts.lineColumn(line, head === "" ? String(at + 1) : head);
        if (at > 0 && head === "" && value !== "") problems.push({ place, expected: texts.heading, found: value });
        else if (at > 0 && head !== "") row.set(head, { text: value, place });
      });
      if ([...row.values()].some((cell) => cell.text !== "")) raw.devices.push({ place: texts.line(line), cells: row });
    } else
      problems.push({
        place: texts.line(line),
        expected: `${SECTIONS.join(", ")}, ${DEVICE_HEAD}, #`,
        found: values[0] ?? "",
      });
  }
  return { raw, problems };
}

/** Blanks at the ends and the apostrophe that keeps spreadsheets from running a cell are no part of the answer. */
function cleanCell(cell: string): string {
  return cell
    .normalize("NFC")
    .replaceAll("\u00a0", " ")
    .trim()
    .replace(/^'(?=[=+\-@])/u, "");
}
