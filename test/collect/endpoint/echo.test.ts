import { describe, expect, it } from "vitest";
import { refusingPort } from "../../../src/practice/servers/refuse.ts";
import { realContext } from "../local/support.ts";
import { startBlackHole } from "../support/black-hole.ts";
import { testContext } from "../support/context.ts";
import { probe } from "../support/endpoint.ts";

const ping = (port: number, context = testContext()) =>
  probe({ endpoint: { protocol: "ping", port, network: "tslcd" }, context, limits: { connectMs: 700 } });

describe("a machine that is only asked whether it lives", () => {
  it("answers an echo", async () => {
    const seen = await ping(80, realContext());
    expect(seen).toMatchObject({ outcome: "ok", evidence: { echo: true, steps: { connect: { outcome: "ok" } } } });
    expect(seen.evidence.steps.connect?.durationMs).toBeLessThan(700);
  });

  it("or its port, where no echo comes back: open or closed, it lives", async () => {
    const place = await refusingPort("127.0.0.1");
    expect(await ping(place.port)).toMatchObject({ outcome: "ok", evidence: { echo: "unknown" } });
  });

  it("or is silent", async () => {
    const hole = await startBlackHole();
    const seen = await ping(hole.port);
    hole.close();
    expect(seen).toMatchObject({ outcome: "failed", failure: { phase: "connect", code: "TIMEOUT" } });
  });
});
