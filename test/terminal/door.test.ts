// oxlint-disable no-control-regex -- matching control characters is the purpose
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { CommandContext } from "../../src/base/context.ts";
import { UserError } from "../../src/base/exit.ts";
import { jsonText } from "../../src/base/json-text.ts";
import type { OptionValues } from "../../src/base/option-values.ts";
import { evidenceSchema, type Evidence } from "../../src/evidence/schema.ts";
import { judge } from "../../src/judge/judge.ts";
import { checkProfile } from "../../src/profile/check.ts";
import { safeChoice } from "../../src/terminal/prompts/safe-request.ts";
import { throughDoor } from "../../src/terminal/door.ts";
import { boldPaint, statusPaint } from "../../src/terminal/paint.ts";
import { visitSchema, type Visit } from "../../src/visit/schema.ts";
import { openStore } from "../../src/visit/store.ts";
import { sample, system } from "../profile/sample.ts";
import { testContext } from "../report/helpers.ts";
import { device, NOW, scratch, visit } from "../visit/helpers/sample.ts";
import { INJECTED, poisoned, POISON, RAW } from "./poison.ts";

const recorded = z.object({ evidence: evidenceSchema });

type Command = { run(context: CommandContext, args: readonly string[], options: OptionValues): Promise<number> };

/** What a command writes, as it comes through the door, and its status. */
async function written(
  command: Command,
  args: readonly string[],
  options: OptionValues,
  change: Partial<CommandContext>,
): Promise<{ readonly out: string; readonly err: string; readonly status: number }> {
  let out = "";
  let err = "";
  const { context } = testContext(change.dataDir ?? scratch(), {
    ...change,
    out: (text) => void (out += throughDoor(text)),
    err: (text) => void (err += throughDoor(text)),
  });
  try {
    return { status: await command.run(context, args, options), out, err };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { status: error.exitCode, out, err: throughDoor(error.message) };
  }
}

const EVIDENCE = ["captive-portal", "cert-expired", "device-absent", "duplicate-ip"].map((name) =>
  path.join(import.meta.dirname, "../../fixtures/evidence", `${name}.json`),
);

function hostileEvidence(): Evidence[] {
  return EVIDENCE.map((file) => {
    const right = recorded.parse(JSON.parse(readFileSync(file, "utf8"))).evidence;
    const { value, places } = poisoned(right, (candidate) => evidenceSchema.safeParse(candidate).success);
    expect(places).toBeGreaterThan(50);
    return value;
  });
}

function hostileVisits(all: readonly Evidence[]): Visit[] {
  const photo = { file: "a.jpg", sha256: "a".repeat(64), bytes: 1, originalName: "a.jpg" };
  const override = { disposition: "REPAIR", reason: "x", by: "y", at: "2026-11-21T10:00:00+07:00" } as const;
  return all.map((evidence, at) => {
    const devices = [device("d1", { photos: [photo], override, note: "n" }), device("d2", { lanAddress: "192.0.2.9" })];
    const right = visit(
      {
        finishedAt: "2026-11-21T10:00:00+07:00",
        survey: { grid: "da_co", contact_name: "A", surveyed_at: "2026-11-20T10:00" },
        safety: { s1: "khong" },
        devices,
        scan: { evidence, verdict: judge(evidence) },
      },
      { now: NOW + at },
    );
    const { value } = poisoned({ ...right, scan: null }, (candidate) => visitSchema.safeParse(candidate).success);
    return { ...value, scan: right.scan };
  });
}

