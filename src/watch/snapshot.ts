import type { Evidence, Observation } from "../evidence/schema.ts";
import type { SystemResult, Verdict } from "../judge/verdict.ts";
import { watch as watchTexts } from "../text/watch.ts";
import type { Lang } from "../base/languages.ts";

/** What the live view shows of one round: a line's name -> its value, in the order from the laptop outwards. */
export type Snapshot = ReadonlyMap<string, string>;

/**
 * Boils one round down to the lines that a person moving cables looks at.
 * @param describe words for an outcome of a system and for the verdict, rendered by the caller
 */
export function snapshotOf(
  evidence: Evidence,
  verdict: Verdict,
  lang: Lang,
  describe: { system(result: SystemResult): string; verdict(verdict: Verdict): string },
): Snapshot {
  const lines = new Map<string, string>();
  for (const observation of evidence.observations) addLine(lines, observation, lang);
  for (const result of verdict.systems) {
    if (result.outcome === "ok" || result.outcome === "slow" || result.outcome === "failed") {
      const system = evidence.profile.systems.find((candidate) => candidate.id === result.id);
      lines.set(system?.name[lang] ?? result.id, describe.system(result));
    }
  }
  lines.set(watchTexts[lang].verdict, describe.verdict(verdict));
  return lines;
}

function addLine(lines: Map<string, string>, observation: Observation, lang: Lang): void {
  const texts = watchTexts[lang];
  switch (observation.collector) {
    case "interface": {
      const { label, kind, adminUp, carrier, addresses } = observation.evidence;
      if (kind === "loopback") return;
      lines.set(
        texts.link(label),
        adminUp === false ? texts.off : triWord(carrier, texts.up, texts.down, texts.unknown),
      );
      const shown = addresses
        .filter((address) => address.family === 4)
        .map((address) => `${address.address}/${address.prefix}`);
      lines.set(texts.address(label), shown.length === 0 ? texts.noAddress : shown.join(", "));
      return;
    }
    case "gateway":
      lines.set(
        texts.gateway(observation.evidence.address),
        tried(observation, observation.outcome === "ok" ? texts.answers : texts.silent, lang),
      );
      return;
    case "dns":
      if (observation.evidence.role === "configured" && observation.evidence.purpose === "known")
        lines.set(
          texts.resolver(observation.evidence.server),
          tried(observation, observation.evidence.rcode === null ? texts.silent : texts.answers, lang),
        );
      return;
    case "control":
      lines.set(
        texts.control(observation.evidence.label),
        tried(observation, observation.outcome === "ok" ? texts.reachable : texts.unreachable, lang),
      );
      return;
    default:
  }
}

/** A check that did not run is never a failed check. */
function tried(observation: Observation, word: string, lang: Lang): string {
  return observation.outcome === "skipped" || observation.outcome === "unknown" ? watchTexts[lang].notTried : word;
}

function triWord(value: boolean | "unknown", yes: string, no: string, unknown: string): string {
  return value === "unknown" ? unknown : value ? yes : no;
}

/** One line that changed between two rounds; `before` is absent where the line is new, `now` where it is gone. */
export interface Change {
  readonly name: string;
  readonly before: string | undefined;
  readonly now: string | undefined;
}

/** What differs between two rounds, in the order of the new one; what has gone comes last. */
export function changesBetween(before: Snapshot, now: Snapshot): Change[] {
  const changes: Change[] = [];
  for (const [name, value] of now)
    if (before.get(name) !== value) changes.push({ name, before: before.get(name), now: value });
  for (const [name, value] of before) if (!now.has(name)) changes.push({ name, before: value, now: undefined });
  return changes;
}
