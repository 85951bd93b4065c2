import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/visit/store.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { openTerminal, passGate, promptOn, type Terminal } from "../checklist/support/terminal.ts";
import { qbrecover, startQbrecover, type Ended } from "../support/qbrecover.ts";
import { scratch } from "./offices.ts";
import { inTown, townProfile } from "./town.ts";

const ENTRY = path.resolve(import.meta.dirname, "../../src/cli.ts");
const READY_MS = 20_000;
const HERE = ["--unit", "vn-2025-07:19207", "--site", "UBND xã Quảng Ninh"];

interface Town {
  readonly folder: string;
  readonly profile: string;
  readonly command: readonly string[];
}

function town(): Town | null {
  const folder = scratch();
  const profile = path.join(folder, "town.json");
  writeFileSync(profile, JSON.stringify(townProfile()));
  const command = inTown(folder, [process.execPath, ENTRY]);
  return command === null ? null : { folder, profile, command };
}

function scan({ folder, profile, command }: Town, ...args: string[]): Promise<Ended> {
  const all = ["scan", "--batch", "--json", "--lang", "en", "-p", profile, "--data-dir", folder, "--skip", "quality"];
  return startQbrecover([...all, ...args], { command }).ended();
}

const outcomes = (stdout: string): Record<string, string> => {
  const document: { systems: { id: string; outcome: string; why?: string; provided?: true }[] } = JSON.parse(stdout);
  return Object.fromEntries(
    document.systems.map((one) => [
      one.id,
      [one.outcome, one.why, one.provided && "provided"].filter(Boolean).join(" "),
    ]),
  );
};

function visits(folder: string): Visit[] {
  const store = openStore(folder, "en", "read");
  try {
    return [...store.iterate({})];
  } finally {
    store.close();
  }
}