/** The output of every command that shows something from elsewhere, on hostile data. */
async function* everything(): AsyncGenerator<{
  readonly what: string;
  readonly text: string;
  readonly format: "text" | "json" | "csv";
}> {
  const all = hostileEvidence();
  const folder = scratch();
  const store = openStore(folder, "en");
  const visits = hostileVisits(all);
  for (const each of visits) store.create(each);
  store.close();
  const [{ run: judgeRun }, { run: report }, { run: visitsRun }, { run: compare }, { run: profile }, { run: upload }] =
    await Promise.all([
      import("../../src/commands/judge.ts"),
      import("../../src/commands/report.ts"),
      import("../../src/commands/visits.ts"),
      import("../../src/commands/compare.ts"),
      import("../../src/commands/profile.ts"),
      import("../../src/commands/upload.ts"),
    ]);
  const files = all.map((evidence, at) => {
    const file = path.join(folder, `evidence-${at}\u001b[31m.json`);
    writeFileSync(file, JSON.stringify(evidence));
    return file;
  });
  const ids = visits.map(({ id }) => id);
  const [first = "", second = ""] = ids;
  const hostile = poisoned(
    {
      ...sample(),
      systems: [
        ...sample().systems,
        {
          ...system("asked"),
          endpoints: [],
          notTestable: { ask: { vi: "hỏi", en: "ask" } },
          note: { vi: "n", en: "n" },
        },
      ],
    },
    (candidate) => checkProfile(candidate, {}).ok,
  );
  expect(hostile.places).toBeGreaterThan(5);
  const profileFile = path.join(folder, `profile${POISON.replaceAll("/", "").slice(0, 20)}.json`);
  writeFileSync(profileFile, JSON.stringify(hostile.value));
  const wrong = path.join(folder, "wrong.json");
  writeFileSync(wrong, JSON.stringify({ ...sample(), issuedBy: POISON, [`key${POISON}`]: POISON }));
  const bad = path.join(folder, `bad\u001b[2J.ndjson`);
  writeFileSync(
    bad,
    `${POISON}\n{"schemaVersion":1,"id":${JSON.stringify(POISON)}}\n${JSON.stringify({ ...visits[0], technician: `other${POISON}` })}\n`,
  );
  const calls: [string, Command["run"], string[], Record<string, unknown>][] = [
    ...files.flatMap((file): [string, Command["run"], string[], Record<string, unknown>][] => [
      ["judge", judgeRun, [file], {}],
      ["judge --explain", judgeRun, [file], { explain: true }],
      ["judge --full", judgeRun, [file], { full: true }],
      ["judge --json", judgeRun, [file], { json: true }],
    ]),
    ...ids.flatMap((id): [string, Command["run"], string[], Record<string, unknown>][] => [
      ["visits show", visitsRun, ["show", id], {}],
      ["report text", report, [id], { format: "text" }],
      ["report html", report, [id], { format: "html" }],
    ]),
    ...["findings", "systems", "devices", "visits", "survey", "needs", "priority"].flatMap((table) =>
      ["csv", "text", "json", "ndjson"].map((format): [string, Command["run"], string[], Record<string, unknown>] => [
        `report ${table} ${format}`,
        report,
        [],
        { all: true, table, format },
      ]),
    ),
    ["report excel", report, [], { all: true, table: "devices", excel: true }],
    ["report json", report, [], { all: true, format: "json" }],
    ["report ndjson", report, [], { all: true, format: "ndjson" }],
    ["visits list", visitsRun, ["list"], {}],
    ["visits export", visitsRun, ["export"], { all: true }],
    ["visits export one", visitsRun, ["export", first], {}],
    ["visits check", visitsRun, ["check"], {}],
    ["visits import", visitsRun, ["import", bad], {}],
    ["visits show nothing", visitsRun, ["show", POISON], {}],
    ["compare", compare, [first, second], {}],
    ["compare json", compare, [first, second], { format: "json" }],
    ["profile show", profile, ["show", profileFile], {}],
    ["profile show json", profile, ["show", profileFile], { json: true }],
    ["profile validate", profile, ["validate", profileFile], {}],
    ["profile validate wrong", profile, ["validate", wrong], {}],
    ["profile add", profile, ["add", profileFile], {}],
    ["profile list", profile, ["list"], {}],
    ["upload", upload, [], { to: `http://127.0.0.1:9/${POISON.slice(0, 5)}` }],
    ["upload nowhere", upload, [], { to: POISON }],
  ];
  for (const lang of ["vi", "en"] as const)
    for (const [what, run, args, options] of calls) {
      const colours = { colour: true, colourOut: /judge|show|text/u.test(what) && !/json/u.test(what) };
      const { out, err } = await written({ run }, args, options, { dataDir: folder, cwd: folder, lang, ...colours });
      yield {
        what: `${what} (${lang})`,
        text: `${out}\n${err}`,
        format: /json/u.test(what) ? "json" : /csv|excel/u.test(what) ? "csv" : "text",
      };
    }
}

