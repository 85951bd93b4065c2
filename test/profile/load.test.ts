import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { UserError } from "../../src/base/exit.ts";
import { BUILTIN_IDS } from "../../src/profile/builtin/index.ts";
import { profileJsonSchema } from "../../src/profile/json-schema.ts";
import { loadProfile, type LoadedProfile } from "../../src/profile/load.ts";
import published from "../../fixtures/profiles/profile.schema.json" with { type: "json" };
import { sample } from "./sample.ts";

let folder = "";
const world = { now: () => Date.parse("2026-11-21T10:00:00Z"), cwd: "/" };
const load = (name: string): Promise<LoadedProfile> =>
  loadProfile(path.isAbsolute(name) || !name.includes(".") ? name : path.join(folder, name), folder, "en", world);

async function refused(name: string): Promise<string> {
  const error: unknown = await load(name).catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw new Error(`not refused properly: ${String(error)}`);
  expect(error.exitCode).toBe(78);
  return error.message;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "qb-profile-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const put = (name: string, content: string | Buffer): Promise<void> => writeFile(path.join(folder, name), content);

describe("built-in profiles", () => {
  it.each(BUILTIN_IDS)("%s is right and has an entry for every system of the seeds", async (id) => {
    const { profile, hash, origin } = await load(id);
    expect(origin).toBe("builtin");
    expect(profile.id).toBe(id);
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
  });

  it.each(["quang-tri-2025", "quang-binh-2020"])(
    "%s lists every system that the seeds name, with what can be tested told from what cannot",
    async (id) => {
      const { profile } = await load(id);
      const ids = profile.systems.map((system) => system.id);
      for (const named of [
        "onestop",
        "dvc_tinh",
        "dvcqg",
        "sso",
        "pay",
        "sign_tsa",
        "sign_ocsp",
        "sign_local",
        "docs",
        "truc",
        "mail",
        "portal",
        "vc",
        "report",
        "giaoban",
        "lgsp",
        "dc",
        "tslcd",
        "cert",
        "ncovi",
        "covid_vp",
        "school",
        "radio",
      ])
        expect(ids).toContain(named);
      for (const asked of ["truc", "lgsp", "dc", "vc", "tslcd"]) {
        const system = profile.systems.find((one) => one.id === asked);
        expect(system?.notTestable?.ask.vi).not.toBe("");
        expect(system).toMatchObject({ enabled: false, endpoints: [] });
      }
      for (const system of profile.systems.filter((one) => one.status !== "active")) expect(system.enabled).toBe(false);
      expect(profile.systems.find((one) => one.id === "dvc_tinh")).toMatchObject({
        status: "retired",
        supersededBy: "dvcqg",
      });
      expect(profile.systems.find((one) => one.id === "sign_tsa")?.endpoints[0]).toMatchObject({
        protocol: "tsa",
        port: 80,
      });
    },
  );

  it("enable no host that nobody has seen, and never use a name as a control that resolvers are known to lie about", async () => {
    const { profile } = await load("quang-tri-2025");
    const hosts = profile.systems
      .filter((one) => one.enabled)
      .flatMap((one) => one.endpoints.map((endpoint) => endpoint.host));
    expect([...new Set(hosts)].toSorted()).toEqual([
      "127.0.0.1",
      "bpmc.mofa.gov.vn",
      "ca.gov.vn",
      "chinhphu.vn",
      "csdltthc.dichvucong.gov.vn",
      "dichvucong.bvhttdl.gov.vn",
      "dichvucong.gov.vn",
      "dichvucong.mof.gov.vn",
      "gqtthc.bdttg.gov.vn",
      "hotichdientu.moj.gov.vn",
      "invest.quangtri.gov.vn",
      "kiemsoattthc.moj.gov.vn",
      "motcua-tthc.moit.gov.vn",
      "motcua.moet.gov.vn",
      "motcua.moh.gov.vn",
      "motcua.moha.gov.vn",
      "motcua.moj.gov.vn",
      "motcua.mst.gov.vn",
      "motcuabxd.moc.gov.vn",
      "motcuannmt.mae.gov.vn",
      "nguoikhuyettat.moh.gov.vn",
      "ocsp.ca.gov.vn",
      "phananhkiennghi.dichvucong.gov.vn",
      "quangtri.gov.vn",
      "quantri.dichvucong.gov.vn",
      "quantricong.dichvucong.gov.vn",
      "quantrithanhtoan.ndc.gov.vn",
      "skhcn.quangtri.gov.vn",
      "sso.dancuquocgia.gov.vn",
      "sxd.quangtri.gov.vn",
      "truong.csdl.moet.gov.vn",
      "tsa.ca.gov.vn",
      "vpcp.gov.vn",
      "www.quangtri.gov.vn",
      "xacthuc.dichvucong.gov.vn",
    ]);
    expect(JSON.stringify(profile.controls)).not.toContain("openstreetmap");
  });

  it("know where an office of today works, and whom it calls", async () => {
    const { profile, hash } = await load("quang-tri-2025");
    const hosts = (id: string) => profile.systems.find((one) => one.id === id)?.endpoints.map((one) => one.host);
    expect(hosts("sso")).toEqual(["sso.dancuquocgia.gov.vn"]);
    expect(profile.systems.find((one) => one.id === "docs")).toMatchObject({
      status: "unverified",
      enabled: false,
      endpoints: [{ host: "vpdt.quangtri.gov.vn" }],
    });
    expect(profile.controls.resolvers.map((one) => one.address)).toEqual(
      expect.arrayContaining(["210.245.24.20", "210.245.24.22"]),
    );
    const called = (profile.contacts ?? []).flatMap((one) => one.for);
    expect(new Set(called)).toEqual(new Set(["carrier", "systemOwner", "power"]));
    const variables = { tslcd_router: "10.44.1.1", vc_host: "hop.quangtri.gov.vn" };
    const filled = await loadProfile("quang-tri-2025", "/nowhere", "en", { ...world, variables });
    expect(filled.hash).not.toBe(hash);
    const system = (id: string) => filled.profile.systems.find((one) => one.id === id);
    expect(system("tslcd")).toMatchObject({ enabled: true, endpoints: [{ protocol: "ping", network: "tslcd" }] });
    expect(system("vc")?.endpoints.map((one) => one.protocol)).toEqual(["https", "stun"]);
    expect(system("vc")).not.toHaveProperty("notTestable");
  });

  it("the published JSON Schema is that of this version", () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(profileJsonSchema())));
  });
});

