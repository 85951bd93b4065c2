import { judge } from "../../src/judge/judge.ts";
import type { Cause } from "../../src/text/causes/index.ts";
import { EXIT_OF, type ProductRun, type ScanDocument } from "./product.ts";
import type { Expectation, Scenario } from "./scenario.ts";

/** What the product said, in the form of an expectation. */
export interface Said {
  readonly status: string;
  readonly cause: Cause | null;
  readonly culprit: string | null;
  readonly affects: readonly string[];
  readonly causes: readonly Cause[];
  readonly alternatives: readonly Cause[];
}

/**
 * The part of a verdict that an expectation speaks about. Findings of severity `info` are remarks: they make nothing
 * faulty.
 */
export function said(verdict: Pick<ScanDocument["verdict"], "status" | "findings">): Said {
  const findings = verdict.findings.filter((finding) => finding.severity !== "info");
  const [first] = findings;
  return {
    status: verdict.status,
    cause: first?.cause ?? null,
    culprit: first?.culprit ?? null,
    affects: first?.affects ?? [],
    causes: findings.map((finding) => finding.cause),
    alternatives: first?.alternatives ?? [],
  };
}

function many<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

/** What is wrong with a verdict, one line each; empty when it is the right one. */
export function complaintsAbout(got: Said, expect: Expectation, mustNotSay: readonly Cause[]): string[] {
  const complaints: string[] = [];
  const causes = expect.cause === null ? [] : many<Cause>(expect.cause);
  if (!many(expect.status).some((status) => status === got.status))
    complaints.push(`status ${got.status}, not ${many(expect.status).join("/")}`);
  if (expect.cause === null) {
    if (got.cause !== null) complaints.push(`said ${got.causes.join(", ")} of a healthy network`);
    return complaints;
  }
  const accepted = got.cause !== null && (expect.accept ?? []).includes(got.cause);
  if (accepted) {
    // As right as the cause that was meant.
  } else if (got.cause === null || !causes.includes(got.cause))
    complaints.push(`first cause ${got.cause ?? "none"}, not ${causes.join("/")}`);
  else {
    const unnamed = causes.filter((cause) => cause !== got.cause && !got.alternatives.includes(cause));
    if (unnamed.length > 0) complaints.push(`alternative not named: ${unnamed.join(", ")}`);
  }
  if (expect.culprit !== null && !many(expect.culprit).some((culprit) => culprit === got.culprit))
    complaints.push(`culprit ${got.culprit ?? "none"}, not ${many(expect.culprit).join("/")}`);
  const { affects } = expect;
  if (affects !== undefined && affects.toSorted().join() !== got.affects.toSorted().join())
    complaints.push(`affects [${got.affects.join(" ")}], not [${affects.join(" ")}]`);
  for (const cause of expect.also ?? []) if (!got.causes.includes(cause)) complaints.push(`does not name ${cause} too`);
  for (const cause of mustNotSay) if (got.causes.includes(cause)) complaints.push(`must not say ${cause}`);
  return complaints;
}

/** The same for a whole run of the product, with its time and its exit status. */
export function complaintsAboutRun(run: ProductRun, scenario: Scenario, timeFactor: number): string[] {
  if (run.document === null) return [`exit ${run.exitCode}: ${run.trouble}`];
  const complaints = complaintsAbout(said(run.document.verdict), scenario.expect, scenario.mustNotSay);
  const again = judge(run.document.evidence);
  if (JSON.stringify(said(again)) !== JSON.stringify(said(run.document.verdict)))
    complaints.push(`judged again: ${again.findings.map((one) => one.cause).join(", ")}`);
  if (EXIT_OF[run.document.verdict.status] !== run.exitCode)
    complaints.push(`exit status ${run.exitCode} for ${run.document.verdict.status}`);
  if (run.ms > scenario.mostSeconds * 1000 * timeFactor)
    complaints.push(`took ${(run.ms / 1000).toFixed(1)} s, at most ${scenario.mostSeconds}`);
  return complaints;
}