describe("the door to the terminal", () => {
  it(
    "lets no control character, no mark of direction and no line of others through, by any command",
    { timeout: 120_000 },
    async () => {
      const seen = new Map<string, number>();
      const found: string[] = [];
      for await (const { what, text, format } of everything()) {
        seen.set(what, text.length);
        // Our own colours are the one thing that comes through, and only where colour is allowed.
        const plain = text.replaceAll(/\u001b\[(?:1|22|3[1-9])m/gu, "");
        const raw = RAW.exec(plain);
        if (raw !== null)
          found.push(`${what}: ${JSON.stringify(plain.slice(Math.max(0, raw.index - 60), raw.index + 20))}`);
        // A quoted cell may hold lines.
        const line = format === "text" ? INJECTED.exec(plain) : null;
        if (line !== null)
          found.push(
            `${what}: a line of its own behind ${JSON.stringify(plain.slice(Math.max(0, line.index - 80), line.index))}`,
          );
      }
      expect(found).toEqual([]);
      expect(seen.size).toBeGreaterThan(100);
      expect([...seen].filter(([, length]) => length < 3)).toEqual([]);
    },
  );

  it("lets its own colours through, and nobody else's, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, other) => {
        const text = `${one}${statusPaint("faulty", true)(`${other}\u001b[32m.`)}\u001b[32m${boldPaint(true)(one)}`;
        const shown = throughDoor(text);
        // Green is nobody's here; what is painted carries bold and red, on each of its lines.
        expect(shown).not.toContain("\u001b[32m");
        expect(shown.replaceAll(/\u001b\[(?:1|22|31|39)m/gu, "")).not.toMatch(RAW);
        expect(shown.split("\u001b[1m").length).toBeGreaterThan(1);
      }),
    );
  });

  it("measures a painted text as wide as a plain one", () => {
    expect(stringWidth(statusPaint("healthy", true)("Trạng thái"))).toBe(10);
  });

  it("keeps the ends of lines, tabs and every letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const shown = throughDoor(`a\tb\r\nc\n${text}`);
        expect(shown.startsWith("a\tb\r\nc\n")).toBe(true);
        expect(RAW.test(text) ? "" : shown).toBe(RAW.test(text) ? "" : `a\tb\r\nc\n${text}`);
      }),
    );
  });
});

it("prompts, which draw themselves, are given harmless texts", () => {
  const { options, message, head } = safeChoice({
    head: POISON,
    message: POISON,
    options: [{ value: POISON, name: POISON, hint: POISON }],
  });
  const shown = typeof options === "function" ? [] : options.flatMap(({ name, hint }) => [name, hint]);
  for (const text of [message, head, ...shown]) expect(text).not.toMatch(RAW);
  // Values are no texts: what was chosen is what was offered.
  expect(typeof options === "function" ? "" : options[0]?.value).toBe(POISON);
  const found = safeChoice({ message: "x", options: () => [{ value: "a", name: POISON }] }).options;
  expect(typeof found === "function" ? found("")[0]?.name : POISON).not.toMatch(RAW);
});

it("JSON for the screen is the same value, without a sign that a terminal acts on", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const text = jsonText({ value, poison: POISON });
      expect(text).not.toMatch(RAW);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ value, poison: POISON })));
    }),
  );
});