describe("loading", () => {
  it("gives the same hash for JSON, YAML, another order of keys and a byte order mark", async () => {
    const { name, ...rest } = sample();
    await put("a.json", JSON.stringify(sample()));
    await put("b.yaml", stringify(sample()));
    await put("c.json", `\ufeff${JSON.stringify({ ...rest, name }, null, "\t")}`);
    await put("d.json", Buffer.from(`\ufeff${JSON.stringify(sample())}`, "utf16le"));
    const hashes = await Promise.all(
      ["a.json", "b.yaml", "c.json", "d.json"].map(async (file) => (await load(file)).hash),
    );
    expect(new Set(hashes).size).toBe(1);
    await put("e.json", JSON.stringify({ ...sample(), version: "1.3" }));
    expect((await load("e.json")).hash).not.toBe(hashes[0]);
  });

  it("hashes exactly what it hands out, so that a report can be held against it", async () => {
    await put("a.json", JSON.stringify(sample()));
    const { profile, hash } = await load("a.json");
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toSorted(([a], [b]) => (a < b ? -1 : 1))
                .map(([key, inner]) => [key, sorted(inner)]),
            )
          : value;
    expect(hash).toBe(
      createHash("sha256")
        .update(JSON.stringify(sorted(profile)))
        .digest("hex"),
    );
  });

  it("warns loudly of a profile that is out of date, and loads it all the same", async () => {
    await put("old.json", JSON.stringify({ ...sample(), validUntil: "2026-11-18" }));
    expect((await load("old.json")).warnings).toEqual([expect.stringContaining("OUT OF DATE since 18/11/2026")]);
    await put("today.json", JSON.stringify({ ...sample(), validUntil: "2026-11-21" }));
    expect((await load("today.json")).warnings).toEqual([]);
    expect((await load("quang-binh-2020")).warnings).toHaveLength(1);
  });

  it("refuses a file of 50 MB at once, without reading it", async () => {
    await put("big.json", "");
    await truncate(path.join(folder, "big.json"), 50 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await refused("big.json")).toMatch(/50 MB.*at most 1\.0 MB/u);
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * 1024 * 1024);
  });

  it("refuses folders, devices, pipes and files that are not there", async () => {
    await mkdir(path.join(folder, "dir.json"));
    expect(await refused("dir.json")).toContain("expected an ordinary file");
    expect(await refused("/dev/zero")).toContain("expected an ordinary file");
    expect(await refused("none.json")).toContain("No such file");
    expect(await refused("/")).toContain("expected an ordinary file");
  });

  it("refuses JSON that was cut short, with line and column", async () => {
    await put("cut.json", JSON.stringify(sample(), null, 2).slice(0, 400));
    expect(await refused("cut.json")).toMatch(/line \d+, column \d+/u);
  });

  it("refuses a bomb of YAML references, endless nesting, an empty file and bytes that are no text", async () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ..."bcdefghij"
        .split("")
        .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[at]}`).join(",")}]`),
    ].join("\n");
    await put("bomb.yaml", bomb);
    // Written out it would be nine to the tenth: whoever tries does not come back.
    expect(await refused("bomb.yaml")).toContain("nested references");
    await put("deep.json", `{"systems":${"[".repeat(400_000)}`);
    expect(await refused("deep.json")).toContain("nested too deeply");
    await put("deep.yaml", `a: ${"[".repeat(100_000)}`);
    expect(await refused("deep.yaml")).toContain("nested too deeply");
    await put("empty.json", " \n");
    expect(await refused("empty.json")).toContain("empty");
    await put("bytes.json", Buffer.from([0, 1, 2, 255, 254, 0, 10]));
    expect(await refused("bytes.json")).not.toBe("");
    await put("twice.yaml", "id: a\nid: b\n");
    expect(await refused("twice.yaml")).toContain("line 2");
  });

  it("names the profiles that there are when one is not", async () => {
    expect(await refused("quang-tri")).toContain("quang-tri-2025, quang-binh-2020");
    expect(await refused("--profile")).toContain('"--profile"');
  });
});