describe("an address that the office gives", { timeout: 90_000 }, () => {
  it("closes the gap in a batch, is kept with the site and used again, and leaves the profile's hash", async () => {
    const place = town();
    if (place === null) return;
    const first = await scan(place, ...HERE);
    expect(first.exitCode).toBe(3);
    expect(first.stderr).toContain("--set onestop=ADDRESS --set docs=ADDRESS --set mail=ADDRESS");
    const sets = [
      "--set",
      "onestop=http://motcua.test/vi?ma=bimat",
      "docs=http://motcua.test/qlvb",
      "--set",
      "mail=none",
    ];
    const second = await scan(place, ...HERE, ...sets);
    expect([second.exitCode, second.stderr]).toEqual([0, ""]);
    expect(outcomes(second.stdout)).toEqual({
      onestop: "ok provided",
      docs: "ok provided",
      mail: "notUsed",
      portal: "ok",
    });
    // Next time nobody needs to say it again; another site has to.
    expect((await scan(place, ...HERE)).exitCode).toBe(0);
    expect((await scan(place, "--unit", "vn-2025-07:19207", "--site", "Trường THCS Hàm Ninh")).exitCode).toBe(3);
    const back = await scan(place, ...HERE, "--set", "docs=", "onestop=http://portal.test");
    expect([back.exitCode, outcomes(back.stdout)["docs"], outcomes(back.stdout)["onestop"]]).toEqual([
      3,
      "notTested noAddress",
      "ok provided",
    ]);
    const hashes = new Set(visits(place.folder).map((one) => one.scan?.evidence.profileHash));
    expect(hashes.size).toBe(1);
    for (const file of readdirSync(place.folder))
      expect(readFileSync(path.join(place.folder, file), "latin1")).not.toContain("bimat");
  });

  it("is said to be dead where it is, and never an all-clear", async () => {
    const place = town();
    if (place === null) return;
    const dead = await scan(place, "--set", "onestop=http://motcua.test:81", "docs=none", "mail=none");
    expect([dead.exitCode, outcomes(dead.stdout)["onestop"]]).toEqual([1, "failed provided"]);
  });

  it("is kept for all sites by profile set, and listed with the profile", async () => {
    const place = town();
    if (place === null) return;
    const { folder, profile } = place;
    const base = ["-p", profile, "--data-dir", folder, "--lang", "en"];
    const set = await qbrecover([
      "profile",
      "set",
      "onestop=http://nguoi:matkhau@motcua.test/vi?x=1",
      "docs=http://motcua.test",
      ...base,
    ]);
    expect([set.exitCode, set.stderr]).toEqual([0, ""]);
    expect(set.stdout).toContain("  onestop = http://motcua.test/vi\n");
    expect((await qbrecover(["profile", "set", "mail=none", ...HERE, ...base])).exitCode).toBe(0);
    expect((await qbrecover(["profile", "show", profile, "--data-dir", folder])).stdout).toContain(
      "onestop = http://motcua.test/vi",
    );
    expect((await scan(place, ...HERE)).exitCode).toBe(0);
    expect(outcomes((await scan(place)).stdout)).toMatchObject({ docs: "ok provided", mail: "notTested noAddress" });
  });

  it("is tried by profile test, row by row", async () => {
    const place = town();
    if (place === null) return;
    const { folder, profile, command } = place;
    const run = (...args: string[]): Promise<Ended> =>
      startQbrecover(["profile", "test", profile, "--data-dir", folder, "--lang", "en", ...args], { command }).ended();
    const fine = await run();
    expect([fine.exitCode, fine.stdout]).toEqual([
      0,
      expect.stringMatching(/^portal\s+http:\/\/portal\.test\s+reached: HTTP 200; 192\.0\.2\.80; \d+ ms/mu),
    ]);
    const two = await run("--system", "onestop", "portal", "--set", "onestop=http://khong-co.test");
    expect(two.exitCode).toBe(1);
    expect(two.stdout).toMatch(/^onestop\s+http:\/\/khong-co\.test\s+NOT reached: name; no such name/mu);
    expect((await run("--system", "docs")).exitCode).toBe(64);
    expect(JSON.parse((await run("--json")).stdout)).toMatchObject({ endpoints: [{ system: "portal", state: "ok" }] });
  });

  it("comes home with the visits: profile collect turns it into the next profile", async () => {
    const place = town();
    if (place === null) return;
    const { folder, profile, command } = place;
    await scan(place, ...HERE, "--set", "onestop=http://motcua.test/vi", "docs=http://khong-co.test", "mail=none");
    await scan(place, "--unit", "vn-2025-07:19207", "--site", "Nhà cũ", "--set", "onestop=http://motcua.test/vi");
    await scan(place, "--unit", "vn-2025-07:19207", "--site", "Trường", "--set", "onestop=http://portal.test");
    const next = path.join(folder, "next.json");
    const base = ["-p", profile, "--data-dir", folder, "--lang", "en"];
    const { exitCode, stdout, stderr } = await qbrecover(["profile", "collect", "-o", next, ...base]);
    // Documents nobody got into, and one site names another one-stop: for people to decide.
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/^onestop\s+http:\/\/motcua\.test\/vi\s+2\s+2\s+\d\d\/\d\d\/\d{4}\s+x$/mu);
    expect(stdout).toMatch(/^\s+http:\/\/portal\.test\s+1\s+1\s/mu);
    expect(stdout).toMatch(/^mail\s+\(not used\)\s+1/mu);
    expect(stderr).toMatch(/docs: not filled in.*http:\/\/khong-co\.test/u);
    const made: { version: string; systems: { id: string; enabled: boolean; endpoints: unknown[] }[] } = JSON.parse(
      readFileSync(next, "utf8"),
    );
    expect(made.version).toBe("1.3");
    expect(made.systems.map((one) => [one.id, one.enabled, one.endpoints.length])).toEqual([
      ["onestop", true, 1],
      ["docs", false, 0],
      ["mail", false, 0],
      ["portal", true, 1],
    ]);
    expect((await qbrecover(["profile", "validate", next])).exitCode).toBe(0);
    const tested = await startQbrecover(["profile", "test", next, "--data-dir", folder, "--system", "onestop"], {
      command,
    }).ended();
    expect(tested.exitCode).toBe(0);
  });
});

