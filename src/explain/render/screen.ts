import type { Profile } from "../../profile/schema.ts";
import type { Lang } from "../../base/languages.ts";
import type { Finding, SystemResult, Verdict } from "../../judge/verdict.ts";
import { wrap } from "../../terminal/wrap.ts";
import { gap } from "../../text/gap.ts";
import { judgeTexts } from "../../text/judge.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { describeFinding, systemName, type Described } from "../describe.ts";
import { chainLegend, drawChain } from "./chain.ts";
import { titleOf } from "./finding.ts";
import { remarkOn } from "./systems.ts";

/** The parts that an answer can do without, in the order in which a small screen gives them up. */
const LADDER = [
  "passedNames",
  "legend",
  "air",
  "quality",
  "maybe",
  "otherNames",
  "askNames",
  "hurtNames",
  "thirdStep",
  "secondStep",
] as const;
type Part = (typeof LADDER)[number];

export interface ScreenInput {
  readonly verdict: Verdict;
  readonly profile: Profile | null;
  readonly lang: Lang;
  readonly columns: number;
  /** Lines that the answer may take. */
  readonly rows: number;
  /** What is said first: the status, and what is missing where nothing can be concluded. */
  readonly heading: readonly string[];
  readonly quality: string;
}

/**
 * The answer on one screen: verdict, cause, who mends it, up to three steps, the words to read out, the picture, and the
 * systems folded into a line for each outcome. What does not fit is left to `--full`, the least important first.
 */
export function renderScreen(input: ScreenInput): string {
  const told = input.verdict.findings.map((finding) => ({
    finding,
    words: describeFinding(finding, input.profile, input.lang),
  }));
  const whole = new Set<Part>(LADDER);
  let lines = linesOf(input, told, whole);
  for (const part of LADDER) {
    if (lines.length <= input.rows) break;
    whole.delete(part);
    lines = linesOf(input, told, whole);
  }
  return lines.join("\n");
}

interface Told {
  readonly finding: Finding;
  readonly words: Described;
}

function linesOf(input: ScreenInput, [root, ...others]: readonly Told[], shown: ReadonlySet<Part>): readonly string[] {
  const { verdict, lang, columns, heading, quality } = input;
  const blocks = [
    // The sentence of the cause stands right below the status.
    [...heading, ...(root === undefined ? [] : [titleOf(root.finding, root.words, lang, columns)])],
    root === undefined ? [] : causeOf(root.words, shown, lang, columns),
    [drawChain(verdict, lang, columns), ...(shown.has("legend") ? chainLegend(verdict, lang) : [])],
    [
      ...(others.length === 0 ? [] : [othersOf(others, shown, lang, columns)]),
      ...folded(input, shown),
      ...(shown.has("quality") ? [quality] : []),
    ],
    [wrap(judgeTexts[lang].full, columns)],
  ];
  return blocks
    .map((block) => block.filter((part) => part !== ""))
    .filter((block) => block.length > 0)
    .flatMap((block, at) => (at > 0 && shown.has("air") ? ["", ...block] : block))
    .flatMap((part) => part.split("\n"));
}

function causeOf(told: Described, shown: ReadonlySet<Part>, lang: Lang, columns: number): readonly string[] {
  const texts = judgeTexts[lang];
  const most = shown.has("thirdStep") ? 3 : shown.has("secondStep") ? 2 : 1;
  const maybe = told.tests.map((one) => one.title).join("; ");
  return [
    wrap(told.explanation, columns, 2),
    ...told.steps.slice(0, most).map((step, at) => wrap(`${at + 1}. ${step}`, columns, 2, 5)),
    wrap(`${texts.whoMends}: ${[told.mender, ...told.contacts].join("; ")}`, columns, 2, 4),
    wrap(`${texts.callSaying}: “${told.tell}”`, columns, 2, 4),
    ...(shown.has("maybe") && maybe !== "" ? [wrap(`${texts.maybe}: ${maybe}`, columns, 2, 4)] : []),
  ];
}

function othersOf(others: readonly Told[], shown: ReadonlySet<Part>, lang: Lang, columns: number): string {
  const what = shown.has("otherNames") ? others.map(({ words }) => words.title).join("; ") : String(others.length);
  return wrap(`${judgeTexts[lang].alsoFound} ${what}`, columns, 0, 2);
}

/** A line for each outcome, the hurt first; names where there is room, numbers where there is none. */
function folded(input: ScreenInput, shown: ReadonlySet<Part>): readonly string[] {
  const { verdict, profile, lang, columns } = input;
  const named = (one: SystemResult): string =>
    `${systemName(profile, one.id, lang)}${one.provided === true ? ` (${gap[lang].provided})` : ""}`;
  const those = (outcome: SystemResult["outcome"]): readonly SystemResult[] =>
    verdict.systems.filter((one) => one.outcome === outcome);
  const line = (outcome: SystemResult["outcome"], names: boolean, tell = named): string[] => {
    const some = those(outcome);
    const label = labelOf("outcome", outcome, lang);
    const word = outcome === "failed" ? label.toLocaleUpperCase(lang) : label;
    const list = names ? `: ${some.map(tell).join("; ")}` : "";
    return some.length === 0 ? [] : [wrap(`${word} (${some.length})${list}`, columns, 0, 2)];
  };
  const asked = (one: SystemResult): string => {
    const remark = remarkOn(one, profile, lang);
    return remark === "" ? named(one) : `${named(one)} – ${remark}`;
  };
  return [
    ...line("failed", shown.has("hurtNames")),
    ...line("unknown", shown.has("hurtNames")),
    ...line("slow", shown.has("hurtNames")),
    ...line("notTested", shown.has("hurtNames")),
    ...line("notTestable", shown.has("askNames"), asked),
    ...line("notUsed", shown.has("askNames")),
    ...line("ok", shown.has("passedNames")),
  ];
}
