import { jsonText } from "../base/json-text.ts";
import type { CommandContext } from "../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { compareVisits } from "../compare/compare.ts";
import { renderComparison, sentenceOf, type CompareWords } from "../compare/render.ts";
import { deviceTypeLabel } from "../checklist/labels.ts";
import { describeFinding } from "../explain/describe.ts";
import { toFile } from "../report/sink.ts";
import { toStdout } from "./shared/to-stdout.ts";
import { compare as compareTexts } from "../text/compare.ts";
import { labelOf } from "../text/visit-labels.ts";
import type { Lang } from "../base/languages.ts";
import { finalDisposition } from "../visit/rows/device.ts";
import { openStore, type VisitStore } from "../visit/store.ts";
import type { Visit } from "../visit/schema.ts";
import { flagOption, stringOption } from "../base/options.ts";

/**
 * `qbrecover compare [before] [after]`: what a repair brought. The earlier visit is always the left one, in whichever
 * order they were named.
 */
export async function run(context: CommandContext, args: readonly string[], options: OptionValues): Promise<ExitCode> {
  const store = openStore(context.dataDir, context.lang, "read");
  try {
    const [before, after] = pairOf(store, args, stringOption(options, "site"), context.lang);
    const comparison = compareVisits(before, after);
    const text =
      stringOption(options, "format") === "json"
        ? `${jsonText({ schemaVersion: 1, ...comparison, sentence: sentenceOf(comparison, context.lang) }, 2)}\n`
        : renderComparison(comparison, before, after, context.lang, wordsFor([after, before], context.lang));
    const output = stringOption(options, "output");
    const done =
      output === undefined
        ? await toStdout(context, [text])
        : await toFile(context, output, [text], { force: flagOption(options, "force") });
    return done ? EXIT.healthy : EXIT.interrupted;
  } finally {
    store.close();
  }
}

function pairOf(
  store: VisitStore,
  args: readonly string[],
  site: string | undefined,
  lang: Lang,
): readonly [Visit, Visit] {
  const texts = compareTexts[lang];
  const ids = args.map((id) => store.resolve(id));
  if (ids.length === 0 && site !== undefined) {
    const newest = store.list({ siteId: site, limit: 2, practice: false });
    if (newest.length < 2) throw new UserError(texts.needTwo(oneLine(site, 80)));
    ids.push(...newest.map((visit) => visit.id));
  }
  const [first, second] = ids;
  if (first === undefined || second === undefined) throw new UserError(texts.needArguments);
  if (first === second) throw new UserError(texts.sameVisit);
  const visits = [store.get(first), store.get(second)] as const;
  return Date.parse(visits[0].startedAt) <= Date.parse(visits[1].startedAt) ? visits : [visits[1], visits[0]];
}

function wordsFor(visits: readonly Visit[], lang: Lang): CompareWords {
  return {
    cause: (cause) => {
      for (const { scan } of visits) {
        const finding = scan?.verdict.findings.find((candidate) => candidate.cause === cause);
        if (finding !== undefined) return describeFinding(finding, scan?.evidence.profile ?? null, lang).title;
      }
      return cause;
    },
    device: (device) => {
      const type = deviceTypeLabel(device.type, lang);
      return [type, device.label, device.room].filter((part) => part !== "").join(", ");
    },
    disposition: (device) => {
      const final = finalDisposition(device);
      return final === null ? compareTexts[lang].unknown : labelOf("disposition", final, lang);
    },
  };
}
