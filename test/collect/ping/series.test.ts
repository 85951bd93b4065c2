import { describe, expect, it } from "vitest";
import { pingCommand } from "../../../src/collect/ping/command.ts";
import { pingSeries } from "../../../src/collect/ping/index.ts";
import { createToolRunner } from "../../../src/collect/tool/tool.ts";
import { realContext } from "../local/support.ts";
import { soonerThan } from "../../support/sooner.ts";

const options = { count: 3, intervalMs: 20, timeoutMs: 500, deadlineMs: 2000 };

describe("pingSeries with the ping of this machine", () => {
  it.each(["127.0.0.1", "::1"])("measures %s", async (address) => {
    const result = await pingSeries(realContext(), address, options);
    if (!result.available) throw new Error("this machine has no usable ping: install iputils-ping to run this test");
    expect(result).toMatchObject({ sent: 3, received: 3, errors: [], toldMtu: null });
    expect(result.rttMs).toHaveLength(3);
  });

  it("takes addresses only: a host that begins with a dash is no option", async () => {
    const context = realContext();
    for (const address of ["-f", "localhost", "127.0.0.1; reboot", ""])
      expect(await pingSeries(context, address, options)).toEqual({ available: false });
    expect(context.raw).toEqual([]);
  });

  it("says so where there is no ping program", async () => {
    const runTool = createToolRunner({ signal: new AbortController().signal, record: [] });
    const context = realContext({ runTool: (tool, args, timeoutMs) => runTool(`no-such-${tool}`, args, timeoutMs) });
    expect(await pingSeries(context, "127.0.0.1", options)).toEqual({ available: false });
  });

  it("ends with its deadline", async () => {
    const context = realContext();
    const long = { count: 1000, intervalMs: 100, timeoutMs: 100, deadlineMs: 600 };
    expect(await soonerThan(20_000, () => pingSeries(context, "127.0.0.1", long))).toMatchObject({ available: true });
  });
});

describe("arguments", () => {
  const wide = { ...options, ttl: 2, payloadBytes: 1372, dontFragment: true };

  it.each([
    [
      "iputils",
      "10.0.0.1",
      ["-n", "-W", "0.5", "-c", "3", "-s", "1372", "-i", "0.02", "-t", "2", "-M", "do", "10.0.0.1"],
    ],
    ["darwin", "10.0.0.1", ["-n", "-c", "3", "-s", "1372", "-W", "500", "-i", "0.1", "-m", "2", "-D", "10.0.0.1"]],
    ["darwin", "2001:db8::1", ["-n", "-c", "3", "-s", "1372", "-i", "0.1", "-h", "2", "-D", "2001:db8::1"]],
  ] as const)("%s for %s", (dialect, address, args) => {
    expect(pingCommand(dialect, address, wide)?.args).toEqual(args);
  });

  it("macOS waits whole milliseconds, which is all that it takes", () => {
    for (const timeoutMs of [0.2, 247.480_000_000_000_02, 1001, 1003])
      expect(pingCommand("darwin", "10.0.0.1", { ...wide, timeoutMs })?.args).toContain(String(Math.ceil(timeoutMs)));
  });

  it("asks BusyBox for nothing that it does not know", () => {
    expect(pingCommand("plain", "10.0.0.1", { ...wide, dontFragment: false })?.args).toEqual([
      "-W",
      "1",
      "-c",
      "2",
      "-s",
      "1372",
      "-t",
      "2",
      "10.0.0.1",
    ]);
    expect(pingCommand("plain", "10.0.0.1", wide)).toBeNull();
  });

  it("sends as many as fit into the deadline, and at least one", () => {
    expect(
      pingCommand("plain", "10.0.0.1", { count: 20, intervalMs: 100, timeoutMs: 1000, deadlineMs: 4500 })?.count,
    ).toBe(4);
    expect(
      pingCommand("plain", "10.0.0.1", { count: 20, intervalMs: 100, timeoutMs: 1000, deadlineMs: 200 })?.count,
    ).toBe(1);
  });
});
