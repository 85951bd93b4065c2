import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { realLocalSource, localSource } from "../../../src/collect/local/index.ts";
import { darwinReader } from "../../../src/collect/local/darwin.ts";
import { linuxReader } from "../../../src/collect/local/linux.ts";
import { windowsReader } from "../../../src/collect/local/windows.ts";
import {
  observationSchema,
  type CollectorName,
  type Observation,
  type ObservationOf,
} from "../../../src/evidence/schema.ts";
import { fixture, realContext, replay } from "./support.ts";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** The files of a machine, written below a folder of its own. */
function machine(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(tmpdir(), "qbrecover-machine-"));
  folders.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return root;
}

function of<C extends CollectorName>(observations: readonly Observation[], collector: C): ObservationOf<C>[] {
  return observations.filter((entry): entry is ObservationOf<C> => entry.collector === collector);
}

const linux = {
  "/proc/net/dev": fixture("linux/proc-net-dev.txt"),
  "/proc/net/route": fixture("linux/proc-net-route.txt"),
  "/etc/resolv.conf": "nameserver 127.0.0.53\noptions edns0 trust-ad\nsearch office.test\n",
};

describe("Linux, recorded", () => {
  const noTools = realContext({ env: {}, platform: "linux", runTool: replay({}) });
  const withIp = realContext({
    env: {},
    platform: "linux",
    runTool: replay({ "ip -j addr": fixture("linux/ip-addr.json") }),
  });

  it("asks whom the system's own forwarder asks", async () => {
    const behind = machine({
      ...linux,
      "/run/systemd/resolve/resolv.conf": "nameserver 192.0.2.53\nnameserver 192.0.2.54\n",
    });
    const facts = await linuxReader(behind).before(noTools, 1000);
    expect(facts.resolvers).toMatchObject({
      known: true,
      value: {
        servers: [{ address: "192.0.2.53", source: "/run/systemd/resolve/resolv.conf" }, { address: "192.0.2.54" }],
        search: ["office.test"],
      },
    });
    const none = await linuxReader(machine({ ...linux, "/run/systemd/resolve/resolv.conf": "# no servers\n" })).before(
      noTools,
      1000,
    );
    expect(none.resolvers).toMatchObject({ known: true, value: { servers: [] } });
  });

  it("a dangling or missing resolv.conf means that there is no server; one that may not be read means nothing", async () => {
    const root = machine({ "/proc/net/dev": "" });
    mkdirSync(path.join(root, "etc"));
    symlinkSync("/nowhere/resolv.conf", path.join(root, "etc/resolv.conf"));
    expect((await linuxReader(root).before(noTools, 1000)).resolvers).toMatchObject({
      known: true,
      value: { servers: [] },
    });
    const folder = machine({ "/etc/resolv.conf/x": "" });
    expect((await linuxReader(folder).before(noTools, 1000)).resolvers).toMatchObject({ known: false });
  });

  it("takes the lease that the interface carries, not one of another day", async () => {
    const lease = fixture("linux/networkd-lease-2").replace("10.32.119.212", "192.0.2.10");
    const current = await linuxReader(machine({ ...linux, "/run/systemd/netif/leases/2": lease })).before(withIp, 1000);
    expect(current.leases).toMatchObject([
      {
        interface: "eth0",
        dhcp: true,
        server: "10.32.22.9",
        routers: ["10.32.112.1"],
        source: "/run/systemd/netif/leases/2",
      },
    ]);
    expect(current.interfaces).toMatchObject({ known: true, value: [{ name: "lo" }, { name: "eth0" }] });
    const stale = await linuxReader(
      machine({ ...linux, "/var/lib/dhcp/dhclient.eth0.leases": fixture("linux/dhclient.eth0.leases") }),
    ).before(withIp, 1000);
    expect(stale.leases).toMatchObject([{ dhcp: false, server: null, source: "ip addr" }]);
  });

  it("an interface that is set to DHCP and has no address is known to want one", async () => {
    const bare = fixture("linux/ip-addr.json").replace('"local":"192.0.2.10"', '"local":"169.254.1.2"');
    const context = realContext({ env: {}, platform: "linux", runTool: replay({ "ip -j addr": bare }) });
    const facts = await linuxReader(
      machine({ ...linux, "/etc/network/interfaces": "auto eth0\niface eth0 inet dhcp\n" }),
    ).before(context, 1000);
    expect(facts.leases).toMatchObject([{ interface: "eth0", dhcp: true, source: "/etc/network/interfaces" }]);
    const asked = await linuxReader(machine({ ...linux, "/var/lib/dhcp/dhclient.eth0.leases": "" })).before(
      context,
      1000,
    );
    expect(asked.leases).toMatchObject([
      { interface: "eth0", dhcp: true, server: null, source: "/var/lib/dhcp/dhclient.eth0.leases" },
    ]);
    const nobody = await linuxReader(machine(linux)).before(context, 1000);
    expect(nobody.leases).toMatchObject([{ interface: "eth0", dhcp: "unknown", source: "none" }]);
  });

  it("keeps what it read for --record, but no password of a Wi-Fi", async () => {
    const context = realContext({
      env: {},
      platform: "linux",
      runTool: replay({ "ip -j addr": fixture("linux/ip-addr.json") }),
    });
    await linuxReader(
      machine({
        ...linux,
        "/etc/network/interfaces": "iface wlan0 inet dhcp\n  wpa-ssid office\n  wpa-psk bimat123\n",
      }),
    ).before(context, 1000);
    const told = JSON.stringify(context.raw);
    expect(told).toContain("wpa-psk ***");
    expect(told).not.toContain("bimat123");
    expect(context.raw.find(({ args }) => args[0] === "/proc/net/route")?.stdout).toBe(linux["/proc/net/route"]);
  });

  it("without `ip`, `/proc` and `/sys` still tell links and routes; ARP tells neighbours", async () => {
    const sys = {
      "/sys/class/net/eth0/flags": "0x1003\n",
      "/sys/class/net/eth0/carrier": "1\n",
      "/sys/class/net/eth0/type": "1\n",
      "/sys/class/net/eth0/speed": "100\n",
      "/sys/class/net/eth0/address": "00:11:22:33:44:55\n",
    };
    const reader = linuxReader(
      machine({
        ...linux,
        ...sys,
        "/proc/net/arp": fixture("linux/proc-net-arp.txt"),
        "/proc/net/if_inet6": fixture("linux/proc-net-if_inet6.txt"),
      }),
    );
    const facts = await reader.before(noTools, 1000);
    if (!facts.interfaces.known) throw new Error("interfaces must be known");
    expect(facts.interfaces.value.find(({ name }) => name === "eth0")).toMatchObject({
      adminUp: true,
      carrier: true,
      speedMbps: 100,
      mac: "00:11:22:33:44:55",
      kind: "ethernet",
    });
    expect((await reader.after(noTools, 1000)).neighbours).toMatchObject({
      known: true,
      value: [
        { address: "192.0.2.77", state: "incomplete" },
        { address: "192.0.2.1", state: "unknown" },
      ],
    });
  });

  it("nothing readable: unknown everywhere, no exception, valid evidence", async () => {
    const source = localSource(() => Promise.resolve(linuxReader("/nonexistent")));
    const before = await source.before(noTools, 1000);
    expect(before.map((entry) => observationSchema.parse(entry).outcome)).toEqual([
      "unknown",
      "unknown",
      "ok",
      "ok",
      "ok",
    ]);
    const after = await source.after(noTools, before, 1000);
    expect(after).toMatchObject([{ id: "neighbours", outcome: "unknown" }]);
  });
});

