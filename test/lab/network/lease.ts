import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { attempt, must } from "../shell.ts";

const CLIENT = fileURLToPath(new URL("dhcp-client.py", import.meta.url));

const leaseSchema = z
  .strictObject({
    address: z.string(),
    mask: z.string(),
    server: z.string(),
    routers: z.array(z.string()),
    dns: z.array(z.string()),
    seconds: z.number(),
  })
  .nullable();
export type Lease = z.infer<typeof leaseSchema>;

/** What a laptop without a lease gives itself (RFC 3927). */
export const LINK_LOCAL = "169.254.77.64";

/**
 * Asks for a lease on `eth0` and does with the answer what an operating system does: address, default route, resolvers,
 * lease file. Without an offer the laptop gives itself an address of 169.254/16.
 * @param seconds how long to ask
 */
export async function takeLease(namespace: string, folder: string, seconds: number): Promise<Lease> {
  await must("ip", ["-n", namespace, "addr", "flush", "dev", "eth0", "scope", "global"]);
  await must("ip", ["-n", namespace, "addr", "flush", "dev", "eth0", "to", "169.254.0.0/16"]);
  const ran = await attempt("ip", ["netns", "exec", namespace, "python3", CLIENT, "eth0", String(seconds)], 15_000);
  const lease = ran.code === 0 ? leaseSchema.parse(JSON.parse(ran.stdout)) : null;
  await mkdir(`${folder}/dhcp`, { recursive: true });
  if (lease === null) {
    await must("ip", ["-n", namespace, "addr", "add", `${LINK_LOCAL}/16`, "dev", "eth0", "scope", "link"]);
    await writeFile(`${folder}/dhcp/dhclient.eth0.leases`, "");
    await writeFile(`/etc/netns/${namespace}/resolv.conf`, "");
    return lease;
  }
  const life = String(lease.seconds);
  await must("ip", [
    "-n",
    namespace,
    "addr",
    "add",
    `${lease.address}/24`,
    "dev",
    "eth0",
    "brd",
    "+",
    "valid_lft",
    life,
    "preferred_lft",
    life,
  ]);
  for (const router of lease.routers)
    await must("ip", [
      "-n",
      namespace,
      "route",
      "replace",
      "default",
      "via",
      router,
      "dev",
      "eth0",
      "proto",
      "dhcp",
      "metric",
      "100",
    ]);
  await writeFile(`/etc/netns/${namespace}/resolv.conf`, lease.dns.map((server) => `nameserver ${server}\n`).join(""));
  await writeFile(`${folder}/dhcp/dhclient.eth0.leases`, leaseFile(lease));
  return lease;
}

function leaseFile(lease: NonNullable<Lease>): string {
  return [
    "lease {",
    '  interface "eth0";',
    `  fixed-address ${lease.address};`,
    `  option subnet-mask ${lease.mask};`,
    ...(lease.routers.length > 0 ? [`  option routers ${lease.routers.join(",")};`] : []),
    ...(lease.dns.length > 0 ? [`  option domain-name-servers ${lease.dns.join(",")};`] : []),
    `  option dhcp-lease-time ${lease.seconds};`,
    "  option dhcp-message-type 5;",
    `  option dhcp-server-identifier ${lease.server};`,
    "}",
    "",
  ].join("\n");
}
