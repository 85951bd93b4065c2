import { createSocket } from "node:dgram";
import packet from "dns-packet";
import { oneLine } from "../../base/terminal-safe.ts";
import type { CollectContext } from "../context/context.ts";
import { pause } from "../net/settle.ts";

/** How a device spoke up. */
export type GroupVoice = "mdns" | "ssdp" | "wsd" | "netbios";

/** What a device said of itself in answer to a question to all. */
export interface Spoken {
  readonly voices: readonly GroupVoice[];
  /** Its name or model in its own words; null where it told none. */
  readonly name: string | null;
}

interface Question {
  readonly voice: GroupVoice;
  readonly address: string;
  readonly port: number;
  readonly text: () => Uint8Array;
  readonly nameIn: (answer: Buffer) => string | null;
}

const LONGEST = 80;
/** RFC 6762 and 6763: printers, shared folders, remote desktops, and whatever else offers a service. */
const SERVICES = [
  "_ipp._tcp.local",
  "_pdl-datastream._tcp.local",
  "_http._tcp.local",
  "_smb._tcp.local",
  "_services._dns-sd._udp.local",
];
const SEARCH = [
  "M-SEARCH * HTTP/1.1",
  "HOST: 239.255.255.250:1900",
  'MAN: "ssdp:discover"',
  "MX: 1",
  "ST: ssdp:all",
  "",
  "",
].join("\r\n");

/**
 * Asks everybody at once instead of each: one packet to the group of mDNS (RFC 6762), SSDP (UPnP), WS-Discovery and one
 * NetBIOS question to the network's broadcast address. Whoever answers brings its hardware address along, so nobody has to
 * be searched for, which switches that guard their ports take for an attack.
 * @param own the laptop's address in this network
 * @param broadcast its broadcast address
 */
export async function askGroups(
  context: CollectContext,
  own: string,
  broadcast: string,
  listenMs: number,
): Promise<ReadonlyMap<string, Spoken>> {
  const heard = new Map<string, { voices: Set<GroupVoice>; name: string | null }>();
  const sockets = questions(context, broadcast).map((question) => {
    const socket = createSocket({ type: "udp4", reuseAddr: true });
    let ended = false;
    socket.on("error", () => undefined);
    socket.on("message", (answer, from) => {
      if (from.address === own) return;
      const one = heard.get(from.address) ?? { voices: new Set<GroupVoice>(), name: null };
      one.voices.add(question.voice);
      one.name ??= question.nameIn(answer);
      heard.set(from.address, one);
    });
    socket.bind(0, own, () => {
      if (ended) return;
      try {
        socket.setBroadcast(true);
        socket.setMulticastInterface(own);
        socket.setMulticastTTL(1);
        socket.send(question.text(), question.port, question.address, () => undefined);
      } catch {
        // A network without groups (a point-to-point line): nobody to ask.
      }
    });
    return () => {
      ended = true;
      socket.close();
    };
  });
  await pause(context, listenMs);
  for (const close of sockets) close();
  return new Map([...heard].map(([address, { voices, name }]) => [address, { voices: [...voices], name }]));
}

function questions(context: CollectContext, broadcast: string): readonly Question[] {
  return [
    { voice: "mdns", address: "224.0.0.251", port: 5353, text: multicastDns, nameIn: instanceName },
    { voice: "ssdp", address: "239.255.255.250", port: 1900, text: () => Buffer.from(SEARCH), nameIn: serverHeader },
    { voice: "wsd", address: "239.255.255.250", port: 3702, text: () => probe(context), nameIn: scopeName },
    { voice: "netbios", address: broadcast, port: 137, text: nodeStatus, nameIn: nodeName },
  ];
}

function multicastDns(): Uint8Array {
  return packet.encode({
    type: "query",
    id: 0,
    // The highest bit of the class asks for an answer to us alone (RFC 6762 5.4); a port of our own does so as well.
    questions: SERVICES.map((name) => ({ type: "PTR" as const, name, class: "IN" as const })),
  });
}

/** `HP LaserJet 400._ipp._tcp.local` names the device; `_ipp._tcp.local` alone does not. */
function instanceName(answer: Buffer): string | null {
  try {
    for (const record of packet.decode(answer).answers ?? []) {
      if (record.type !== "PTR") continue;
      const [, name] = /^([^_].*?)\._[a-z0-9-]+\._(?:tcp|udp)\./iu.exec(record.data) ?? [];
      if (name !== undefined) return clean(name);
    }
  } catch {
    // No message of DNS.
  }
  return null;
}

/** `SERVER: Linux/4.9 UPnP/1.0 HP/2.0`: the product stands last. */
function serverHeader(answer: Buffer): string | null {
  const server = /^server:\s*(.*?)\s*$/imu.exec(answer.toString("utf8"))?.[1];
  return server === undefined ? null : clean(server);
}

function probe(context: CollectContext): Uint8Array {
  const hex = Buffer.from(context.randomBytes(16)).toString("hex");
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  return Buffer.from(
    '<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" ' +
      'xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" ' +
      'xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"><s:Header>' +
      "<a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</a:Action>" +
      `<a:MessageID>urn:uuid:${id}</a:MessageID>` +
      "<a:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To></s:Header>" +
      "<s:Body><d:Probe/></s:Body></s:Envelope>",
  );
}

/** ONVIF scopes carry the name: `onvif://www.onvif.org/name/IPC-2000`. */
function scopeName(answer: Buffer): string | null {
  const name = /\/name\/([^\s<"]+)/u.exec(answer.toString("utf8"))?.[1];
  return name === undefined ? null : clean(name.replace(/%20|\+/gu, " "));
}

/** RFC 1002 4.2.17: the status of whoever bears the name "*". */
function nodeStatus(): Uint8Array {
  const query = Buffer.alloc(50);
  query.writeUInt16BE(0x5142, 0);
  query.writeUInt16BE(1, 4);
  query[12] = 32;
  query.write(`CK${"A".repeat(30)}`, 13, "latin1");
  query.writeUInt16BE(0x21, 46);
  query.writeUInt16BE(1, 48);
  return query;
}

/** The first name of the table: 15 letters, blanks behind. */
function nodeName(answer: Buffer): string | null {
  const count = answer[56] ?? 0;
  if (count === 0 || answer.length < 57 + 18) return null;
  const name = answer.subarray(57, 72).toString("latin1").trimEnd();
  return name === "" ? null : clean(name);
}

function clean(text: string): string {
  return oneLine(text, LONGEST);
}