describe("Windows", () => {
  it("without its libraries everything is unknown, and nothing is 'none'", async () => {
    const context = realContext({ env: { SystemRoot: "C:\\Windows" }, platform: "win32", runTool: replay({}) });
    const source = localSource(() => Promise.resolve(windowsReader()));
    const before = (await source.before(context, 1000)).map((entry) => observationSchema.parse(entry));
    expect(before.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      "interface:unknown unknown",
      "routes unknown",
      "resolvers unknown",
      "hosts-file ok",
      "proxy-config unknown",
    ]);
    expect(await source.after(context, before, 1000)).toMatchObject([{ id: "neighbours", outcome: "unknown" }]);
    expect(context.raw.find(({ args }) => args[0] === "GetAdaptersAddresses")?.stderr).toContain("iphlpapi.dll");
  });

  it("the proxy of the environment is known all the same", async () => {
    const context = realContext({ env: { HTTPS_PROXY: "http://u:p@10.0.0.9:3128" }, platform: "win32" });
    const before = await localSource(() => Promise.resolve(windowsReader())).before(context, 1000);
    expect(of(before, "proxyConfig")[0]?.evidence.settings).toEqual([
      { source: "environment", scheme: "https", value: "10.0.0.9:3128", valid: true },
    ]);
  });
});

describe("macOS, replayed", () => {
  it("puts the tools together", async () => {
    const runTool = replay({
      "ifconfig -a": fixture("darwin/ifconfig-ethernet.txt"),
      networksetup: "",
      "netstat -rn": fixture("darwin/netstat-rn.txt"),
      "netstat -ibn": "",
      "scutil --dns": fixture("darwin/scutil-dns.txt"),
      "scutil --proxy": fixture("darwin/scutil-proxy.txt"),
      ipconfig: fixture("darwin/getpacket.txt"),
      "arp -an": fixture("darwin/arp-an.txt"),
    });
    const source = localSource(() => Promise.resolve(darwinReader()));
    const context = realContext({ env: {}, platform: "darwin", runTool });
    const before = (await source.before(context, 1000)).map((entry) => observationSchema.parse(entry));
    expect(of(before, "interface")[0]?.evidence.addresses.find(({ family }) => family === 4)?.origin).toBe("dhcp");
    expect(of(before, "lease")[0]?.evidence).toMatchObject({ dhcp: true, server: "172.16.12.1" });
    expect(of(await source.after(context, before, 1000), "neighbours")[0]?.evidence.entries).toHaveLength(3);
  });
});

describe("this machine", () => {
  it("tells valid evidence quickly", async () => {
    const context = realContext();
    const source = realLocalSource(process.platform);
    const before = await source.before(context, 5000);
    const after = await source.after(context, before, 5000);
    for (const entry of [...before, ...after]) observationSchema.parse(entry);
    expect(before.some(({ collector }) => collector === "interface")).toBe(true);
    expect(new Set(before.map(({ id }) => id)).size).toBe(before.length);
    expect(await source.neighbours?.(context, 1000)).toMatchObject({ id: "neighbours", outcome: "ok" });
  });

  it("a system that nobody thought of is unknown, not broken", async () => {
    const before = await realLocalSource("aix").before(realContext({ env: {} }), 100);
    expect(before.map(({ outcome }) => outcome)).toEqual(["unknown", "unknown", "unknown", "unknown", "ok"]);
  });
});
