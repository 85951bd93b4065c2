import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { LINE } from "../map.ts";
import { must } from "../shell.ts";

const RELAY = fileURLToPath(new URL("relay.py", import.meta.url));

/** A worse line between router and carrier. Each figure applies to each direction. */
export interface LineSettings {
  readonly delayMs?: number;
  readonly jitterMs?: number;
  readonly reorderPercent?: number;
  readonly lossPercent?: number;
  readonly kbps?: number;
  readonly queueBytes?: number;
  /** Bigger packets vanish without a word. */
  readonly mtu?: number;
}

/**
 * Leads the carrier line through the relay.
 * @returns what takes it away again
 */
export async function bendLine(router: string, isp: string, settings: LineSettings): Promise<() => Promise<void>> {
  const child: ChildProcess = spawn("python3", [RELAY, router, "wanT", isp, "custT"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin?.write(`${JSON.stringify(settings)}\n`);
  if (child.stdout === null) throw new Error("relay without output");
  await once(child.stdout, "data");
  await must(
    "ip",
    ["-n", router, "-batch", "-"],
    [
      "link set wanT up",
      `addr add ${LINE.router} peer ${LINE.isp} dev wanT`,
      "route replace default dev wanT",
      `route del ${LINE.isp} dev wan0`,
    ].join("\n"),
  );
  await must(
    "ip",
    ["-n", isp, "-batch", "-"],
    [
      "link set custT up",
      `addr add ${LINE.isp} peer ${LINE.router} dev custT`,
      `route del ${LINE.router} dev cust0`,
    ].join("\n"),
  );
  return async () => {
    const gone = once(child, "exit");
    child.stdin?.end();
    await gone;
    await must(
      "ip",
      ["-n", router, "-batch", "-"],
      [`route replace ${LINE.isp} dev wan0 src ${LINE.router}`, `route replace default via ${LINE.isp} dev wan0`].join(
        "\n",
      ),
    );
    await must("ip", ["-n", isp, "route", "replace", LINE.router, "dev", "cust0", "src", LINE.isp]);
  };
}
