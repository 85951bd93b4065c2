import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** A browser on a slow laptop with a scanner for viruses. */
const LIMIT_MS = 90_000;

/**
 * Stands after the end of a PDF of this program, where readers take no notice of it, so that a later one may take its
 * place.
 */
export const PDF_MARK = "%qbrecover\n";

/**
 * Prints a page to PDF with a browser of the laptop, in a profile of its own that is thrown away; the browser loads nothing
 * from the network. Null where it does not print: whatever the reason, the page itself is still there.
 * @param file the browser, absolute path
 */
export async function printPdf(file: string, html: string, signal: AbortSignal): Promise<Buffer | null> {
  const folder = mkdtempSync(path.join(tmpdir(), "qbrecover-print-"));
  try {
    const page = path.join(folder, "record.html");
    const pdf = path.join(folder, "record.pdf");
    writeFileSync(page, html);
    await run(
      file,
      [
        ...ARGUMENTS,
        `--user-data-dir=${path.join(folder, "profile")}`,
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      signal,
    );
    const bytes = readFileSync(pdf);
    return bytes.subarray(0, 5).toString("latin1") === "%PDF-" ? Buffer.concat([bytes, Buffer.from(PDF_MARK)]) : null;
  } catch {
    return null;
  } finally {
    // On Windows a browser may hold its profile for a moment longer.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const ARGUMENTS: readonly string[] = [
  "--headless",
  "--disable-gpu",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-extensions",
  "--disable-sync",
  "--disable-background-networking",
  "--disable-component-update",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--no-pdf-header-footer",
  // A browser that runs as root has no sandbox; it shows one page of this program, which runs no script.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

function run(file: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(file, [...args], { signal, timeout: LIMIT_MS, killSignal: "SIGKILL", windowsHide: true }, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}
