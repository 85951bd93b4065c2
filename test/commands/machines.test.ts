import { networkInterfaces } from "node:os";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { CommandContext } from "../../src/base/context.ts";
import { run as runReport } from "../../src/commands/report.ts";
import { run as runScan } from "../../src/commands/scan.ts";
import { visitForThisComputer } from "../../src/commands/shared/open-visit.ts";
import type { Observation } from "../../src/evidence/schema.ts";
import type { Verdict } from "../../src/judge/verdict.ts";
import { recordHtml } from "../../src/report/html/record.ts";
import { visitText } from "../../src/report/text/visit.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { openStore } from "../../src/visit/store.ts";
import { testContext } from "../report/helpers.ts";
import { finding, machine, NOW, scan, scratch, visit } from "../visit/helpers/sample.ts";

const QUICK = { only: ["laptop"], batch: true } as const;
const DAY_MS = 86_400_000;

let folder = "";
let open: Visit = visit();
beforeEach(() => {
  folder = scratch();
  open = visit({ scan: scan("healthy") });
});

function keep(...visits: readonly Visit[]): void {
  const store = openStore(folder, "en");
  for (const each of visits) store.create(each);
  store.close();
}

function stored(id = open.id): Visit {
  const store = openStore(folder, "en");
  const read = store.get(id);
  store.close();
  return read;
}

async function added(options: Record<string, unknown>, change: Partial<CommandContext> = {}): Promise<string> {
  const { context, stdout } = testContext(folder, change);
  await runScan(context, [], { ...QUICK, ...options });
  return stdout();
}

const named = ({ machines = [] }: Visit): string[] => machines.map(({ name }) => name).toSorted();

describe("scan --machine", () => {
  it("adds this computer to the newest open visit, with the profile that the visit was begun with", async () => {
    keep(open, visit({ scan: scan("healthy"), finishedAt: "2026-11-21T09:00:00+07:00" }, { now: NOW + 1000 }));
    const told = z
      .looseObject({
        machine: z.string(),
        office: z.looseObject({ machines: z.array(z.looseObject({ name: z.unknown() })) }),
      })
      .parse(JSON.parse(await added({ machine: "Máy một cửa", json: true })));
    expect([told.machine, told.office.machines.map(({ name }) => name)]).toEqual([
      "Máy một cửa",
      [null, "Máy một cửa"],
    ]);
    const [one] = stored().machines ?? [];
    expect([one?.name, one?.scan.evidence.profile.id]).toEqual(["Máy một cửa", "test-profile"]);
    expect(stored().scan).toEqual(open.scan);
  });

  it("two at once: both are there", async () => {
    keep(open);
    await Promise.all([added({ machine: "PC-01" }), added({ machine: "PC-02" })]);
    expect(named(stored())).toEqual(["PC-01", "PC-02"]);
  });

  it("the same computer again takes its own place", async () => {
    keep(open);
    await added({ machine: "PC-01" });
    await added({ machine: "PC-01" });
    expect(named(stored())).toEqual(["PC-01"]);
  });

  it("asks nothing in a terminal either, and says to which visit it was added", async () => {
    keep(open);
    const { context, stderr } = testContext(folder, { interactive: true });
    await runScan(context, [], { only: ["laptop"], machine: true });
    expect(stderr()).toContain(open.site?.name ?? "-");
    expect(stored().machines).toHaveLength(1);
    expect(stored().finishedAt).toBeNull();
  });

  it.each([
    ["no visit is open", { machine: "A" }, /no visit is open/iu],
    ["the visit would not be saved", { machine: "A", save: false }, /--no-save/u],
    ["an option speaks of the visit", { machine: "A", site: "X" }, /--site/u],
    ["the name is blank", { machine: " " }, /blank/u],
  ])("refuses where %s", async (_, options, why) => {
    await expect(added(options)).rejects.toThrow(why);
  });

  it("takes no visit that was left open days ago, unless it is named", async () => {
    keep(open);
    const later = { now: () => NOW + 4 * DAY_MS };
    await expect(added({ machine: "A" }, later)).rejects.toThrow(/3 days/u);
    await added({ machine: "A", visit: open.id.slice(0, 18) }, later);
    expect(named(stored())).toEqual(["A"]);
    // A clock that was drowned says nothing about the visit.
    await added({ machine: "B" }, { now: () => Date.UTC(2000, 0, 1) });
    expect(named(stored())).toEqual(["A", "B"]);
  });
});

