import { isIP, isIPv4 } from "node:net";
import { macOf, prefixOfMask, scopeOf, withoutZone } from "../address.ts";
import type { AddressFact, InterfaceFact, LeaseFact } from "../facts.ts";
import { isRealServer } from "./facts/resolvers.ts";
import { kindByDescription } from "./kind.ts";
import { familyOf } from "../../../base/family.ts";

/** One adapter as `ipconfig /all` shows it. */
export interface IpconfigAdapter {
  readonly fact: InterfaceFact;
  readonly lease: LeaseFact;
  readonly dns: readonly string[];
}

/** One `label . . . : value` with the lines below that belong to it. */
interface Field {
  readonly label: string;
  readonly values: readonly string[];
}

/**
 * Reads `ipconfig /all` in any language by its structure: an unindented line that ends with a colon begins an adapter;
 * below it come [media state], suffix, description, hardware address, DHCP, autoconfiguration, addresses each followed
 * by a mask, [obtained, expires], gateway, [DHCP server], [IAID, DUID], [DNS servers], [WINS servers]. "DNS" and "WINS"
 * are called so in every language. Adapters with neither a hardware address nor an IPv4 address are left out (tunnels,
 * loopback).
 */
export function parseIpconfig(text: string): IpconfigAdapter[] {
  return sections(text).flatMap(({ title, fields }) => adapterOf(title, fields));
}

/** Ends with the colon, and no dots pad it up to there. */
const HEADLINE = /^(\s*)(\S(?:(?!\s\.|\.\.|\.\s*:).)*?)\s?:\s*$/u;

function sections(text: string): { title: string; fields: Field[] }[] {
  const found: { title: string; fields: { label: string; values: string[] }[] }[] = [];
  const lines = text.split(/\r?\n/u);
  // As a rule headings begin the line; some paste the whole indented.
  const indents = lines.flatMap((line) => HEADLINE.exec(line)?.[1]?.length ?? []);
  const least = Math.min(...indents);
  for (const line of lines) {
    const [, indent, heading] = HEADLINE.exec(line) ?? [];
    if (heading !== undefined && indent?.length === least) {
      found.push({ title: heading, fields: [] });
      continue;
    }
    const fields = found.at(-1)?.fields;
    if (fields === undefined || line.trim() === "") continue;
    // A label is padded with dots up to the colon; a line without them carries on the value above.
    const [, label = "", value] = /^\s+(\S.*?)(?:[ .]*\.[ .]*|\s):(?:\s+(.*))?$/u.exec(line) ?? [];
    if (value === undefined && !/:\s*$/u.test(line)) fields.at(-1)?.values.push(line.trim());
    else fields.push({ label, values: [(value ?? "").trim()] });
  }
  return found;
}

