import { tableLines } from "../terminal/table.ts";
import { shownTime } from "../base/shown-time.ts";
import { oneLine, terminalSafe } from "../base/terminal-safe.ts";
import type { Cause } from "../text/causes/index.ts";
import type { Profile } from "../profile/schema.ts";
import { compare as compareTexts } from "../text/compare.ts";
import { practiceBanner } from "../text/practice.ts";
import { isPractice } from "../visit/practice.ts";
import type { Lang } from "../base/languages.ts";
import type { Device, Visit } from "../visit/schema.ts";
import type { Comparison } from "./compare.ts";

/** Words that come from other stages: titles of causes, names of device types and dispositions. */
export interface CompareWords {
  cause(cause: Cause): string;
  device(device: Device): string;
  disposition(device: Device): string;
}

/**
 * The comparison for people: what was restored, what is still down, what got worse, and the sentence for the record.
 */
export function renderComparison(
  comparison: Comparison,
  before: Visit,
  after: Visit,
  lang: Lang,
  words: CompareWords,
): string {
  const texts = compareTexts[lang];
  const banner = isPractice(before) || isPractice(after) ? [practiceBanner(lang), ""] : [];
  const lines = [...banner, texts.title, texts.between(shortVisit(before), shortVisit(after))];
  const place = after.site ?? before.site;
  if (place !== null) lines.push(oneLine(`${place.unit.name}, ${place.name}`, 500));
  if (!comparison.sameSite) lines.push(texts.otherSite);
  if (!comparison.sameProfile && before.scan !== null && after.scan !== null) lines.push(texts.otherProfile);

  lines.push("", texts.causes, ...table(causeRows(comparison, texts, words), texts.nothing));
  const profile = after.scan?.evidence.profile ?? before.scan?.evidence.profile;
  lines.push("", texts.systems, ...table(systemRows(comparison, profile, lang), texts.nothing));
  lines.push("", texts.devices, ...table(deviceRows(comparison, texts, words), texts.nothing));
  lines.push("", sentenceOf(comparison, lang), "");
  return terminalSafe(lines.join("\n"));
}

type Texts = (typeof compareTexts)[Lang];
type Row = readonly [string, string];

function causeRows({ network: { gone, remaining, appeared } }: Comparison, texts: Texts, words: CompareWords): Row[] {
  return [
    ...appeared.map((cause): Row => [words.cause(cause), texts.appeared]),
    ...remaining.map((cause): Row => [words.cause(cause), texts.remaining]),
    ...gone.map((cause): Row => [words.cause(cause), texts.gone]),
  ];
}

function systemRows({ network }: Comparison, profile: Profile | undefined, lang: Lang): Row[] {
  return (["worse", "stillDown", "restored", "stillUp"] as const).flatMap((change) =>
    network.systems
      .filter((system) => system.change === change)
      .map((system): Row => [nameOf(profile, system.id, lang), compareTexts[lang][change]]),
  );
}

function deviceRows(
  { devices: { pairs, onlyBefore, onlyAfter } }: Comparison,
  texts: Texts,
  words: CompareWords,
): Row[] {
  const changed = (["worse", "better", "unknown"] as const).flatMap((change) =>
    pairs
      .filter((pair) => pair.change === change)
      .map((pair): Row => [
        words.device(pair.after),
        `${words.disposition(pair.before)} → ${words.disposition(pair.after)} (${texts[change]})`,
      ]),
  );
  const same = pairs.filter((pair) => pair.change === "same").length;
  return [
    ...changed,
    ...onlyBefore.map((device): Row => [words.device(device), texts.onlyBefore]),
    ...onlyAfter.map((device): Row => [words.device(device), texts.onlyAfter]),
    ...(same === 0 ? [] : [[texts.records(same), texts.same] as const]),
  ];
}

/** One sentence for the record. */
export function sentenceOf({ network, devices }: Comparison, lang: Lang): string {
  const texts = compareTexts[lang];
  if (network.statusBefore === null || network.statusAfter === null) return texts.sentenceNoNetwork;
  const systems = (change: string): number => network.systems.filter((system) => system.change === change).length;
  const records = (change: string): number => devices.pairs.filter((pair) => pair.change === change).length;
  return texts.sentence(
    systems("restored"),
    systems("stillDown"),
    systems("worse"),
    records("better"),
    records("worse"),
  );
}

function table(rows: readonly (readonly [string, string])[], empty: string): string[] {
  if (rows.length === 0) return [`  ${empty}`];
  return tableLines([{ title: "" }, { title: "" }], rows, { indent: 2 });
}

function nameOf(profile: Profile | undefined, id: string, lang: Lang): string {
  return profile?.systems.find((system) => system.id === id)?.name[lang] ?? id;
}

function shortVisit(visit: Visit): string {
  return oneLine(`${visit.id.slice(0, 13)} (${shownTime(visit.startedAt, true) ?? ""})`, 100);
}
