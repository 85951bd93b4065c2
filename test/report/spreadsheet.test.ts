import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { run } from "../../src/commands/report.ts";
import { openStore } from "../../src/visit/store.ts";
import { device, scratch, visit } from "../visit/helpers/sample.ts";
import { testContext } from "./helpers.ts";
import { NASTY } from "./nasty.ts";

/** LibreOffice's own numbers: separator, quote, UTF-8 (76), first line; out: comma, UTF-8, cells as shown. */
const OUT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";

function hasSpreadsheet(): boolean {
  if (spawnSync("soffice", ["--version"], { stdio: "ignore" }).status === 0) return true;
  process.stderr.write(
    "\n!!! NOT TESTED HERE: soffice is missing, so CSV was not opened in a real spreadsheet (apt-get install " +
      "libreoffice-calc)\n\n",
  );
  return false;
}

/** The cells as LibreOffice shows them after opening the file. */
function opened(folder: string, file: string, separator: string): Record<string, string>[] {
  const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
  const filter = `--infilter=CSV:${separator.charCodeAt(0)},34,76,1`;
  execFileSync(
    "soffice",
    [profile, "--headless", filter, "--convert-to", OUT, "--outdir", path.join(folder, "shown"), file],
    { stdio: "ignore", timeout: 60_000 },
  );
  return parse(readFileSync(path.join(folder, "shown", path.basename(file))), { columns: true, bom: true });
}

test(
  "LibreOffice shows Vietnamese, formulas, quotes, newlines and codes as they were written",
  { timeout: 120_000 },
  async () => {
    if (!hasSpreadsheet()) return;
    const folder = scratch();
    const store = openStore(folder, "en");
    store.create(visit({ devices: NASTY.map(([text], at) => device(`d${at}`, { note: text, serial: text })) }));
    store.close();
    const { context } = testContext(folder, { lang: "vi" });
    expect(await run(context, [], { table: "devices", excel: true, output: "view.csv" })).toBe(0);
    const shown = opened(folder, path.join(folder, "view.csv"), ";");
    expect(shown.map((row) => row["Ghi chú"]).slice(0, 11)).toEqual(NASTY.map(([, cell]) => cell).slice(0, 11));
    expect(shown.map((row) => row["Số seri"])).toEqual(NASTY.map(([, cell]) => cell));
    expect(shown[0]).toMatchObject({
      "Thời điểm": "21/11/2026 08:30",
      "Mã xã": "19207",
      "Đề xuất xử lý": "Vệ sinh, sấy khô, kiểm tra lại",
    });
    expect(await run(context, [], { table: "devices", output: "upload.csv" })).toBe(0);
    const upload = opened(folder, path.join(folder, "upload.csv"), ",");
    expect(upload.map((row) => row["note"]).slice(0, 11)).toEqual(NASTY.map(([, cell]) => cell).slice(0, 11));
  },
);
