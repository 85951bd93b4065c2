import type { CommandContext } from "../../base/context.ts";
import { EXIT, type ExitCode } from "../../base/exit.ts";
import { report } from "../../text/report.ts";
import { toFile } from "../../report/sink.ts";
import { findBrowser } from "../../report/pdf/browser.ts";
import { printPdf } from "../../report/pdf/print.ts";

/**
 * Writes a record as PDF where the laptop has a browser that prints; else the page itself beside it, with the way to print
 * it by hand.
 * @param output as typed, with the ending .pdf
 * @returns 0 for the PDF, 2 for the page in its place, 130 after Ctrl+C
 * @throws UserError (64, 78) where the file cannot be written
 */
export async function toPdf(
  context: CommandContext,
  output: string,
  chunks: Iterable<string | Uint8Array>,
  force: boolean,
  browser: string | null = findBrowser(context.platform),
): Promise<ExitCode> {
  const texts = report[context.lang];
  const page = [...chunks].join("");
  const pdf = browser === null ? null : await printPdf(browser, page, context.signal);
  if (context.signal.aborted) return EXIT.interrupted;
  const target = pdf === null ? output.replace(/\.pdf$/iu, ".html") : output;
  if (!(await toFile(context, target, [pdf ?? page], { force }))) return EXIT.interrupted;
  context.err(`${texts.writtenFile(target)}\n`);
  if (pdf !== null) return EXIT.healthy;
  context.err(`${texts.printByHand(target)}\n`);
  return EXIT.degraded;
}