function adapterOf(title: string, fields: readonly Field[]): IpconfigAdapter[] {
  const values = fields.map((field) => field.values);
  const macAt = hardwareAt(values);
  if (macAt < 1) return [];
  const description = values[macAt - 1]?.[0] ?? "";
  const name = nameIn(title);
  // A media state is shown for a missing signal only, before suffix and description.
  const carrier = macAt < 3;
  const maskAt = maskOf(values, macAt);
  const v4 =
    maskAt < 0
      ? null
      : { address: address(values[maskAt - 1]?.[0]), prefix: prefixOfMask(values[maskAt]?.[0] ?? "") ?? 0 };
  const leased = maskAt >= 0 && isDate(values[maskAt + 1]?.[0]) && isDate(values[maskAt + 2]?.[0]);
  const gatewayAt = maskAt + (leased ? 3 : 1);
  const server = leased ? address(values[gatewayAt + 1]?.[0]) : "";
  const rest = maskAt < 0 ? [] : fields.slice(gatewayAt + (isIPv4(server) ? 2 : 1));
  const dns = rest
    .filter((field) => isIP(address(field.values[0])) !== 0 && !/WINS/iu.test(field.label))
    .slice(0, 1)
    .flatMap((field) => field.values.map(address).filter(isRealServer));
  const dhcp = leased ? true : yesNo(values[macAt + 1]?.[0]);
  const v6 = values
    .slice(macAt + 1, maskAt < 0 ? undefined : maskAt)
    .map((field) => address(field[0]))
    .filter((text) => isIP(text) === 6);
  const kind = kindByDescription(description);
  return [
    {
      fact: {
        name,
        label: `${name} (${description})`,
        kind,
        mac: macOf(values[macAt]?.[0]),
        // ipconfig does not show adapters that are switched off.
        adminUp: true,
        carrier,
        speedMbps: null,
        mtu: null,
        addresses: [
          ...(v4 === null
            ? []
            : [factOf(v4.address, v4.prefix, leased ? "dhcp" : dhcp === false ? "static" : "unknown")]),
          ...(carrier ? v6.map((text) => factOf(text, 64, "unknown")) : []),
        ],
        counters: null,
        wifi: kind === "wifi" ? { ssid: null, signalPercent: null } : null,
      },
      lease: {
        interface: name,
        dhcp,
        server: isIPv4(server) ? server : null,
        routers: leased ? (values[gatewayAt] ?? []).map(address).filter((text) => isIPv4(text)) : [],
        dns: leased ? dns.filter((text) => isIPv4(text)) : [],
        obtainedAt: null,
        expiresAt: null,
        source: dhcp === "unknown" ? "none" : "ipconfig",
      },
      dns: carrier ? dns : [],
    },
  ];
}

/**
 * The field of the hardware address: the one that has it, or, for a connection without (PPP, VPN, tethering), the empty
 * one behind the description of an adapter that has an IPv4 address.
 */
function hardwareAt(values: readonly (readonly string[])[]): number {
  const at = values.findIndex(
    ([value]) => macOf(value) !== null && /^[0-9a-f]{2}(?:-[0-9a-f]{2}){5}$/iu.test(value ?? ""),
  );
  if (at > 0) return at;
  const empty = values.findIndex(
    ([value], index) => index > 0 && value === "" && (values[index - 1]?.[0] ?? "") !== "",
  );
  return empty > 0 && maskOf(values, empty) > 0 ? empty : -1;
}

function maskOf(values: readonly (readonly string[])[], after: number): number {
  return values.findIndex(
    ([value], index) => index > after && isMask(value) && isIPv4(address(values[index - 1]?.[0])),
  );
}

/** Value without the remark in brackets: `10.0.0.5(Preferred)`, `fe80::1%4(Preferred)`. */
function address(value: string | undefined): string {
  return withoutZone((value ?? "").replace(/\s*\(.*$/u, ""));
}

function isMask(value: string | undefined): boolean {
  return isIPv4(value ?? "") && prefixOfMask(value ?? "") !== null && (value ?? "").startsWith("255.");
}

// In any language a date and time has a colon between digits and a year.
function isDate(value: string | undefined): boolean {
  return (
    value !== undefined && isIP(address(value)) === 0 && /\d:\d\d/u.test(value) && /\d{4}|\d\d[/.-]\d\d/u.test(value)
  );
}

function yesNo(value: string | undefined): LeaseFact["dhcp"] {
  if (/^(?:yes|có|ja|oui|sí|da|да)$/iu.test(value ?? "")) return true;
  return /^(?:no|không|nein|non|нет)$/iu.test(value ?? "") ? false : "unknown";
}

// "Ethernet adapter Ethernet 2" is the name behind a kind; in a language that is not known the whole heading serves as
// the name.
const HEADING =
  /^(?:(?:Ethernet|Wireless LAN|Unknown|PPP|Mobile Broadband) adapter|Bộ điều hợp (?:Ethernet|mạng LAN không dây|không xác định))\s+(.+)$/iu;

function nameIn(title: string): string {
  return HEADING.exec(title)?.[1] ?? title;
}

function factOf(text: string, prefix: number, origin: AddressFact["origin"]): AddressFact {
  const scope = scopeOf(text);
  return {
    address: text,
    prefix,
    family: familyOf(text),
    scope,
    origin: scope === "link" ? "linkLocal" : origin,
    duplicate: "unknown",
  };
}
