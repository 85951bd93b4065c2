import { unique } from "../../../src/judge/facts/observed.ts";
import type { Played } from "../play.ts";
import type { Scenario } from "../scenario.ts";
import type { PeerRow } from "./row.ts";

/** `weak`: not the right first finding, and nothing wrong with certainty. */
export type Mark = "right" | "weak" | "wrong";

interface Marked {
  readonly row: PeerRow;
  readonly scenario: Scenario;
  readonly said: string;
  readonly mark: Mark;
}

function markOf({ complaints, run }: Played): Mark {
  if (complaints.length === 0) return "right";
  const findings = run.document?.verdict.findings.filter((one) => one.severity !== "info") ?? [];
  const [first] = findings;
  return run.document === null || first?.["confidence"] === "certain" ? "wrong" : "weak";
}

function saidBy({ got, run }: Played): string {
  if (got === null) return "no verdict";
  const infos = run.document?.verdict.findings.filter((one) => one.severity === "info").map((one) => one.cause) ?? [];
  const confidence = run.document?.verdict.findings[0]?.["confidence"];
  const causes = [...got.causes, ...infos.map((one) => `${one} (note)`)];
  return `${got.status}${causes.length === 0 ? "" : `: ${causes.join(", ")}`}${
    got.cause === null ? "" : ` (${String(confidence)}, ${got.culprit ?? ""})`
  }`;
}

function marked(rows: readonly PeerRow[], played: readonly Played[]): readonly Marked[] {
  return rows.flatMap((row) => {
    const id = typeof row.play === "string" ? row.play : row.play.id;
    const one = played.find(({ scenario }) => scenario.id === id);
    return one === undefined ? [] : [{ row, scenario: one.scenario, said: saidBy(one), mark: markOf(one) }];
  });
}

function wanted({ expect: { status, cause, accept = [] } }: Scenario): string {
  const causes = cause === null ? [] : [cause].flat();
  return `${[status].flat().join("/")}${causes.length === 0 ? "" : `: ${[...causes, ...accept].join(" or ")}`}`;
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** How the rows came out, as docs/peers.md. */
export function peersPage(rows: readonly PeerRow[], played: readonly Played[]): string {
  const all = marked(rows, played);
  const count = (mark: Mark): number => all.filter((one) => one.mark === mark).length;
  const parts = unique(rows.map((row) => row.suite)).map((suite) => {
    const here = all.filter(({ row }) => row.suite === suite);
    return [
      `## ${suite}`,
      "",
      "| Row | Played | Expected | Said | |",
      "|---|---|---|---|---|",
      ...here.map(
        ({ row, scenario, said, mark }) =>
          `| ${[row.name, scenario.fault, wanted(scenario), said].map(cell).join(" | ")} | ${mark} |`,
      ),
    ].join("\n");
  });
  return [
    "# By the peers' own tests",
    "",
    "Scenario lists that others wrote for the same job, played in the fault laboratory through the real command line. Written by",
    "`npm run test:lab -- --peers`; the rows are in `test/lab/peers`. Weak: another first finding than expected, with its doubt said.",
    "Wrong: another one, said with certainty.",
    "",
    `**${String(all.length)} rows: ${String(count("right"))} right, ${String(count("weak"))} weak, ${String(count("wrong"))} wrong.**`,
    "",
    parts.join("\n\n"),
    "",
  ].join("\n");
}

export function countOf(rows: readonly PeerRow[], played: readonly Played[], mark: Mark): number {
  return marked(rows, played).filter((one) => one.mark === mark).length;
}
