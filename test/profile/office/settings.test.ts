import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadProfile } from "../../../src/profile/load.ts";
import { forOffice } from "../../../src/profile/office/for-office.ts";
import { keep, readKept } from "../../../src/profile/office/kept.ts";
import { readSettings, settingsFrom } from "../../../src/profile/office/settings.ts";
import { combinedUse } from "../../../src/profile/office/use.ts";
import { profileHash } from "../../../src/profile/hash.ts";
import { scratch } from "../../visit/helpers/sample.ts";

const loaded = await loadProfile("quang-tri-2025", "/nowhere", "en", { now: () => 0, cwd: "/" });
const read = (...pairs: string[]) => readSettings(settingsFrom(pairs, "en"), loaded, "en");
const applied = (...pairs: string[]) => {
  const { systems } = forOffice(loaded.profile, read(...pairs).use);
  return (id: string) => systems.find((one) => one.id === id);
};

describe("settings over a profile", () => {
  it("give a system its address, make it count, and leave the profile and its hash as they are", () => {
    const before = structuredClone(loaded.profile);
    const onestop = applied("onestop=motcua.quangtri.gov.vn")("onestop");
    expect(onestop).toMatchObject({
      enabled: true,
      status: "active",
      endpoints: [{ host: "motcua.quangtri.gov.vn", port: 443 }],
    });
    expect(loaded.profile).toEqual(before);
    expect(profileHash(loaded.profile)).toBe(loaded.hash);
  });

  it("mark a system as not used", () => {
    expect(read("mail=none").use).toEqual({ notUsed: ["mail"], provided: [] });
    expect(applied("dvcqg=none")("dvcqg")).toMatchObject({ enabled: false });
  });

  it("fill in a variable wherever the profile uses it", () => {
    expect(read("xa_domain=diensanh.quangtri.gov.vn").use.provided).toMatchObject([
      { system: "portal_xa", endpoints: [{ host: "diensanh.quangtri.gov.vn" }] },
    ]);
    expect(applied("xa_domain=diensanh.quangtri.gov.vn")("portal_xa")).toMatchObject({ enabled: true });
  });

  it("make testable what could only be asked for, once its address is known", () => {
    expect(applied("vc=h323://hop.quangtri.gov.vn")("vc")).toMatchObject({
      endpoints: [{ protocol: "h323", port: 1720 }],
    });
    expect(applied("vc=h323://hop.quangtri.gov.vn")("vc")).not.toHaveProperty("notTestable");
  });

  it("take the place of the pages of a system only", () => {
    const hosts = applied("portal=https://moi.quangtri.gov.vn")("portal")?.endpoints.map((one) => one.host);
    expect(hosts).toEqual(["moi.quangtri.gov.vn"]);
  });

  it.each([
    ["onestop", "NAME=ADDRESS"],
    ["=x", "NAME=ADDRESS"],
    ["onestopp=https://a.vn", '"onestopp"'],
    ["ncovi=https://a.vn", '"ncovi"'],
    ["onestop=ftp://a.vn", '"ftp://a.vn"'],
    ["xa_domain=https://a.vn/", '"https://a.vn/"'],
  ])("%s is refused and says why", (pair, says) => {
    expect(() => read(pair)).toThrow(says);
  });

  it("the nearer word wins, and a cleared one is not taken from further away", () => {
    const [near, far] = [
      read("docs=https://a.vn", "mail=none").use,
      read("docs=https://b.vn", "mail=https://c.vn", "report=none").use,
    ];
    expect(combinedUse([near, far]).provided.map((one) => [one.system, one.endpoints[0]?.host])).toEqual([
      ["docs", "a.vn"],
    ]);
    expect(combinedUse([near, far]).notUsed).toEqual(["mail", "report"]);
    expect(combinedUse([near, far], ["report"]).notUsed).toEqual(["mail"]);
  });
});

describe("what is kept on the laptop", () => {
  it("for all sites and for one, changed and taken back", async () => {
    const home = scratch();
    expect(await readKept(home, "p", "en")).toEqual({ everywhere: {}, sites: {} });
    await keep(home, "p", null, { onestop: "https://a.vn", mail: "none" }, "en");
    await keep(home, "p", "19207-x", { docs: "https://b.vn" }, "en");
    await keep(home, "p", null, { mail: "" }, "en");
    expect(await readKept(home, "p", "en")).toEqual({
      everywhere: { onestop: "https://a.vn" },
      sites: { "19207-x": { docs: "https://b.vn" } },
    });
    expect(readdirSync(path.join(home, "profiles"))).toEqual(["settings-p.json"]);
  });

  it("a broken file is told by its path and stays as it is", async () => {
    const home = scratch();
    mkdirSync(path.join(home, "profiles"));
    const file = path.join(home, "profiles", "settings-p.json");
    for (const text of ["{", "[]", '{"schemaVersion":2,"everywhere":{},"sites":{}}']) {
      writeFileSync(file, text);
      await expect(keep(home, "p", null, { a: "b" }, "en")).rejects.toThrow("settings-p.json");
      expect(readFileSync(file, "utf8")).toBe(text);
    }
  });
});
