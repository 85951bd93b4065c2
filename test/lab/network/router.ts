import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { OFFICE, RESOLVER } from "../map.ts";
import { attempt, must } from "../shell.ts";

/** What the router's DHCP and DNS server is told. */
export interface RouterSettings {
  /** First and last address of the pool; null: DHCP off. */
  readonly pool: readonly [string, string] | null;
  /** Addresses promised to others, so that they cannot be had. */
  readonly taken: readonly string[];
  readonly offerRouter: boolean;
  readonly offerDns: readonly string[];
  readonly upstream: readonly string[];
  /** False names, "name=address", as a router with parental control or malware gives them. */
  readonly lies: readonly string[];
  readonly dns: boolean;
}

export const HEALTHY_ROUTER: RouterSettings = {
  pool: [OFFICE.laptop, "192.168.77.150"],
  taken: [],
  offerRouter: true,
  offerDns: [OFFICE.router],
  upstream: [RESOLVER.isp],
  lies: [],
  dns: true,
};

/** Address translation of a home router: the carrier sees one address. */
export async function startNat(namespace: string): Promise<void> {
  await must(
    "ip",
    ["netns", "exec", namespace, "nft", "-f", "-"],
    [
      "table ip base {",
      "chain out { type nat hook postrouting priority 100",
      `oifname "wan*" masquerade`,
      "}",
      "}",
      "",
    ].join("\n"),
  );
}

/** dnsmasq as the router's DHCP server and DNS forwarder. */
export interface Dnsmasq {
  /** Forgets what it has cached. */
  flush(): void;
  stop(): Promise<void>;
}

export async function startDnsmasq(namespace: string, folder: string, settings: RouterSettings): Promise<Dnsmasq> {
  const child: ChildProcess = spawn("ip", ["netns", "exec", namespace, "dnsmasq", ...argumentsFor(folder, settings)], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    if (said.length < 10_000) said += chunk.toString();
  });
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`dnsmasq: ${said}`);
    const bound = await attempt("ip", ["netns", "exec", namespace, "ss", "-Hlun"], 2000);
    if ((!settings.dns || /:53\s/u.test(bound.stdout)) && (settings.pool === null || /:67\s/u.test(bound.stdout)))
      break;
    await wait(10);
  }
  return {
    flush: () => void child.kill("SIGHUP"),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

function argumentsFor(folder: string, settings: RouterSettings): string[] {
  return [
    "--keep-in-foreground",
    "--log-facility=-",
    "--conf-file=/dev/null",
    "--user=root",
    "--pid-file=",
    "--interface=lan0",
    "--except-interface=lo",
    "--bind-dynamic",
    "--no-resolv",
    "--no-hosts",
    "--no-ping",
    "--dhcp-sequential-ip",
    "--dhcp-authoritative",
    `--dhcp-leasefile=${folder}/dnsmasq.leases`,
    ...(settings.dns ? [] : ["--port=0"]),
    ...settings.upstream.map((server) => `--server=${server}`),
    ...settings.lies.map((lie) => `--address=/${lie.replace("=", "/")}`),
    ...(settings.pool === null ? [] : [`--dhcp-range=${settings.pool[0]},${settings.pool[1]},1h`]),
    ...settings.taken.map((address, index) => `--dhcp-host=02:00:00:00:99:${String(index + 10)},${address}`),
    // An option without a value tells dnsmasq to leave it out.
    settings.offerRouter ? `--dhcp-option=3,${OFFICE.router}` : "--dhcp-option=3",
    settings.offerDns.length > 0 ? `--dhcp-option=6,${settings.offerDns.join(",")}` : "--dhcp-option=6",
  ];
}
