import { expect, test } from "vitest";
import { openTcp } from "../../../src/collect/net/tcp.ts";
import { settle } from "../../../src/collect/net/settle.ts";
import { oddServer } from "../support/servers.ts";
import { testContext } from "../support/context.ts";
import { soonerThan } from "../../support/sooner.ts";

test("an answer that came while the laptop was held up counts, though its time is over", async () => {
  const server = await oddServer((socket) => socket.resume());
  const running = openTcp(testContext(), server.address, server.port, { timeoutMs: 60 });
  // The handshake is the kernel's business and goes on meanwhile.
  const until = performance.now() + 150;
  while (performance.now() < until);
  const opened = await running;
  expect(opened).toMatchObject({ ok: true });
  if (opened.ok) opened.value.socket.destroy();
  await server.close();
});

test("silence is told as such, and undone once", async () => {
  let undone = 0;
  const silent = settle(new AbortController().signal, 30, () => () => void (undone += 1));
  expect(await soonerThan(5000, () => silent)).toEqual({ ok: false, code: "TIMEOUT" });
  expect(undone).toBe(1);
});
