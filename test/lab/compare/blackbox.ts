import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { Lab } from "../lab.ts";
import { HOST } from "../map.ts";
import { attempt } from "../shell.ts";
import { PATIENCE_MS, summary, type ToolAnswer } from "./tool.ts";

const EXPORTER = "/usr/bin/prometheus-blackbox-exporter";
const PAGES = [HOST.onestop, HOST.docs, HOST.reports, HOST.dvcqg, HOST.sso].map((host) => `https://${host}/`);

/**
 * blackbox_exporter, already running, asked for all pages at once. It answers in figures: what failed is to be guessed
 * from them.
 */
export async function blackbox(lab: Lab): Promise<ToolAnswer | null> {
  // A Go program asks the kernel for the time itself: no library can give it a wrong clock.
  if (!existsSync(EXPORTER) || lab.laptop.clock !== null) return null;
  const config = `${lab.folder}/blackbox.json`;
  // JSON is YAML; the default of the package: http_2xx with five seconds.
  await writeFile(
    config,
    JSON.stringify({
      modules: {
        http_2xx: {
          prober: "http",
          timeout: "5s",
          http: { preferred_ip_protocol: "ip4", tls_config: { ca_file: `${lab.folder}/root.pem` } },
        },
      },
    }),
  );
  const child = spawn(
    "ip",
    ["netns", "exec", lab.ns("laptop"), EXPORTER, `--config.file=${config}`, "--web.listen-address=127.0.0.1:9115"],
    { stdio: "ignore" },
  );
  try {
    await once(child, "spawn");
    for (let tries = 0; tries < 50; tries += 1) {
      if ((await ask(lab, "http://127.0.0.1:9115/-/healthy")) !== "") break;
      await wait(50);
    }
    const started = performance.now();
    const answers = await Promise.all(
      PAGES.map((page) => ask(lab, `http://127.0.0.1:9115/probe?module=http_2xx&target=${encodeURIComponent(page)}`)),
    );
    const ms = performance.now() - started;
    return { tool: "blackbox_exporter", told: summary(answers.map(figures)), ms };
  } finally {
    child.kill("SIGKILL");
  }
}

async function ask(lab: Lab, url: string): Promise<string> {
  const ran = await attempt(
    "ip",
    ["netns", "exec", lab.ns("laptop"), "curl", "-s", "--noproxy", "*", url],
    PATIENCE_MS,
  );
  return ran.stdout;
}

function figures(metrics: string): string {
  const value = (name: string): string => new RegExp(`^${name} (\\S+)$`, "mu").exec(metrics)?.[1] ?? "-";
  return value("probe_success") === "1" ? "success 1" : `success 0, status ${value("probe_http_status_code")}`;
}
