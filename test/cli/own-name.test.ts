import path from "node:path";
import { describe, expect, it } from "vitest";
import { asTyped, ownName } from "../../src/cli/own-name.ts";

const NODE = path.resolve("/usr/bin/node");
const ENTRY = path.resolve("/opt/qb/bin/qbrecover.mjs");
const script = { argv0: "node", execPath: NODE, entry: ENTRY };

describe("what to type for this program", () => {
  it.each([
    [{ ...script, cwd: "/opt/qb" }, "npx qbrecover"],
    [{ ...script, cwd: "/opt/qb/docs" }, "npx qbrecover"],
    [{ ...script, cwd: "/opt" }, `node ${ENTRY}`],
    [{ ...script, cwd: "/opt/qb-other" }, `node ${ENTRY}`],
    [{ argv0: "./qbrecover", execPath: "/usb/qbrecover", entry: "/usb/qbrecover", cwd: "/usb" }, "./qbrecover"],
    [{ argv0: "/u s/qbrecover", execPath: "/u s/q", entry: "/u s/q", cwd: "/" }, '"/u s/qbrecover"'],
  ])("%j: %s", (start, expected) => {
    expect(ownName(start)).toBe(expected);
  });

  it("stands in every call of a text, and nowhere else", () => {
    const text = "qbrecover 0.1.0\nSee: qbrecover visits list, (qbrecover scan) npx qbrecover scan x/qbrecover scan";
    expect(asTyped(text, "./qb.exe")).toBe(
      "qbrecover 0.1.0\nSee: ./qb.exe visits list, (./qb.exe scan) npx qbrecover scan x/qbrecover scan",
    );
  });
});
