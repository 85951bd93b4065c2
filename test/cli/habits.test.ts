import { describe, expect, it } from "vitest";
import { nearest } from "../../src/base/nearest.ts";
import { UserError } from "../../src/base/exit.ts";
import { SCAN_GROUPS } from "../../src/base/option-values.ts";
import { EXAMPLES } from "../../src/cli/examples.ts";
import { parseCommandLine } from "../../src/cli/program.ts";
import { COMMANDS } from "../../src/cli/specs.ts";

const messageOf = async (...argv: string[]): Promise<string> =>
  await parseCommandLine(argv, "en").then(
    () => "",
    (error: unknown) => (error instanceof UserError ? error.message : String(error)),
  );
const helpOf = async (...argv: string[]): Promise<string> => {
  const call = await parseCommandLine(argv, "en");
  return call.kind === "help" ? call.text : call.kind;
};

describe("mistyped words", () => {
  it.each([
    ["scna", "scan"],
    ["prac", "practice"],
    ["chekclist", "checklist"],
    ["VISITS", "visits"],
    ["zzzz", undefined],
    ["x", undefined],
  ])("%s is probably %s", (typed, expected) => {
    expect(
      nearest(
        typed,
        COMMANDS.map(({ name }) => name),
      ),
    ).toBe(expected);
  });

  it("are told with what was meant, at every place", async () => {
    expect(await messageOf("scna")).toBe("Unknown command: scna\nDid you mean scan?\nSee qbrecover --help");
    expect(await messageOf("visits", "lsit")).toContain("Unknown command: visits lsit\nDid you mean list?");
    expect(await messageOf("help", "repotr")).toContain("Did you mean report?");
    expect(await messageOf("zzzz")).not.toContain("Did you mean");
    expect(await messageOf("schema", "scna")).toContain(
      'document: expected one of scan, visit, report, profile, events; found "scna"',
    );
  });
});

describe("help", () => {
  it("of a command is the same by either name", async () => {
    expect(await helpOf("help", "visits", "import")).toBe(await helpOf("visits", "import", "--help"));
    expect(await helpOf("help")).toBe(await helpOf("--help"));
  });

  it.each(COMMANDS.map(({ name }) => name))("of %s begins with examples, ends with the exit statuses", async (name) => {
    const text = await helpOf(name, "--help");
    expect(text.split("\n").slice(0, 2)).toEqual(["Examples:", `  ${EXAMPLES[name]?.[0]?.[0]}`]);
    expect(text).toContain("Global options:");
    expect(text.replaceAll(/\s+/gu, " ")).toContain("130 interrupted.");
    const long = text.split("\n").filter((line) => line.length > 80 && !line.startsWith("  qbrecover"));
    expect(long).toEqual([]);
  });

  it("names the groups that --only and --skip take, where they stand", async () => {
    const text = (await helpOf("scan", "--help")).replaceAll(/\s+/gu, " ");
    expect(text).toContain(`--skip: ${SCAN_GROUPS.join(", ")}`);
    expect(await helpOf("report", "--help")).not.toContain("--only");
  });

  it("shows examples that can be typed", async () => {
    for (const [call] of Object.values(EXAMPLES).flat()) {
      const [, ...argv] = call.replaceAll("'", "").split(" ");
      expect([call, (await parseCommandLine(argv, "vi")).kind]).toEqual([call, "run"]);
    }
  });
});
