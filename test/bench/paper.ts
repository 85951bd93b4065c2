import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findBrowser } from "../../src/report/pdf/browser.ts";
import { recordHtml } from "../../src/report/html/record.ts";
import { openStore } from "../../src/visit/store.ts";
import { generateVisits } from "./generate-visits.ts";
import { median, ms, type Row } from "./measure.ts";

const RUNS = 5;
const DEVICES = 500;

/** A record of 500 devices: made, and opened by Chromium up to its first whole layout. */
export async function paper(): Promise<Row[]> {
  const browser = findBrowser(process.platform);
  if (browser === null) throw new Error("no Chromium (apt-get install chromium)");
  const folder = mkdtempSync(path.join(tmpdir(), "qb-bench-paper-"));
  const store = openStore(folder, "vi");
  try {
    generateVisits(store, 1, DEVICES, 16);
    const [visit] = [...store.iterate({})];
    if (visit === undefined) throw new Error("no visit was made");
    const start = performance.now();
    const html = [...recordHtml([visit], "vi")].join("");
    const made = performance.now() - start;
    const file = path.join(folder, "record.html");
    writeFileSync(file, told(html));
    const opened = Array.from({ length: RUNS }, () => open(browser, file, folder));
    const what = `a record of ${visit.devices.length} rows (${Math.round(html.length / 1024)} KiB)`;
    return [
      { what: `${what}: made`, measured: ms(made), target: "≤ 1000 ms", met: made <= 1000 },
      {
        what: `${what}: opened and laid out`,
        measured: ms(median(opened)),
        target: "≤ 1000 ms",
        met: median(opened) <= 1000,
      },
    ];
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** From the start of loading to the layout of the whole page, as the browser's own clock has it. */
function told(html: string): string {
  const script =
    "addEventListener('load', () => { const height = document.body.offsetHeight; document.title = 'told ' + performance.now() + ' ' + height; });";
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, "")
    .replace("<title>", () => `<script>${script}</script><title>`);
}

function open(browser: string, file: string, folder: string): number {
  const profile = path.join(folder, "profile");
  const page = execFileSync(
    browser,
    ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${profile}`, "--dump-dom", `file://${file}`],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024, stdio: ["ignore", "pipe", "ignore"] },
  );
  const found = /<title>told ([\d.]+) \d+/u.exec(page)?.[1];
  if (found === undefined) throw new Error("the page told nothing");
  return Number(found);
}
