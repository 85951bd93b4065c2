import pLimit from "p-limit";
import type { RawOutput } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { createPace } from "../net/pace.ts";
import type { ScanInput } from "../context/scan-input.ts";

/** Probes whose times count, at once: more of them measure the laptop instead of the network. */
const TIMED_AT_ONCE = 8;

type World = Pick<ScanInput, "env" | "platform" | "now" | "monotonic" | "randomBytes" | "swallows"> &
  Partial<Pick<ScanInput, "profile">>;

/** The world as the collectors of one scan may use it. */
export function scanContext(input: World, signal: AbortSignal, raw: RawOutput[]): CollectContext {
  const startedAt = input.monotonic();
  // Loaded with the first tool, which neither a check of the systems alone nor the practice office needs.
  let runner: Promise<CollectContext["runTool"]> | undefined;
  const load = async (): Promise<CollectContext["runTool"]> => {
    const { createToolRunner } = await import("../tool/tool.ts");
    return createToolRunner({ signal, record: raw });
  };
  const elapsed = (): number => Math.round((input.monotonic() - startedAt) * 100) / 100;
  return {
    signal,
    elapsed,
    pace: createPace({ signal, elapsed }),
    epoch: () => input.now(),
    env: input.env,
    platform: input.platform,
    randomBytes: (size) => input.randomBytes(size),
    timed: pLimit(TIMED_AT_ONCE),
    swallows: (address, port) => input.swallows?.(address, port) === true,
    runTool: async (tool, args, timeoutMs) => {
      runner ??= load();
      return (await runner)(tool, args, timeoutMs);
    },
    raw,
    names: new Set(input.profile?.systems.flatMap((one) => one.endpoints.map((each) => each.host.toLowerCase()))),
    ...(input.platform === "win32" ? windowsOwn(signal) : {}),
  };
}

/** What Windows is asked for natively, where other systems have programs for it. */
function windowsOwn(signal: AbortSignal): Required<Pick<CollectContext, "echo" | "askNeighbour">> {
  return {
    echo: async () => (await import("../local/windows/native/icmp.ts")).nativeEcho,
    askNeighbour: async (address, adapter, timeoutMs) => {
      const { askWindows } = await import("../local/windows/ask-neighbour.ts");
      return askWindows(address, adapter, timeoutMs, signal);
    },
  };
}
