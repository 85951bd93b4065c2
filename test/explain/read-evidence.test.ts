import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXIT, UserError } from "../../src/base/exit.ts";
import { run } from "../../src/commands/judge.ts";
import type { CommandContext } from "../../src/base/context.ts";
import { judge } from "../../src/judge/judge.ts";
import { MOST_BYTES, readEvidence } from "../../src/explain/read-evidence.ts";
import { scanDocument } from "../../src/report/scan-document.ts";
import { FAULTS } from "../judge/faults.ts";
import { record } from "../judge/record.ts";
import { HEALTHY } from "../judge/world.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "qb-judge-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const evidence = record(HEALTHY);
async function file(name: string, content: unknown): Promise<string> {
  const at = path.join(folder, name);
  await writeFile(at, typeof content === "string" ? content : JSON.stringify(content));
  return at;
}
async function refusal(name: string, content: unknown): Promise<string> {
  const at = await file(name, content);
  const error: unknown = await readEvidence(at, "en").then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error("was not refused");
  expect(error.exitCode).toBe(EXIT.config);
  expect(error.message).toContain(at);
  expect(error.message).not.toMatch(/\n\s+at /u);
  return error.message;
}

describe("reading evidence", () => {
  it("takes an evidence file, a scan document and a visit alike", async () => {
    const document = await scanDocument({ evidence, verdict: judge(evidence), visit: null, lang: "vi" });
    expect(await readEvidence(await file("evidence.json", evidence), "vi")).toEqual(evidence);
    expect(await readEvidence(await file("document.json", document), "vi")).toEqual(evidence);
    expect(
      await readEvidence(await file("visit.json", { scan: { evidence, verdict: judge(evidence) } }), "vi"),
    ).toEqual(evidence);
    expect(await readEvidence(await file("bom.json", `\uFEFF${JSON.stringify(evidence)}`), "vi")).toEqual(evidence);
  });

  it("says what is wrong, where, what was expected and what was found", async () => {
    expect(await refusal("cut.json", JSON.stringify(evidence).slice(0, 500))).toMatch(
      /expected one whole JSON document/u,
    );
    expect(await refusal("newer.json", { ...evidence, schemaVersion: 9 })).toMatch(
      /schemaVersion: expected 1; found 9.*newer/u,
    );
    expect(await refusal("newer-document.json", { evidence: { ...evidence, schemaVersion: 2 } })).toMatch(/found 2/u);
    expect(await refusal("shape.json", { ...evidence, complete: "yes" })).toMatch(
      /complete: expected boolean; found "yes"/u,
    );
    expect(await refusal("extra.json", { evidence: { ...evidence, secret: 1 } })).toMatch(
      /evidence: expected no other key; found secret/u,
    );
    expect(await refusal("list.json", [1, 2])).toMatch(/found list of 2/u);
    expect(await refusal("other.json", { hello: 1 })).toMatch(/found \{hello\}/u);
    expect(await refusal("null.json", "null")).toMatch(/expected an evidence file/u);
    expect(await refusal("unscanned.json", { id: "x", scan: null })).toMatch(/no network scan/u);
  });

  it("refuses a file that is far too big without reading it, and one that is not there", async () => {
    const at = await file("big.json", "");
    await truncate(at, MOST_BYTES + 1);
    await expect(readEvidence(at, "en")).rejects.toThrow(/too big; expected at most 64 MiB, found 65 MiB/u);
    await expect(readEvidence(path.join(folder, "absent.json"), "vi")).rejects.toThrow("không có tệp hoặc thư mục đó");
    await expect(readEvidence(folder, "vi")).rejects.toThrow(/cần một tệp/u);
  });
});

describe("qbrecover judge", () => {
  function context(): { readonly context: CommandContext; readonly out: string[] } {
    const out: string[] = [];
    const edge: CommandContext = {
      lang: "vi",
      out: (text) => void out.push(text),
      err: () => {},
      colour: false,
      colourOut: false,
      interactive: false,
      columns: 80,
      rows: 24,
      env: {},
      platform: "linux",
      cwd: folder,
      dataDir: folder,
      signal: new AbortController().signal,
      now: () => 0,
      monotonic: () => 0,
      timeZone: "UTC",
      randomBytes: (size) => new Uint8Array(size),
    };
    return { context: edge, out };
  }

  it.each([
    ["a healthy office", EXIT.healthy],
    ["one server dead", EXIT.faulty],
    ["foreign dead", EXIT.degraded],
  ] as const)("%s: exit %d, and the same bytes twice", async (name, exit) => {
    const made = FAULTS.find((one) => one.name === name)?.make(HEALTHY) ?? HEALTHY;
    await file("again.json", record(made));
    for (const options of [{}, { json: true }, { explain: true }]) {
      const first = context();
      const second = context();
      expect(await run(first.context, ["again.json"], options)).toBe(exit);
      await run(second.context, ["again.json"], options);
      expect(first.out.join("")).toBe(second.out.join(""));
      expect(first.out).toHaveLength(1);
    }
  });

  it("prints the contract's document, whole enough to be judged again", async () => {
    await file("one.json", record(FAULTS.find((one) => one.name === "one server dead")?.make(HEALTHY) ?? HEALTHY));
    const { context: edge, out } = context();
    await run(edge, ["one.json"], { json: true });
    const document: unknown = JSON.parse(out.join(""));
    expect(document).toMatchObject({
      schemaVersion: 1,
      tool: { name: "qbrecover" },
      visit: null,
      profile: { id: "test-province" },
      verdict: {
        status: "faulty",
        findings: [
          {
            cause: "SERVER_DOWN",
            culprit: "server",
            severity: "critical",
            affects: ["onestop"],
            title: expect.any(String),
            remedy: expect.any(String),
            evidence: expect.any(Array),
          },
        ],
      },
    });
    await file("document.json", out.join(""));
    const again = context();
    await run(again.context, ["document.json"], { json: true });
    expect(again.out.join("")).toBe(out.join(""));
  });
});
