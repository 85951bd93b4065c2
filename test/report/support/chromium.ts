import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { onTestFinished } from "vitest";
import { findBrowser } from "../../../src/report/pdf/browser.ts";

/** The browser of this machine. Throws, loudly, where there is none: without it nothing about paper is proven. */
export function needChromium(): string {
  const found = findBrowser(process.platform);
  if (found === null)
    throw new Error("no Chromium: the tests of the printed record cannot run (apt-get install chromium)");
  return found;
}

/** Throws, loudly, where the tools that read a PDF are missing. */
export async function needPdfTools(): Promise<void> {
  for (const tool of ["pdftotext", "pdftoppm"]) {
    const { failed } = await execa(tool, ["-v"], { reject: false });
    if (failed)
      throw new Error(`no ${tool}: the tests of the printed record cannot run (apt-get install poppler-utils)`);
  }
}

/** A folder that is gone after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "qb-paper-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

/**
 * Opens a page and gives back what its last script wrote into the attribute `data-told` of the document, as JSON.
 * @param page HTML; the record's own policy against scripts must have been taken out by the caller
 * @param size window, in CSS pixels
 */
export async function askPage(page: string, folder: string, size: readonly [number, number]): Promise<unknown> {
  const file = path.join(folder, "page.html");
  writeFileSync(file, page);
  const { stdout } = await execa(needChromium(), [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    `--window-size=${size.join(",")}`,
    `--user-data-dir=${path.join(folder, "profile")}`,
    "--virtual-time-budget=60000",
    "--dump-dom",
    `file://${file}`,
  ]);
  const told = /data-told="([^"]*)"/u.exec(stdout)?.[1];
  if (told === undefined) throw new Error(`the page told nothing:\n${stdout.slice(0, 500)}`);
  return JSON.parse(decodeURIComponent(told));
}

/** The record without its policy, so that a test can put a script into it. */
export function withScript(html: string, script: string): string {
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, "")
    .replace("</body>", () => `<script>${script}</script></body>`);
}
