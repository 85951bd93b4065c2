import { mkdirSync, readdirSync, readFileSync, writeFileSync, cpSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Ended, Windows } from "./wine.ts";

/** One thing that must work. Throws, or returns a sentence, where it does not; null where it does. */
export interface Check {
  readonly name: string;
  run(windows: Windows): string | null | Promise<string | null>;
}

const FIXTURES = fileURLToPath(new URL("../../fixtures", import.meta.url));
const document = z.object({
  tool: z.object({ platform: z.literal("win32") }),
  verdict: z.object({ findings: z.array(z.object({ cause: z.string() })) }),
});
const doctorReport = z.object({ rows: z.array(z.object({ id: z.string(), state: z.string() })) });
/** As on a stick in the field: blanks, and letters of the language. */
const STORE = "dữ liệu đi lại";

/** Silent servers, refusals, certificates, the laptop itself: each is made in another way. */
const FAULTS = [
  "server-down",
  "datacentre-down",
  "server-refuses",
  "server-hangs",
  "sni-blocked",
  "cert-expired",
  "dns-resolver-silent",
  "dhcp-no-lease",
  "proxy-dead",
  "signing-agent-missing",
];

export const CHECKS: readonly Check[] = [
  check("the pinned Node starts", (windows) => expecting(windows.node("--version"), 0, /^v\d+\./u)),
  check("--version", (windows) => expecting(windows.qbrecover("--version"), 0, /^\d+\.\d+\.\d+\s*$/u)),
  check("--help speaks Vietnamese", (windows) =>
    expecting(windows.qbrecover("--help", "--lang", "vi"), 0, /Cách dùng/u),
  ),
  check("practice, healthy", (windows) =>
    verdictIs(windows.qbrecover("practice", "--skip", "quality", "--batch", "--json"), []),
  ),
  ...FAULTS.map((fault) =>
    check(`practice --fault ${fault}`, (windows) =>
      verdictIs(windows.qbrecover("practice", "--fault", fault, "--skip", "quality", "--batch", "--json"), [
        fault.toUpperCase().replaceAll("-", "_"),
      ]),
    ),
  ),
  check("scan without any adapter", (windows) => {
    const told = windows.qbrecover(
      "--data-dir",
      windows.there(STORE),
      "scan",
      "--batch",
      "--json",
      "--record",
      windows.there("bằng chứng.json"),
    );
    return verdictIs(told, ["NO_USABLE_INTERFACE", "SIGNING_AGENT_MISSING"]);
  }),
  check("doctor: native facts beside the system's tools", (windows) => {
    const told = windows.qbrecover(
      "--data-dir",
      windows.there(STORE),
      "doctor",
      "--json",
      "--record",
      windows.there("doctor.json"),
    );
    const { rows } = doctorReport.parse(parsed(told.stdout));
    const state = (id: string): string => rows.find((row) => row.id === id)?.state ?? "missing";
    const bad = ["runtime", "native", "icmp", "datagrams", "certificates", "writeSpeed", "fullSync"].filter(
      (id) => state(id) !== "ok",
    );
    if (bad.length > 0) return `not ok: ${bad.join(", ")}`;
    return readFileSync(windows.here("doctor.json"), "utf8").includes("GetAdaptersAddresses")
      ? null
      : "the record holds no native facts";
  }),
  check("judge reads the record again", (windows) =>
    expecting(windows.qbrecover("judge", windows.there("bằng chứng.json"), "--json"), 1, /NO_USABLE_INTERFACE/u),
  ),
  check("visits are kept in a folder with blanks and Vietnamese letters", (windows) => {
    const saved = windows.qbrecover(
      "--data-dir",
      windows.there(STORE),
      "practice",
      "--save",
      "--skip",
      "quality",
      "--batch",
      "--json",
    );
    const problem = verdictIs(saved, []);
    return (
      problem ??
      expecting(
        windows.qbrecover("--data-dir", windows.there(STORE), "--lang", "vi", "visits", "list"),
        0,
        /(?:Tốt|Chạy được)[^]*Có lỗi/u,
      )
    );
  }),
  ...["csv", "json", "text"].map((format) =>
    check(`report --format ${format} into a file, twice`, (windows) => {
      const args = [
        "--data-dir",
        windows.there(STORE),
        "report",
        "--all",
        "--format",
        format,
        "-o",
        windows.there(`báo cáo.${format}`),
      ];
      const problem = expecting(windows.qbrecover(...args), 0, null) ?? expecting(windows.qbrecover(...args), 0, null);
      return (
        problem ?? (readFileSync(windows.here(`báo cáo.${format}`)).length > 200 ? null : "the file is all but empty")
      );
    }),
  ),
  check("report --format html", (windows) =>
    expecting(
      windows.qbrecover(
        "--data-dir",
        windows.there(STORE),
        "report",
        "--format",
        "html",
        "-o",
        windows.there("biên bản.html"),
      ),
      0,
      null,
    ),
  ),
  check("a report that another program holds open is told, and stays whole", async (windows) => {
    const held = windows.here("báo cáo.csv");
    const before = readFileSync(held, "utf8");
    writeFileSync(
      windows.here("hold.cjs"),
      'const fs = require("node:fs"); fs.openSync(process.argv[2], "r+"); fs.writeFileSync(process.argv[3], ""); ' +
        "setTimeout(() => {}, 8000);",
    );
    await windows.beside(
      windows.here("held"),
      windows.there("hold.cjs"),
      windows.there("báo cáo.csv"),
      windows.there("held"),
    );
    const told = windows.qbrecover(
      "--data-dir",
      windows.there(STORE),
      "--lang",
      "en",
      "report",
      "--all",
      "--format",
      "csv",
      "-o",
      windows.there("báo cáo.csv"),
    );
    if (readFileSync(held, "utf8") !== before) return "the file was changed";
    return (
      expecting(told, 78, /open in another program/u) ??
      (readdirSync(windows.here()).some((name) => name.endsWith(".part")) ? "a draft is left behind" : null)
    );
  }),
  check("visits export and import, twice", (windows) => {
    const home = ["--data-dir", windows.there(STORE)];
    const other = [
      "--data-dir",
      windows.there("kho khác"),
      "--lang",
      "en",
      "visits",
      "import",
      windows.there("xuất ra"),
    ];
    return (
      expecting(windows.qbrecover(...home, "visits", "export", "--all", "-o", windows.there("xuất ra")), 0, null) ??
      expecting(windows.qbrecover(...other), 0, /2 new/u) ??
      expecting(windows.qbrecover(...other), 0, /0 new/u)
    );
  }),
  check("profile validate and add by a path with a drive letter", (windows) => {
    const shown = windows.qbrecover("profile", "show", "practice", "--json");
    writeFileSync(windows.here("hồ sơ.yaml"), shown.stdout.replace('"practice"', '"ho-so-usb"'));
    return (
      expecting(shown, 0, /"practice"/u) ??
      expecting(windows.qbrecover("profile", "validate", windows.there("hồ sơ.yaml")), 0, /ho-so-usb/u) ??
      expecting(
        windows.qbrecover("--data-dir", windows.there(STORE), "profile", "add", windows.there("hồ sơ.yaml")),
        0,
        null,
      ) ??
      expecting(windows.qbrecover("profile", "validate", windows.there("không có.yaml")), 78, null)
    );
  }),
  check("answers from a sheet, and the centre's needs from them", (windows) => {
    cpSync(path.join(FIXTURES, "five-communes"), windows.here("năm xã"), { recursive: true });
    const home = ["--data-dir", windows.there("kho năm xã"), "--lang", "vi"];
    return (
      expecting(
        windows.qbrecover(...home, "checklist", "--new", "--answers", windows.there("năm xã", "ham-ninh.json")),
        0,
        null,
      ) ?? expecting(windows.qbrecover(...home, "report", "--all", "--needs"), 0, /Mua mới/u)
    );
  }),
  check("qbrecover-data beside the executable wins", (windows) => {
    mkdirSync(windows.here("app", "qbrecover-data"));
    const problem = verdictIs(windows.qbrecover("practice", "--save", "--skip", "quality", "--batch", "--json"), []);
    return (
      problem ??
      (readdirSync(windows.here("app", "qbrecover-data")).includes("visits.db") ? null : "nothing was written there")
    );
  }),
  check("a data folder that Windows allows no name for", (windows) =>
    expecting(windows.qbrecover("--data-dir", `${windows.there("x")}<>|`, "visits", "list"), 78, null),
  ),
];

