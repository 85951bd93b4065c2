import { fakeClock } from "../fake-clock.ts";
import type { Lab } from "../lab.ts";
import { HOST, INTERNET, OFFICE } from "../map.ts";
import { attempt, type Ran } from "../shell.ts";
import { PATIENCE_MS, summary, type ToolAnswer } from "./tool.ts";

const PAGES = [HOST.onestop, HOST.docs, HOST.reports, HOST.dvcqg, HOST.sso].map((host) => `https://${host}/`);
const USER = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

/** A program in the laptop, as an ordinary user, with the laptop's environment and clock. */
function inLaptop(lab: Lab, command: readonly string[], timeoutMs: number): Promise<Ran> {
  const { env, clock } = lab.laptop;
  const variables = Object.entries({ ...env, ...fakeClock(clock) }).map(([name, value]) => `${name}=${value}`);
  return attempt("ip", ["netns", "exec", lab.ns("laptop"), ...USER, "env", ...variables, ...command], timeoutMs);
}

/**
 * The script that everybody writes: ping, dig, then curl for each page, with the time-outs that the programs have by
 * default.
 */
export async function plainScript(lab: Lab): Promise<ToolAnswer> {
  const started = performance.now();
  const left = (): number => Math.max(1, PATIENCE_MS - (performance.now() - started));
  const told: string[] = [];
  const step = async (name: string, command: readonly string[], say: (ran: Ran) => string): Promise<void> => {
    if (left() <= 1) return;
    const limit = left();
    const ran = await inLaptop(lab, command, limit);
    told.push(`${name} ${left() <= 1 ? "still waiting" : say(ran)}`);
  };
  const pinged = (ran: Ran): string =>
    ran.code === 0 ? `ok (${/([\d.]+)% packet loss/u.exec(ran.stdout)?.[1] ?? "?"} % lost)` : "FAILED";
  await step("ping router", ["ping", "-c4", OFFICE.router], pinged);
  await step("ping Internet", ["ping", "-c4", INTERNET.controlForeign], pinged);
  await step("dig", ["dig", "+short", HOST.onestop], (ran) =>
    ran.code === 0 && ran.stdout.trim() !== "" && !ran.stdout.startsWith(";") ? "ok" : "FAILED",
  );
  const pages: string[] = [];
  for (const page of PAGES) {
    if (left() <= 1) {
      pages.push("not reached");
      continue;
    }
    const ran = await inLaptop(
      lab,
      ["curl", "-sS", "-o", "/dev/null", "-w", "%{http_code}", "--cacert", `${lab.folder}/root.pem`, page],
      left(),
    );
    pages.push(left() <= 1 ? "still waiting" : curlSaid(ran));
  }
  told.push(`curl ${summary(pages)}`);
  return { tool: "ping + dig + curl", told: told.join(", "), ms: performance.now() - started };
}

function curlSaid(ran: Ran): string {
  return ran.code === 0 ? ran.stdout.trim().slice(-3) : `(${ran.code}) ${curlWords(ran.code)}`;
}

function curlWords(code: number): string {
  const words: Readonly<Record<number, string>> = {
    5: "proxy not resolved",
    6: "could not resolve",
    7: "could not connect",
    28: "timed out",
    35: "TLS error",
    56: "reset",
    60: "certificate problem",
  };
  return words[code] ?? "error";
}

/** curl with all pages at once. */
export async function curlParallel(lab: Lab): Promise<ToolAnswer> {
  const started = performance.now();
  const each = PAGES.flatMap((page) => ["-o", "/dev/null", page]);
  // On standard error, which is not held back until the slowest has ended.
  const format = "%{stderr}[%{http_code} %{exitcode}]";
  const ran = await inLaptop(
    lab,
    ["curl", "-sS", "--parallel", "--parallel-immediate", "--cacert", `${lab.folder}/root.pem`, "-w", format, ...each],
    PATIENCE_MS,
  );
  const ms = performance.now() - started;
  const lines = [...ran.stderr.matchAll(/\[(\d{3} \d+)\]/gu)].map((match) => match[1] ?? "");
  const said = lines.map((line) => {
    const [status = "", code = "0"] = line.split(" ");
    return code === "0" ? status : `(${code}) ${curlWords(Number(code))}`;
  });
  const missing = PAGES.length - said.length;
  if (missing > 0) said.push(...Array.from({ length: missing }, () => "still waiting"));
  return { tool: "curl --parallel", told: summary(said), ms };
}

/** check_http of the monitoring plugins, one for each page, side by side, with its own ten seconds. */
export async function checkHttp(lab: Lab): Promise<ToolAnswer> {
  const started = performance.now();
  const results = await Promise.all(
    PAGES.map((page) =>
      inLaptop(lab, ["/usr/lib/nagios/plugins/check_http", "--sni", "-S", "-H", new URL(page).hostname], PATIENCE_MS),
    ),
  );
  const ms = performance.now() - started;
  return {
    tool: "check_http",
    told: summary(
      results.map((ran) =>
        (ran.stdout.split("\n")[0] ?? "")
          .replaceAll(/'[^']*'|[a-z0-9.]+\.test/gu, "…")
          .replace(/ - \d+ bytes.*|\|.*/u, "")
          .slice(0, 70),
      ),
    ),
    ms,
  };
}
