import { spawn, type ChildProcess } from "node:child_process";
import { availableParallelism } from "node:os";
import { afterAll, beforeAll, expect, it } from "vitest";
import { qbrecover } from "../support/qbrecover.ts";

/** Twice as many endless loops as the machine has processors. */
let loops: ChildProcess[] = [];
beforeAll(() => {
  loops = Array.from({ length: 2 * availableParallelism() }, () =>
    spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }),
  );
});
afterAll(() => loops.forEach((loop) => loop.kill("SIGKILL")));

it.each([
  ["healthy", []],
  ["DNS_HIJACK", ["--fault", "dns-hijack"]],
  ["CERT_EXPIRED", ["--fault", "cert-expired"]],
  ["SERVER_HANGS", ["--fault", "server-hangs"]],
] as const)("a busy computer says the same: %s", { timeout: 240_000 }, async (says, args) => {
  const { stdout } = await qbrecover(["practice", "--batch", "--json", ...args]);
  const { verdict }: { verdict: { status: string; findings: { cause: string }[] } } = JSON.parse(stdout);
  expect(verdict.findings.map((one) => one.cause)).toEqual(says === "healthy" ? [] : [says]);
  expect(verdict.status).toBe(says === "healthy" ? says : "faulty");
});
