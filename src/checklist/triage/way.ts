import { FLAGS, type Disposition, type Flag, type TriageResult } from "../../visit/schema.ts";
import type { Label } from "../../form/question.ts";
import type { DeviceFacts } from "./facts.ts";
import type { SoFar, Standing } from "./rule.ts";
import type { SourceId } from "./sources.ts";

/** What one rule did: the disposition it made (null where it left it), flags and advice it added, and why. */
export interface Step {
  readonly rule: string;
  readonly disposition: Disposition | null;
  readonly flags: readonly Flag[];
  readonly advice: readonly string[];
  readonly reason: Label;
  readonly source: SourceId;
}

/** A rule that had a part in it, as it is written down. */
interface Applied {
  readonly id: string;
  readonly disposition?: Disposition;
  readonly flags?: readonly Flag[];
  readonly advice?: readonly string[];
  readonly reason: Label;
  readonly source: SourceId;
}

/** The way of one device through the rules: what is settled so far, and who settled it. */
export interface Way {
  readonly facts: DeviceFacts;
  readonly steps: readonly Step[];
  now(): SoFar;
  add(rule: Applied): void;
  /** Applies rules that leave the disposition; `disposition` where the one that will stand is another. */
  stand(rules: readonly Standing[], disposition?: Disposition): void;
  /** @param more flags that no single rule stands for */
  result(more: readonly Flag[]): TriageResult;
}

export function wayOf(facts: DeviceFacts): Way {
  const steps: Step[] = [];
  let decided: { readonly disposition: Disposition; readonly rule: string } | null = null;
  const now = (): SoFar => ({
    disposition: decided?.disposition ?? "HOLD",
    flags: new Set(steps.flatMap((step) => step.flags)),
  });
  const add = (rule: Applied): void => {
    const { id, disposition, flags = [], advice = [], reason, source } = rule;
    const changed = disposition !== undefined && disposition !== decided?.disposition ? disposition : null;
    if (changed !== null) decided = { disposition: changed, rule: id };
    steps.push({ rule: id, disposition: changed, flags, advice, reason, source });
  };
  return {
    facts,
    steps,
    now,
    add,
    stand: (rules, disposition = now().disposition) => {
      for (const rule of rules) {
        const so = { disposition, flags: now().flags };
        if (rule.when(facts, so)) add({ ...rule, advice: rule.advice?.(facts, so) ?? [] });
      }
    },
    result: (more) => {
      const { disposition, flags } = now();
      const all = new Set([...flags, ...more]);
      const advice = [...new Set(steps.flatMap((step) => step.advice))];
      return {
        disposition,
        rule: decided?.rule ?? "",
        flags: FLAGS.filter((flag) => all.has(flag) && (flag !== "WATCH_30D" || disposition === "REUSE")),
        // No part is bought for what is replaced itself.
        advice: isGivenUp(disposition) ? advice.filter((id) => !id.startsWith("part_")) : advice,
      };
    },
  };
}

/** The device itself goes: parts of it are not replaced. */
const isGivenUp = (disposition: Disposition): boolean => disposition === "REPLACE" || disposition === "HAZARD";
