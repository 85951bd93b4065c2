import { describe, expect, it } from "vitest";
import { describeFinding } from "../../src/explain/describe.ts";
import { renderVerdict } from "../../src/explain/render/verdict.ts";
import { judge } from "../../src/judge/judge.ts";
import type { Cause } from "../../src/text/causes/index.ts";
import type { Profile } from "../../src/profile/schema.ts";
import { FAULTS } from "../judge/faults.ts";
import { record } from "../judge/record.ts";
import { HEALTHY } from "../judge/world.ts";

type Contact = NonNullable<Profile["contacts"]>[number];
const contact = (kind: Contact["for"][number], phone: string, systems?: string[]): Contact => ({
  for: [kind],
  name: { vi: `Số của ${kind}`, en: `Number of ${kind}` },
  phone,
  evidence: "test",
  lastVerified: null,
  ...(systems === undefined ? {} : { systems }),
});
const contacts = [
  contact("carrier", "1800 0001"),
  contact("centre", "0233 000 002"),
  contact("systemOwner", "1800 0003"),
  contact("systemOwner", "1900 0004", ["sso"]),
  contact("power", "1900 0005"),
];

function told(cause: Cause) {
  const fault = FAULTS.find((one) => one.says[0] === cause);
  const evidence = record(fault?.make(HEALTHY) ?? HEALTHY);
  const known = { ...evidence, profile: { ...evidence.profile, contacts } };
  const verdict = judge(known);
  const [finding] = verdict.findings;
  if (finding === undefined) throw new Error(`${cause} was not found`);
  return { known, verdict, finding };
}
const numbers = (cause: Cause): string[] => {
  const { known, finding } = told(cause);
  return describeFinding(finding, known.profile, "vi").contacts.map((one) => one.replace(/^.*?(?=\d)/u, ""));
};

describe("numbers to call", () => {
  it("are those of whoever mends it, and of those that the steps name", () => {
    expect(numbers("LINE_DOWN")).toContain("1800 0001");
    expect(numbers("LINE_DOWN")).not.toContain("0233 000 002");
    expect(numbers("DATACENTRE_DOWN")).toContain("0233 000 002");
    expect(numbers("GATEWAY_DOWN")).toEqual(["1800 0001", "1900 0005"]);
    expect(numbers("TSLCD_ROUTER_SILENT")).toEqual(["0233 000 002", "1900 0005"]);
  });

  it("of one system's owner are for that system only", () => {
    expect(numbers("CERT_EXPIRED")).toContain("1800 0003");
    expect(numbers("CERT_EXPIRED")).not.toContain("1900 0004");
  });

  it("stand on the screen, and nothing does where the profile knows none", () => {
    const { known, verdict } = told("LINE_DOWN");
    const screen = (profile: Profile): string =>
      renderVerdict(verdict, { ...known, profile }, "vi", { columns: 90, explain: false, colour: false });
    expect(screen(known.profile)).toContain("Số gọi: Số của carrier 1800 0001");
    expect(screen({ ...known.profile, contacts: [] })).not.toContain("Số gọi");
    const { known: both, verdict: two } = told("TSLCD_LINE_DOWN");
    expect(renderVerdict(two, both, "en", { columns: 90, explain: false, colour: false })).toContain(
      "Call: Number of centre 0233 000 002",
    );
  });
});
