import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { pingSeries } from "../../../src/collect/ping/index.ts";
import type { CollectContext } from "../../../src/collect/context/context.ts";
import { createToolRunner } from "../../../src/collect/tool/tool.ts";
import { realContext } from "../local/support.ts";
import { soonerThan } from "../../support/sooner.ts";

const options = { count: 2, intervalMs: 20, timeoutMs: 300, deadlineMs: 4000 };
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A machine whose own ping is this small program. */
function pingIs(script: string): () => CollectContext {
  const folder = mkdtempSync(path.join(tmpdir(), "qbrecover-ping-"));
  folders.push(folder);
  writeFileSync(path.join(folder, "ping"), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(folder, "ping"), 0o755);
  return () => {
    const context = realContext();
    return {
      ...context,
      runTool: createToolRunner({ signal: context.signal, record: context.raw, folders: [folder] }),
    };
  };
}

it("falls back to what BusyBox understands", async () => {
  const machine =
    pingIs(`case "$*" in *-n*|*-i*|*-M*) echo "ping: invalid option -- 'n'" >&2; echo "BusyBox v1.36.1 multi-call binary." >&2; exit 1;; esac
echo "PING 10.0.0.1 (10.0.0.1): 56 data bytes"; echo "64 bytes from 10.0.0.1: seq=0 ttl=64 time=0.512 ms"; echo; echo "--- 10.0.0.1 ping statistics ---"
echo "2 packets transmitted, 1 packets received, 50% packet loss"`);
  const context = machine();
  expect(await pingSeries(context, "10.0.0.1", options)).toMatchObject({
    available: true,
    sent: 2,
    received: 1,
    rttMs: [0.512],
  });
  expect(context.raw).toHaveLength(3);
  // It cannot forbid fragments, so it cannot tell a path MTU.
  expect(await pingSeries(machine(), "10.0.0.1", { ...options, dontFragment: true })).toEqual({ available: false });
});

it("falls back to whole seconds for iputils of before 2021", async () => {
  const machine =
    pingIs(`case "$*" in *"-i 0.02"*) echo "ping: cannot flood; minimal interval allowed for user is 200ms" >&2; exit 2;; *"-W 0.3"*) echo "ping: bad linger time." >&2; exit 2;; esac
echo "64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=1.5 ms"; echo "1 packets transmitted, 1 received, 0% packet loss, time 0ms"`);
  expect(await pingSeries(machine(), "10.0.0.1", options)).toMatchObject({
    available: true,
    received: 1,
    rttMs: [1.5],
  });
});

it("is not available where it may not send, which is no loss", async () => {
  const machine = pingIs('echo "ping: socket: Operation not permitted" >&2; exit 2');
  expect(await pingSeries(machine(), "10.0.0.1", options)).toEqual({ available: false });
});

it("counts what was sent when the program hangs and is killed", async () => {
  const machine = pingIs("exec sleep 30");
  const hung = soonerThan(20_000, () => pingSeries(machine(), "10.0.0.1", { ...options, deadlineMs: 800 }));
  expect(await hung).toMatchObject({ available: true, sent: 2, received: 0, rttMs: [] });
});
