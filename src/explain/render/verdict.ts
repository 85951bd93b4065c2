import type { Evidence } from "../../evidence/schema.ts";
import type { Lang } from "../../base/languages.ts";
import { judgeTexts, wordFor } from "../../text/judge.ts";
import { labelOf } from "../../text/visit-labels.ts";
import type { Verdict } from "../../judge/verdict.ts";
import { renderChain } from "./chain.ts";
import { renderExplanation } from "./explain.ts";
import { renderOther, renderRoot } from "./finding.ts";
import { gapTitle, renderGap } from "./gap.ts";
import { boldPaint, statusPaint } from "../../terminal/paint.ts";
import { renderScreen } from "./screen.ts";
import { renderSystems } from "./systems.ts";
import { wrap } from "../../terminal/wrap.ts";

export interface RenderOptions {
  readonly columns: number;
  readonly explain: boolean;
  readonly colour: boolean;
}

const LEAST_COLUMNS = 40;
const LEAST_ROWS = 24;

/** What the terminal asks for beside. */
export interface AnswerOptions extends RenderOptions {
  /** Everything, not one screen of it. */
  readonly full: boolean;
  /** Lines of the terminal. */
  readonly rows: number;
}

/**
 * The whole verdict for a technician: one plain sentence of root cause first, then what to do, the picture, the systems.
 * Ends with a newline.
 */
export function renderVerdict(verdict: Verdict, evidence: Evidence | null, lang: Lang, options: RenderOptions): string {
  const { answer, picture, others, systems, quality, proof } = blocksOf(verdict, evidence, lang, options);
  return joined([...answer, picture, others, systems, quality, proof]);
}

/**
 * The verdict in a terminal: one screen, or all of it with what matters last, where the eye is when the scan ends. Ends
 * with a newline.
 */
export function renderAnswer(verdict: Verdict, evidence: Evidence | null, lang: Lang, options: AnswerOptions): string {
  if (options.full || options.explain) {
    const { answer, picture, others, systems, quality, proof } = blocksOf(verdict, evidence, lang, options);
    return joined([proof, systems, quality, others, picture, ...answer]);
  }
  const columns = columnsOf(options);
  const heading = headingBlocks(verdict, evidence, lang, options);
  const quality = renderQuality(verdict, lang, columns);
  // The prompt takes the last line.
  const rows = Math.max(LEAST_ROWS, options.rows) - 1;
  return `${renderScreen({ verdict, profile: evidence?.profile ?? null, lang, columns, rows, heading, quality })}\n`;
}

const joined = (blocks: readonly string[]): string => `${blocks.filter((block) => block !== "").join("\n\n")}\n`;

const columnsOf = ({ columns }: RenderOptions): number => Math.max(LEAST_COLUMNS, columns);

/** The status, and what is missing where nothing can be concluded. */
function headingBlocks(verdict: Verdict, evidence: Evidence | null, lang: Lang, options: RenderOptions): string[] {
  const columns = columnsOf(options);
  return [
    statusPaint(verdict.status, options.colour)(wrap(headingOf(verdict, lang), columns)),
    verdict.status === "inconclusive" ? renderGap(verdict, evidence?.profile ?? null, lang, columns) : "",
    evidence?.complete === false ? wrap(judgeTexts[lang].interrupted, columns, 2) : "",
  ];
}

/** Every part of the whole verdict, each empty where there is nothing to say. */
function blocksOf(verdict: Verdict, evidence: Evidence | null, lang: Lang, options: RenderOptions) {
  const columns = columnsOf(options);
  const profile = evidence?.profile ?? null;
  const [root, ...others] = verdict.findings;
  const bold = boldPaint(options.colour);
  return {
    answer: [
      ...headingBlocks(verdict, evidence, lang, options),
      root === undefined ? "" : renderRoot(root, profile, lang, columns),
    ],
    picture: renderChain(verdict, lang, columns),
    others:
      others.length === 0
        ? ""
        : [bold(judgeTexts[lang].alsoFound), ...others.map((one) => renderOther(one, profile, lang, columns))].join(
            "\n",
          ),
    systems: renderSystems(verdict, profile, lang, columns),
    quality: renderQuality(verdict, lang, columns),
    proof: options.explain && evidence !== null ? renderExplanation(verdict, evidence, lang, columns) : "",
  };
}

/** "Every system can be reached" is only said where one was tried. */
function headingOf(verdict: Verdict, lang: Lang): string {
  const { status, systems } = verdict;
  if (status === "inconclusive") return gapTitle(verdict, lang);
  return judgeTexts[lang][
    status === "healthy" && !systems.some((one) => one.outcome === "ok" || one.outcome === "slow")
      ? "healthyPartly"
      : status
  ];
}

function renderQuality({ quality }: Verdict, lang: Lang, columns: number): string {
  const texts = judgeTexts[lang];
  const unknown = quality.grade === "unknown" && quality.webGrade === "unknown";
  if (unknown && quality.busy !== true) return "";
  const number = (value: number | null): string =>
    value === null ? texts.none : new Intl.NumberFormat(lang === "vi" ? "vi-VN" : "en-GB").format(value);
  const figures =
    quality.medianMs === null
      ? ""
      : ` (${wordFor("metric", "rtt", lang)} ${number(quality.medianMs)}\u00a0ms, ` +
        `${wordFor("metric", "jitter", lang)} ${number(quality.jitterMs)}\u00a0ms, ` +
        `${wordFor("metric", "loss", lang)} ${number(quality.lossPercent)}\u00a0%)`;
  const why =
    quality.decidedBy === null ? "" : `, ${texts.qualityDecided} ${wordFor("metric", quality.decidedBy, lang)}`;
  const web = quality.webGrade === "unknown" ? "" : `; ${labelOf("webGrade", quality.webGrade, lang)}`;
  const busy = quality.busy === true ? `; ${texts.qualityBusy}` : "";
  return wrap(`${texts.quality}: ${labelOf("grade", quality.grade, lang)}${why}${figures}${web}${busy}`, columns, 0, 2);
}
