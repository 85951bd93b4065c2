import { describe, expect, it } from "vitest";
import { LANGS, type Lang } from "../../src/base/languages.ts";
import { describeFinding } from "../../src/explain/describe.ts";
import { judge } from "../../src/judge/judge.ts";
import type { Finding } from "../../src/judge/verdict.ts";
import type { Cause } from "../../src/text/causes/index.ts";
import type { Mender } from "../../src/text/causes/shape.ts";
import { labRecordings } from "../judge/lab-recordings.ts";

/** What must stand in the steps or the phone line of a cause, and what must not, in both languages. */
interface Words {
  readonly mender?: Mender;
  readonly first?: readonly [vi: RegExp, en: RegExp];
  readonly has?: readonly [vi: RegExp, en: RegExp];
  readonly never?: readonly [vi: RegExp, en: RegExp];
}

const TABLE: Readonly<Partial<Record<Cause, Words>>> = {
  CLOCK_WRONG: { mender: "technician", never: [/(?<!\d)0 (?:ngày|giờ|phút)/u, /(?<!\d)0 (?:days|hours|minutes)/u] },
  GATEWAY_DOWN: { mender: "technician", first: [/điện/u, /power/u], has: [/renew/u, /renew/u] },
  LINK_DOWN: { mender: "technician", first: [/dây/u, /cable/u], never: [/nhà mạng hỏng/u, /call the carrier/iu] },
  PORT_443_BLOCKED: { mender: "technician", first: [/máy khác/u, /another computer/iu], has: [/proxy/u, /proxy/u] },
  MTU_BLACKHOLE: { has: [/MTU/u, /MTU/u], never: [/1492/u, /1492/u] },
  PROXY_DEAD: { mender: "technician", never: [/từ chối/u, /refuse/u] },
  PROXY_REFUSES: { mender: "technician" },
  ROUTE_PREFERS_DEAD_INTERFACE: { mender: "technician", never: [/nhà mạng/u, /carrier/u] },
  WRONG_GATEWAY: {
    mender: "technician",
    first: [/địa chỉ/u, /address/u],
    never: [/khởi động lại modem/u, /restart the router/iu],
  },
  CONNECTIONS_LIMITED: { mender: "technician", never: [/đo suy hao|bẻ gập/u, /measure the fibre|bend/u] },
  LINE_LOSS: { mender: "carrier", never: [/nội bộ không mất/u, /none in the (?:room|office)/u] },
  DNS_SLOW: { never: [/DNS khác/u, /another DNS/iu] },
  WAN_LINK_DOWN: { mender: "carrier", first: [/PON/u, /PON/u], has: [/thuê bao/u, /subscription/u] },
  DATACENTRE_DOWN: { mender: "centre", first: [/Không phải làm gì/u, /Nothing to do/u] },
};

const PRIVATE = /(?<![\d.])(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/u;

describe("what the technician is told to do", () => {
  it.each(labRecordings().map((one) => [one.id, one.evidence] as const))("%s", (_, evidence) => {
    const { findings } = judge(evidence);
    expect(findings.flatMap((one) => LANGS.flatMap((lang) => complaints(one, lang)))).toEqual([]);
  });
});

function complaints(finding: Finding, lang: Lang): string[] {
  const said = describeFinding(finding, null, lang);
  const { mender, first, has, never } = TABLE[finding.cause] ?? {};
  const at = lang === "vi" ? 0 : 1;
  const all = `${said.steps.join("\n")}\n${said.tell}`;
  const told = finding.cause.startsWith("DNS_") && finding.cause !== "DNS_HIJACK" && said.menderId === "carrier";
  const wrong: readonly (readonly [string, boolean])[] = [
    ["no step", said.steps.length === 0],
    ["mender", mender !== undefined && said.menderId !== mender],
    ["first step", first !== undefined && !first[at].test(said.steps[0] ?? "")],
    ["lacks", has !== undefined && !has[at].test(all)],
    ["must not say", never?.[at].test(all) === true],
    // Nobody reads six hosts out over a telephone, and a carrier knows no resolver by the office's own address.
    ["too many places", said.tell.split(", ").length > 9],
    ["private resolver", told && PRIVATE.test(said.tell)],
  ];
  return wrong.flatMap(([what, is]) => (is ? [`${finding.cause} ${lang}: ${what}: ${all}`] : []));
}