function check(name: string, run: Check["run"]): Check {
  return { name, run };
}

function expecting(ended: Ended, status: number, stdoutOrStderr: RegExp | null): string | null {
  const said = `${ended.stdout}\n${ended.stderr}`;
  if (ended.status !== status)
    return `status ${String(ended.status)} instead of ${String(status)}: ${ended.stderr.slice(0, 600)}`;
  if (/^\s+at .+:\d+:\d+\)?$/mu.test(ended.stderr)) return `a stack trace: ${ended.stderr.slice(0, 600)}`;
  return stdoutOrStderr === null || stdoutOrStderr.test(said)
    ? null
    : `nothing like ${String(stdoutOrStderr)} in: ${said.slice(0, 600)}`;
}

/** Wine's sockets are slow by themselves: what is measured in milliseconds is no finding here. */
const MEASURED: ReadonlySet<string> = new Set(["HIGH_LATENCY", "DNS_SLOW", "LAN_LOSS", "LINE_LOSS"]);

function verdictIs(ended: Ended, causes: readonly string[]): string | null {
  const read = document.safeParse(parsed(ended.stdout));
  if (!read.success) return `no document (status ${String(ended.status)}): ${ended.stderr.slice(0, 600)}`;
  const found = read.data.verdict.findings.map((one) => one.cause).filter((cause) => !MEASURED.has(cause));
  return found.join() === causes.join()
    ? null
    : `found ${found.join(", ") || "nothing"} instead of ${causes.join(", ") || "nothing"}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
