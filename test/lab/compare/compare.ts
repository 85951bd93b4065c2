import type { Lab } from "../lab.ts";
import { runProduct } from "../product.ts";
import { said } from "../measure.ts";
import { LAB_PROFILE } from "../profile.ts";
import type { Scenario } from "../scenario.ts";
import { blackbox } from "./blackbox.ts";
import { checkHttp, curlParallel, plainScript } from "./naive.ts";
import type { ToolAnswer } from "./tool.ts";

/** Faults that every office meets sooner or later; the comparison takes half a minute for each. */
export const COMPARED: readonly string[] = [
  "healthy",
  "gateway-down",
  "line-down",
  "dns-forwarder-dead",
  "dns-slow",
  "captive-portal",
  "isp-suspended",
  "datacentre-down",
  "server-down",
  "port-443-blocked",
  "mtu-blackhole",
  "clock-wrong",
  "cert-expired",
  "proxy-dead",
  "lan-loss",
];

export interface Comparison {
  readonly scenario: Scenario;
  readonly others: readonly ToolAnswer[];
  readonly ours: ToolAnswer;
}

/** Each tool by itself in the same fault, in the same laboratory; the product last. */
export async function compareTools(lab: Lab, scenario: Scenario, fromSource: boolean): Promise<Comparison> {
  try {
    await scenario.inject(lab);
    const others: ToolAnswer[] = [];
    for (const tool of [plainScript, curlParallel, checkHttp, blackbox]) {
      await lab.flush();
      const answer = await tool(lab);
      if (answer !== null) others.push(answer);
    }
    await lab.flush();
    const run = await runProduct(lab, { fromSource, windows: false, profile: LAB_PROFILE, baseline: false });
    const got = run.document === null ? null : said(run.document.verdict);
    const told =
      got === null
        ? "no verdict"
        : got.cause === null
          ? got.status
          : `${got.causes.slice(0, 2).join(", ")} (${got.culprit ?? "-"})`;
    return { scenario, others, ours: { tool: "qbrecover", told, ms: run.ms } };
  } finally {
    await scenario.heal?.(lab);
    await lab.heal();
  }
}

/** The table of the README. */
export function markdown(comparisons: readonly Comparison[]): string {
  const tools = comparisons[0]?.others.map((one) => one.tool) ?? [];
  const cell = (answer: ToolAnswer | undefined): string =>
    answer === undefined ? "-" : `${answer.told.replaceAll("|", "/")} — **${(answer.ms / 1000).toFixed(1)} s**`;
  return [
    `| Fault | ${tools.join(" | ")} | qbrecover |`,
    `|---|${tools.map(() => "---|").join("")}---|`,
    ...comparisons.map(
      ({ scenario, others, ours }) =>
        `| ${scenario.fault} | ${tools.map((tool) => cell(others.find((one) => one.tool === tool))).join(" | ")} ` +
        `| ${cell(ours)} |`,
    ),
  ].join("\n");
}