describe("the menu's offer on another computer", () => {
  const adapter = (mac: string): Observation => ({
    id: "interface:eth0",
    collector: "interface",
    target: "eth0",
    startMs: 0,
    durationMs: 0,
    outcome: "ok",
    evidence: {
      name: "eth0",
      label: "eth0",
      kind: "ethernet",
      mac,
      adminUp: true,
      carrier: true,
      speedMbps: null,
      mtu: null,
      addresses: [],
      counters: null,
      wifi: null,
    },
  });
  const own = Object.values(networkInterfaces()).flatMap((all = []) => all.map(({ mac }) => mac))[0] ?? "";
  const offer = async (mac: string, change: Partial<Visit> = {}): Promise<string | null> => {
    keep({ ...open, scan: scan("healthy", [adapter(mac)]), ...change });
    return (await visitForThisComputer(testContext(folder).context))?.name ?? null;
  };

  it("is there where the visit was begun elsewhere", async () => {
    expect(await offer("02:aa:bb:cc:dd:ee")).toContain(open.site?.name ?? "-");
  });

  it("is not there on the computer that began it, for a finished visit, and without a store", async () => {
    expect(await visitForThisComputer(testContext(folder).context)).toBeNull();
    expect(await offer(own.toUpperCase())).toBeNull();
    folder = scratch();
    expect(await offer("02:aa:bb:cc:dd:ee", { finishedAt: "2026-11-21T09:00:00+07:00" })).toBeNull();
  });
});

describe("the office's computers in the reports", () => {
  const failing = (): NonNullable<Visit["scan"]> => {
    const one = scan("faulty", [], [finding({ cause: "LINK_DOWN", culprit: "cable", params: { name: "eth0" } })]);
    const systems = one.verdict.systems.map((each): Verdict["systems"][number] => ({ ...each, outcome: "failed" }));
    return { ...one, verdict: { ...one.verdict, systems } };
  };
  const working = (): NonNullable<Visit["scan"]> => {
    const one = scan("healthy");
    const systems = one.verdict.systems.map((each): Verdict["systems"][number] => ({ ...each, outcome: "ok" }));
    return { ...one, verdict: { ...one.verdict, systems } };
  };

  it("stand as a table machine × system in the record and the summary, with whose fault it is", () => {
    const whole = visit({
      scan: working(),
      machines: [machine("PC <b>03</b>", { scan: failing() }), machine("PC-04", { scan: working() })],
    });
    const text = visitText(whole, "vi", 100);
    expect(text).toContain("Riêng máy PC <b>03</b> không vào được: Một cửa điện tử");
    expect(text).toMatch(/PC-04 +Tốt +\+\s/u);
    expect(text).toMatch(/PC <b>03<\/b> +Có lỗi .* x\s/u);
    const page = [...recordHtml([whole], "vi")].join("");
    expect(page).toContain("Riêng máy PC &lt;b&gt;03&lt;/b&gt; không vào được: Một cửa điện tử");
    expect(page.match(/<table class="machines">.*?<\/table>/su)?.[0].match(/<tr>/gu)).toHaveLength(4);
    expect([...recordHtml([visit({ scan: working() })], "vi")].join("")).not.toContain("machines");
  });

  it("say on which desk no signing program runs, never of the technician's laptop", () => {
    const none = scan(
      "healthy",
      [],
      [finding({ cause: "SIGNING_AGENT_MISSING", culprit: "laptop", severity: "info" })],
    );
    const text = visitText(visit({ scan: none, machines: [machine("PC-07", { scan: none })] }), "en", 200);
    expect(text).toContain("No signing program is running on: PC-07.");
  });

  it("are rows of the table machines, and only of visits that have several", async () => {
    keep(
      visit({ scan: working(), machines: [machine("PC-03", { scan: failing() })] }),
      visit({ scan: failing() }, { now: NOW + 1000 }),
    );
    const { context, stdout } = testContext(folder);
    await runReport(context, [], { table: "machines", all: true, format: "csv" });
    const rows: Record<string, string>[] = parse(stdout(), { columns: true });
    expect(rows.map((row) => [row["machine_name"], row["system_id"], row["reach"], row["fault_of"]])).toEqual([
      ["", "onestop", "works", ""],
      ["PC-03", "onestop", "fails", "machine"],
    ]);
  });
});
