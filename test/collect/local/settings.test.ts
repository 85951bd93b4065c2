import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { systemFiles } from "../../../src/collect/local/files.ts";
import { hostsFacts, parseHostsFile } from "../../../src/collect/local/hosts.ts";
import { proxiesOfEnvironment } from "../../../src/collect/local/proxy/environment.ts";
import { parseGnomeProxy } from "../../../src/collect/local/proxy/gnome.ts";
import { pacSetting, proxyValue } from "../../../src/collect/local/proxy/value.ts";
import { fixture, realContext } from "./support.ts";

describe("proxy settings", () => {
  it.each([
    ["http://10.0.0.1:3128/", "10.0.0.1:3128", true],
    ["10.0.0.1:3128", "10.0.0.1:3128", true],
    ["http://proxy.test", "proxy.test:80", true],
    ["http://[2001:db8::1]:8080", "[2001:db8::1]:8080", true],
    ["http://an:bí@mật@10.0.0.1:8080", "10.0.0.1:8080", true],
    ["garbage", "garbage", false],
    ["http://", "", false],
    ["10.0.0.1:99999", "10.0.0.1:99999", false],
    ["ftp://10.0.0.1:21", "10.0.0.1:21", false],
    ["an:mat@kho ng", "kho ng", false],
  ])("%s", (text, value, valid) => {
    expect(proxyValue(text)).toMatchObject({ value, valid });
  });

  it("environment, both spellings, no secret kept", () => {
    const told = proxiesOfEnvironment({
      http_proxy: "http://u:secret@10.0.0.1:3128",
      HTTP_PROXY: "http://10.0.0.2:3128",
      HTTPS_PROXY: "garbage",
      ALL_PROXY: "socks5://127.0.0.1:1080",
      NO_PROXY: "localhost, .test",
    });
    expect(told).toEqual({
      settings: [
        { source: "environment", scheme: "http", value: "10.0.0.1:3128", valid: true },
        { source: "environment", scheme: "http", value: "10.0.0.2:3128", valid: true },
        { source: "environment", scheme: "https", value: "garbage", valid: false },
        { source: "environment", scheme: "socks", value: "127.0.0.1:1080", valid: true },
      ],
      bypass: ["localhost", ".test"],
    });
    expect(JSON.stringify(told)).not.toContain("secret");
    expect(proxiesOfEnvironment({ http_proxy: "  ", HTTPS_PROXY: "" }).settings).toEqual([]);
  });

  it("GNOME: manual, automatic, off", () => {
    const lines = (mode: string): string =>
      [
        `org.gnome.system.proxy mode '${mode}'`,
        "org.gnome.system.proxy autoconfig-url 'http://u:p@wpad.test/proxy.pac'",
        "org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8']",
        "org.gnome.system.proxy.http host '10.0.0.1'",
        "org.gnome.system.proxy.http port 8080",
        "org.gnome.system.proxy.https host ''",
        "org.gnome.system.proxy.https port 0",
      ].join("\n");
    expect(parseGnomeProxy(lines("manual"))).toEqual({
      settings: [{ source: "gnome", scheme: "http", value: "10.0.0.1:8080", valid: true }],
      bypass: ["localhost", "127.0.0.0/8"],
    });
    expect(parseGnomeProxy(lines("auto")).settings).toEqual([
      { source: "gnome", scheme: "pac", value: "http://wpad.test/proxy.pac", valid: true },
    ]);
    expect(parseGnomeProxy(lines("none"))).toEqual({ settings: [], bypass: [] });
  });

  it("a PAC address must be one", () => {
    expect(pacSetting("windowsRegistry", "wpad").valid).toBe(false);
  });
});

describe("hosts file", () => {
  it("tells names that look public, with their line, and not the system's own", () => {
    const text =
      "127.0.0.1\tlocalhost\r\n::1 localhost ip6-localhost\r\n127.0.1.1 laptop laptop.office.vn\r\n\r\n# 1.2.3.4 " +
      "dead.gov.vn\r\n10.9.9.9 dichvucong.gov.vn WWW.Example.COM. # why\r\n192.168.1.5 host.docker.internal " +
      "printer.local printer\r\nnot-an-address evil.gov.vn\r\n";
    expect(parseHostsFile(text, "/etc/hosts", "laptop")).toEqual({
      path: "/etc/hosts",
      overrides: [
        { name: "dichvucong.gov.vn", address: "10.9.9.9", line: 6 },
        { name: "www.example.com", address: "10.9.9.9", line: 6 },
      ],
    });
  });

  it("keeps the one that matters among thousands of blocked advertisers", () => {
    const text =
      `${Array.from({ length: 2000 }, (_, at) => `0.0.0.0 ads${at}.example.com`).join("\n")}\n10.0.0.1 ` +
      `dichvucong.gov.vn\n`;
    const { overrides } = parseHostsFile(text, "hosts", "x");
    expect(overrides).toHaveLength(500);
    expect(overrides[0]).toEqual({ name: "dichvucong.gov.vn", address: "10.0.0.1", line: 2001 });
  });

  it("of a fresh Fedora names nobody", () => {
    expect(parseHostsFile(fixture("linux/hosts-rhel.txt"), "/etc/hosts", "x").overrides).toEqual([]);
  });

  it("of four megabytes is read to its end, and says how much it leaves out", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "hosts-"));
    const lines = Array.from({ length: 130_000 }, (_, at) => `0.0.0.0 ads${at}.example.com`);
    const text = `127.0.0.1 localhost\n${lines.join("\n")}\n0.0.0.0 hop.example.org\n203.0.113.99 motcua.quangtri.gov.vn\n`;
    await writeFile(path.join(folder, "hosts"), text);
    const read = systemFiles(folder, realContext()).read("hosts");
    const facts = hostsFacts(read, "hosts", "x", new Set(["hop.example.org"]));
    expect(facts).toMatchObject({ known: true, value: { leftOut: 130_002 - 500 } });
    // A name of the profile stays even where it leads nowhere.
    expect(facts.known && facts.value.overrides.slice(0, 2)).toEqual([
      { name: "hop.example.org", address: "0.0.0.0", line: 130_002 },
      { name: "motcua.quangtri.gov.vn", address: "203.0.113.99", line: 130_003 },
    ]);
    expect(facts.known && "wholeRead" in facts.value).toBe(false);
    await rm(folder, { recursive: true });
  });
});