describe("in a terminal", { timeout: 90_000 }, () => {
  let open: Terminal | undefined;
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });
  const ask = async (question: string): Promise<string> =>
    (await open?.until(`"${question}"`, (shown) => promptOn(shown)?.question.includes(question) === true, READY_MS)) ??
    "";
  /** The question after the whole scan is a list of another kind. */
  const goOn = async (): Promise<string> =>
    (await open?.until("to go on", (shown) => shown.includes("Làm tiếp phiếu khảo sát"), READY_MS)) ?? "";
  const choose = async (name: string): Promise<void> => {
    await open?.type(name);
    await open?.press("Enter");
  };

  it("asks for what is missing, tries each address at once, and concludes", async () => {
    const place = town();
    if (place === null) return;
    const args = ["scan", "-p", place.profile, "--data-dir", place.folder, "--skip", "quality", ...HERE];
    open = await openTerminal(place.folder, args, { columns: 100, rows: 50 }, place.command);
    await passGate(open);
    expect(await ask("Còn 3 hệ thống chưa có địa chỉ")).toContain("CHƯA KẾT LUẬN");
    await choose("Nhập ngay");
    await ask("[1/3] onestop");
    await choose("Dán địa chỉ");
    await ask("onestop – địa chỉ");
    await open.type("http://");
    await open.press("Enter");
    await open.until("why not", (shown) => shown.includes("Cần tên máy chủ đầy đủ"), READY_MS);
    await open.press("Escape");
    await open.until("an empty line", (shown) => shown.includes("\n>\n"), READY_MS);
    await open.type("http://toi:matkhau@khong-co.test/?a=bimat");
    await open.press("Enter");
    expect(await ask("chưa vào được")).toMatch(/http:\/\/khong-co\.test: KHÔNG vào được: tên miền; tên không tồn tại/u);
    await choose("Nhập lại");
    await ask("onestop – địa chỉ");
    await open.type("http://motcua.test/dang-nhap");
    await open.press("Enter");
    expect(await ask("[2/3] docs")).toMatch(/http:\/\/motcua\.test\/dang-nhap: vào được: HTTP 200; 192\.0\.2\.80/u);
    await choose("Không dùng");
    await ask("[3/3] mail");
    await choose("Không dùng");
    const shown = await goOn();
    expect(shown).toContain("TỐT: mọi hệ thống cần dùng đều vào được.");
    expect(shown).toMatch(/Không dùng ở đây \(2\): docs; mail\s+Đạt \(2\): onestop \(do cơ quan cung cấp\); portal/u);
    await open.press("C-c");
    const [visit] = visits(place.folder);
    expect(visit?.scan?.verdict.status).toBe("healthy");
    expect(visit?.scan?.evidence.site).toMatchObject({ notUsed: ["docs", "mail"], provided: [{ system: "onestop" }] });
    expect(JSON.stringify(visit)).not.toMatch(/bimat|matkhau/u);
  });

  it("loses nothing that was told when the process is killed in the middle", async () => {
    const place = town();
    if (place === null) return;
    const args = ["scan", "-p", place.profile, "--data-dir", place.folder, "--skip", "quality"];
    open = await openTerminal(place.folder, args, { columns: 100, rows: 50 }, place.command);
    await passGate(open);
    await ask("Còn 3 hệ thống");
    await choose("Nhập ngay");
    await ask("[1/3] onestop");
    await choose("Không dùng");
    await ask("[2/3] docs");
    await open.kill();
    const [visit] = visits(place.folder);
    expect(visit?.scan?.evidence.site.notUsed).toEqual(["onestop"]);
    expect(visit?.scan?.verdict.missing).toEqual(["docs", "mail"]);
  });

  it("offers what another office told", async () => {
    const place = town();
    if (place === null) return;
    await scan(place, ...HERE, "--set", "onestop=http://motcua.test/vi", "docs=none", "mail=none");
    const args = ["scan", "-p", place.profile, "--data-dir", place.folder, "--skip", "quality"];
    open = await openTerminal(place.folder, args, { columns: 100, rows: 50 }, place.command);
    await passGate(open);
    await ask("Còn 3 hệ thống");
    await choose("Nhập ngay");
    expect(await ask("[1/3] onestop")).toMatch(
      /› 1\. Dùng http:\/\/motcua\.test\/vi \(UBND xã Quảng Ninh, \d\d\/\d\d\/\d{4}\)/u,
    );
    await open.press("Enter");
    await ask("[2/3] docs");
    await open.press("C-c");
    expect(await goOn()).toMatch(/Kiểm tra lại toàn bộ[\s\S]*Đạt \(2\): onestop \(do cơ quan cung cấp\)/u);
  });
});
