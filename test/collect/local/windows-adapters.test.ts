import { describe, expect, it } from "vitest";
import { parseIpconfig } from "../../../src/collect/local/windows/ipconfig.ts";
import { parseRoutePrint } from "../../../src/collect/local/windows/routes.ts";
import { fixture } from "./support.ts";

describe("ipconfig /all", () => {
  it("a connection by PPP carries the traffic, with its own address, DNS and route", () => {
    const adapters = parseIpconfig(fixture("windows/ipconfig-pppoe.en.txt"));
    expect(adapters.map(({ fact, dns }) => [fact.name, fact.mac, fact.addresses[0]?.address, dns])).toEqual([
      ["Ethernet", "00:00:5e:00:53:01", "169.254.23.142", []],
      ["Broadband Connection", null, "14.160.1.2", ["203.0.113.53"]],
    ]);
    expect(adapters[1]?.fact).toMatchObject({ carrier: true, addresses: [{ prefix: 32, origin: "static" }] });
    const nameOf = (address: string): string | null =>
      adapters.find(({ fact }) => fact.addresses.some((one) => one.address === address))?.fact.name ?? null;
    expect(parseRoutePrint(fixture("windows/route-print-pppoe.en.txt"), nameOf)[0]).toEqual({
      family: 4,
      destination: "0.0.0.0/0",
      gateway: null,
      interface: "Broadband Connection",
      metric: 26,
    });
    const indented = parseIpconfig(fixture("windows/ipconfig-ppp-indented.en.txt"));
    expect(indented.map(({ fact }) => [fact.name, fact.addresses[0]?.address])).toEqual([["VNet1", "172.16.201.3"]]);
  });

  it("a WINS server is no DNS server, and one behind DNS servers is none either", () => {
    const text = fixture("windows/ipconfig-wins.en.txt");
    expect(parseIpconfig(text)[0]).toMatchObject({ dns: [], lease: { dns: [], server: "192.168.213.254" } });
    const both = text.replace(
      "   Primary WINS",
      "   Máy chủ DNS . . . . . . . . . . . : 192.168.213.9\r\n                                       1.1.1.1\r\n   Primary WINS",
    );
    expect(parseIpconfig(both)[0]?.dns).toEqual(["192.168.213.9", "1.1.1.1"]);
  });
});
