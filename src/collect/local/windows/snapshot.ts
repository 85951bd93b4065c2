import { z } from "zod";

const number = z.number().nullish();
const text = z.string().nullish();
/** A list whose entries that do not fit are passed over; null where PowerShell told nothing. */
function list<T>(schema: z.ZodType<T>): z.ZodType<readonly T[] | null> {
  return z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform((entries) => {
      if (entries === null || entries === undefined) return null;
      return entries.flatMap((entry) => {
        const result = schema.safeParse(entry);
        return result.success ? [result.data] : [];
      });
    });
}
const words = z
  .union([z.array(z.string()), z.string().transform((value) => [value])])
  .nullish()
  .catch(null);

const snapshot = z.object({
  adapters: list(
    z.object({
      InterfaceIndex: z.number(),
      InterfaceGuid: text,
      Name: z.string(),
      InterfaceDescription: text,
      InterfaceType: number,
      NdisPhysicalMedium: number,
      HardwareInterface: z.boolean().nullish(),
      InterfaceAdminStatus: number,
      MediaConnectState: number,
      PermanentAddress: text,
      NetworkAddresses: words,
      ReceiveLinkSpeed: number,
      MtuSize: number,
      State: number,
      /** Filters and ports of the system itself, which no settings window shows. */
      Hidden: z.boolean().nullish(),
    }),
  ),
  addresses: list(
    z.object({
      InterfaceIndex: z.number(),
      IPAddress: z.string(),
      PrefixLength: z.number(),
      AddressState: number,
      PrefixOrigin: number,
      SuffixOrigin: number,
      Store: number,
    }),
  ),
  routes: list(
    z.object({
      InterfaceIndex: z.number(),
      DestinationPrefix: z.string(),
      NextHop: text,
      RouteMetric: number,
      Store: number,
    }),
  ),
  interfaces: list(
    z.object({
      InterfaceIndex: z.number(),
      InterfaceAlias: text,
      AddressFamily: number,
      Dhcp: number,
      InterfaceMetric: number,
      NlMtu: number,
      Store: number,
    }),
  ),
  dns: list(z.object({ InterfaceIndex: z.number(), AddressFamily: number, ServerAddresses: words })),
  neighbours: list(
    z.object({
      InterfaceIndex: z.number(),
      IPAddress: z.string(),
      LinkLayerAddress: text,
      State: number,
      Store: number,
    }),
  ),
  statistics: list(
    z.object({
      Name: z.string(),
      ReceivedUnicastPackets: number,
      ReceivedMulticastPackets: number,
      ReceivedBroadcastPackets: number,
      ReceivedPacketErrors: number,
      SentUnicastPackets: number,
      SentMulticastPackets: number,
      SentBroadcastPackets: number,
      OutboundPacketErrors: number,
    }),
  ),
  leases: list(
    z.object({
      PSChildName: z.string(),
      EnableDHCP: number,
      DhcpServer: text,
      DhcpIPAddress: text,
      DhcpDefaultGateway: words,
      DhcpNameServer: text,
      LeaseObtainedTime: number,
      LeaseTerminatesTime: number,
    }),
  ),
});
export type WindowsSnapshot = z.infer<typeof snapshot>;
export type WindowsAdapter = NonNullable<WindowsSnapshot["adapters"]>[number];

const EMPTY: WindowsSnapshot = {
  adapters: null,
  addresses: null,
  routes: null,
  interfaces: null,
  dns: null,
  neighbours: null,
  statistics: null,
  leases: null,
};

/**
 * What the script of script.ts wrote. Each part is null where it is missing; PowerShell blocked, absent or too old
 * gives all of them null.
 */
export function parseSnapshot(output: string): WindowsSnapshot {
  const start = output.indexOf("{");
  if (start < 0) return EMPTY;
  try {
    const result = snapshot.safeParse(JSON.parse(output.slice(start)));
    return result.success ? result.data : EMPTY;
  } catch {
    return EMPTY;
  }
}
