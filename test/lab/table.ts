import { CULPRITS } from "../../src/base/culprits.ts";
import type { Played } from "./play.ts";

function cells(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function list(value: string | readonly string[] | null | undefined): string {
  if (value === null || value === undefined) return "-";
  return typeof value === "string" ? value : value.join("/");
}

/** Scenario, expected, got, time to verdict. */
export function resultTable(played: readonly Played[]): string {
  return cells([
    ["", "scenario", "group", "expected", "got", "culprit", "seconds"],
    ...played.map(({ scenario, got, run, complaints }) => [
      complaints.length === 0 ? "ok" : "FAIL",
      scenario.id,
      scenario.group,
      list(scenario.expect.cause ?? scenario.expect.status),
      got === null ? "no verdict" : list(got.cause ?? got.status),
      list(got?.culprit),
      (run.ms / 1000).toFixed(2),
    ]),
  ]);
}

/** Expected against found, by culprit; then every cause that was taken for another. */
export function confusionMatrix(played: readonly Played[]): string {
  const labels = ["healthy", ...CULPRITS, "none"];
  const expected = (one: Played): string => {
    const { culprit, cause } = one.scenario.expect;
    if (cause === null) return "healthy";
    const right = Array.isArray(culprit) ? culprit : [culprit];
    return right.find((name) => name === one.got?.culprit) ?? right[0] ?? "none";
  };
  const found = (one: Played): string => one.got?.culprit ?? (one.got?.status === "healthy" ? "healthy" : "none");
  const rows = labels
    .map((row) => ({
      row,
      counts: labels.map((column) => played.filter((one) => expected(one) === row && found(one) === column).length),
    }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  const matrix = cells([
    ["expected \\ found", ...labels],
    ...rows.map(({ row, counts }) => [row, ...counts.map((count) => (count === 0 ? "." : String(count)))]),
  ]);
  const confused = played
    .filter(
      ({ scenario: { expect }, got }) =>
        !(expect.accept ?? []).some((name) => name === got?.cause) &&
        !list(expect.cause).split("/").includes(list(got?.cause)),
    )
    .map(
      ({ scenario, got }) =>
        `  ${list(scenario.expect.cause)} taken for ${list(got?.cause ?? got?.status)} (${scenario.id})`,
    );
  return `${matrix}\n\n${confused.length === 0 ? "No cause was taken for another." : `Causes taken for others:\n${confused.join("\n")}`}`;
}
