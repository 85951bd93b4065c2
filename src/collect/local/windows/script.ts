/**
 * The one PowerShell script (5.1, part of Windows since 8.1). It asks the CIM classes behind Get-NetAdapter,
 * Get-NetIPAddress and their like: the same facts, but raw numbers instead of words, so nothing depends on the language
 * of the system, and no module has to be loaded. Each part fails alone. No double quotes inside: the text travels as
 * one argument.
 */
const CIM: Readonly<Record<string, readonly [className: string, properties: string]>> = {
  adapters: [
    "MSFT_NetAdapter",
    "InterfaceIndex,InterfaceGuid,Name,InterfaceDescription,InterfaceType,NdisPhysicalMedium,HardwareInterface,Hidden," +
      "InterfaceAdminStatus,MediaConnectState,State,PermanentAddress,NetworkAddresses,ReceiveLinkSpeed,MtuSize",
  ],
  addresses: [
    "MSFT_NetIPAddress",
    "InterfaceIndex,IPAddress,PrefixLength,AddressFamily,AddressState,PrefixOrigin,SuffixOrigin,Store",
  ],
  routes: ["MSFT_NetRoute", "InterfaceIndex,DestinationPrefix,NextHop,RouteMetric,Store"],
  dns: ["MSFT_DNSClientServerAddress", "InterfaceIndex,AddressFamily,ServerAddresses"],
};
const INTERFACES = cim(
  "interfaces",
  "MSFT_NetIPInterface",
  "InterfaceIndex,InterfaceAlias,AddressFamily,Dhcp,InterfaceMetric,NlMtu,Store",
);
const NEIGHBOURS = cim("neighbours", "MSFT_NetNeighbor", "InterfaceIndex,IPAddress,LinkLayerAddress,State,Store");
const STATISTICS = cim(
  "statistics",
  "MSFT_NetAdapterStatisticsSettingData",
  "Name,ReceivedUnicastPackets,ReceivedMulticastPackets,ReceivedBroadcastPackets,ReceivedPacketErrors," +
    "SentUnicastPackets,SentMulticastPackets,SentBroadcastPackets,OutboundPacketErrors",
);
const REGISTRY = "HKLM:\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces\\*";
const LEASES = part(
  "leases",
  `Get-ItemProperty '${REGISTRY}' | Select-Object ` +
    "PSChildName,EnableDHCP,DhcpServer,DhcpIPAddress,DhcpDefaultGateway,DhcpNameServer," +
    "LeaseObtainedTime,LeaseTerminatesTime",
);

/** Arguments of the call before the probes. */
export const BEFORE_ARGS = powershell([
  ...Object.entries(CIM).map(([name, [className, properties]]) => cim(name, className, properties)),
  INTERFACES,
  STATISTICS,
  LEASES,
]);
/** Arguments of the call after them. */
export const AFTER_ARGS = powershell([NEIGHBOURS, STATISTICS, INTERFACES]);

function cim(name: string, className: string, properties: string): string {
  return part(
    name,
    `Get-CimInstance -Namespace root/StandardCimv2 -ClassName ${className} | Select-Object ${properties}`,
  );
}

function part(name: string, query: string): string {
  return `try { $o.${name} = @(${query}) } catch {}`;
}

function powershell(parts: readonly string[]): readonly string[] {
  const script = [
    // Without a console there is no encoding to set; the output is then read by its bytes.
    "try { [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false } catch {}",
    "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'; $o = @{}",
    ...parts,
    "ConvertTo-Json -InputObject $o -Compress -Depth 4",
  ].join("; ");
  return ["-NoLogo", "-NoProfile", "-NonInteractive", "-Command", script];
}
