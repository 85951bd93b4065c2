import type { Profile } from "../../profile/schema.ts";
import type { Lang } from "../../base/languages.ts";
import { judgeTexts } from "../../text/judge.ts";
import { describeFinding, type Described } from "../describe.ts";
import { isCounted } from "../../judge/facts/attempt.ts";
import type { Finding } from "../../judge/verdict.ts";
import { wrap } from "../../terminal/wrap.ts";

/** The root cause in full: the sentence, the steps, who mends it, and what to tell them. */
export function renderRoot(finding: Finding, profile: Profile | null, lang: Lang, columns: number): string {
  const texts = judgeTexts[lang];
  const told = describeFinding(finding, profile, lang);
  return [
    titleOf(finding, told, lang, columns),
    wrap(told.explanation, columns, 2),
    ...(told.systems.length === 0
      ? []
      : [
          wrap(
            `${finding.severity === "critical" || finding.severity === "major" ? texts.takesDown : texts.hurts}: ${listed(told.systems, finding, profile, lang)}`,
            columns,
            2,
            4,
          ),
        ]),
    "",
    `  ${texts.toDo}`,
    ...told.steps.map((step, at) => wrap(`${at + 1}. ${step}`, columns, 4, 7)),
    wrap(`${texts.whoMends}: ${told.mender}`, columns, 2, 4),
    ...(told.contacts.length === 0 ? [] : [wrap(`${texts.phones}: ${told.contacts.join("; ")}`, columns, 2, 4)]),
    wrap(`${texts.callSaying}: “${told.tell}”`, columns, 2, 4),
    ...told.tests.map((one) =>
      wrap(
        one.test === null ? `${texts.maybe}: ${one.title}` : `${texts.maybe}: ${one.title}. ${texts.test}: ${one.test}`,
        columns,
        2,
        4,
      ),
    ),
  ].join("\n");
}

/** The cause in a sentence, how sure it is, and its id. */
export function titleOf(finding: Finding, told: Described, lang: Lang, columns: number): string {
  return wrap(`${sureTitle(finding, told, lang)} [${finding.cause}]`, columns, 2);
}

/** The cause in a sentence, and whether it is only likely. */
export function sureTitle({ confidence }: Finding, { title }: Described, lang: Lang): string {
  return confidence === "likely" ? `${title} (${judgeTexts[lang].likely})` : title;
}

/** Another finding, in short: what, why, the first step, who. */
export function renderOther(finding: Finding, profile: Profile | null, lang: Lang, columns: number): string {
  const texts = judgeTexts[lang];
  const told = describeFinding(finding, profile, lang);
  return [
    wrap(`• ${told.title} [${finding.cause}]`, columns, 2, 4),
    wrap(told.explanation, columns, 4),
    wrap(`${texts.toDo} ${told.remedy}`, columns, 4),
    wrap(
      `${texts.whoMends}: ${[told.mender, ...told.contacts].join("; ")}. ${texts.callSaying}: “${told.tell}”`,
      columns,
      4,
    ),
  ].join("\n");
}

const MOST = 6;

function listed(names: readonly string[], finding: Finding, profile: Profile | null, lang: Lang): string {
  const texts = judgeTexts[lang];
  const needing = profile?.systems.filter((one) => isCounted(one) && one.scope !== "local") ?? [];
  if (needing.length > 1 && needing.every((one) => finding.affects.includes(one.id)))
    return texts.everything(needing.length);
  return names.length <= MOST
    ? names.join("; ")
    : `${names.slice(0, MOST).join("; ")}; ${texts.more} ${names.length - MOST}`;
}
