import { expect, it } from "vitest";
import { compareVisits } from "../../src/compare/compare.ts";
import { renderComparison } from "../../src/compare/render.ts";
import { describeFinding } from "../../src/explain/describe.ts";
import { renderVerdict } from "../../src/explain/render/verdict.ts";
import { showProfile } from "../../src/commands/shared/show-profile.ts";
import { loadProfile } from "../../src/profile/load.ts";
import { LANGS } from "../../src/base/languages.ts";
import { judge } from "../../src/judge/judge.ts";
import { FAULTS } from "../judge/faults.ts";
import { record } from "../judge/record.ts";
import { HEALTHY } from "../judge/world.ts";
import { NOW, visit } from "../visit/helpers/sample.ts";

const OTHER_FORM = /\d{4}-\d{2}-\d{2}/u;

it.each(LANGS)("people read every date in one form (%s)", async (lang) => {
  for (const fault of FAULTS) {
    const evidence = record(fault.make(HEALTHY));
    const verdict = judge(evidence);
    const screen = renderVerdict(verdict, evidence, lang, { columns: 100, explain: true, colour: false });
    expect(screen.match(OTHER_FORM)).toBeNull();
    for (const finding of verdict.findings) {
      const { explanation, remedy, tell } = describeFinding(finding, evidence.profile, lang);
      expect([explanation, remedy, tell].join("\n")).not.toMatch(OTHER_FORM);
    }
  }
  const [before, after] = [visit(), visit({}, { now: NOW + 60_000 })];
  const words = { cause: String, device: () => "", disposition: () => "" };
  expect(renderComparison(compareVisits(before, after), before, after, lang, words)).toContain("21/11/2026 08:31");
  const loaded = await loadProfile("quang-binh-2020", "/nowhere", lang, { now: () => NOW, cwd: "/" });
  expect([...loaded.warnings, showProfile(loaded, 100, lang).split("\n\n")[0]].join("\n")).not.toMatch(OTHER_FORM);
});
