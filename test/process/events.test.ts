import { Ajv2020 } from "ajv/dist/2020.js";
import path from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { qbrecover, startQbrecover } from "../support/qbrecover.ts";
import { scratch } from "./offices.ts";

const head = z.looseObject({ event: z.string(), interim: z.boolean().optional(), exit: z.number().optional() });

/** Lines of events, each held against the published schema by another validator than the one it was made with. */
async function events(stdout: string): Promise<z.infer<typeof head>[]> {
  const schema: object = JSON.parse((await qbrecover(["schema", "events"])).stdout);
  const validate = new Ajv2020({ strict: true, strictTypes: false, validateFormats: false }).compile(schema);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => {
      const value: unknown = JSON.parse(line);
      expect([validate(value), validate.errors]).toEqual([true, null]);
      expect(validate({ ...head.parse(value), more: 1 })).toBe(false);
      return head.parse(value);
    });
}

it("practice --events: from started to ended, interim verdict, the document of --json", async () => {
  const { exitCode, stdout } = await qbrecover(["practice", "--events", "--fault", "isp-suspended"]);
  const told = await events(stdout);
  expect(exitCode).toBe(1);
  expect(told[0]).toMatchObject({ event: "started", command: "practice" });
  expect(told.slice(-3)).toMatchObject([
    { event: "verdict", interim: false, status: "faulty", findings: [{ cause: "ISP_SUSPENDED" }] },
    { event: "result", document: { verdict: { status: "faulty" } } },
    { event: "ended", exit: 1 },
  ]);
  const kinds = told.map(({ event }) => event);
  expect(kinds).toEqual(expect.arrayContaining(["stage", "observation"]));
  expect(told.findIndex((one) => one.interim === true)).toBeLessThan(kinds.lastIndexOf("stage"));
});

it("watch --events: what changes, the verdict, and the end after Ctrl+C", async () => {
  const running = startQbrecover(["watch", "--events", "--data-dir", path.join(scratch(), "x")]);
  await running.printed('"verdict"');
  running.signal("SIGINT");
  const { exitCode, stdout } = await running.ended();
  const told = await events(stdout);
  expect(exitCode).toBe(130);
  expect(told[0]).toMatchObject({ event: "started", command: "watch" });
  expect(told.map(({ event }) => event)).toEqual(expect.arrayContaining(["changed", "verdict"]));
  expect(told.at(-1)).toMatchObject({ event: "ended", exit: 130 });
});

it("--events and --json are two forms of one result: both at once is a mistake", async () => {
  const { exitCode, stdout, stderr } = await qbrecover(["practice", "--events", "--json"]);
  expect([exitCode, stdout]).toEqual([64, ""]);
  expect(JSON.parse(stderr.trim().split("\n").at(-1) ?? "")).toMatchObject({ error: { exit: 64 } });
});
