import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { CertificateFault, Identity } from "../../src/practice/servers/authority.ts";
import { type Role } from "./map.ts";
import { takeLease, type Lease } from "./network/lease.ts";
import { bendLine, type LineSettings } from "./network/line.ts";
import { HEALTHY_ROUTER, startDnsmasq, startNat, type Dnsmasq, type RouterSettings } from "./network/router.ts";
import { removeNamespace, stateFolder } from "./network/stale.ts";
import { buildTopology, HOSTS_FILE, linesOf, namespaceOf } from "./network/topology.ts";
import { attempt, must } from "./shell.ts";
import { openHouse, type House } from "./servers/house.ts";
import type { Behaviour, Service } from "./servers/service.ts";
import { createCertifier, townServices, type Certifier } from "./servers/town.ts";

const FLUSH_CONNTRACK = fileURLToPath(new URL("network/flush-conntrack.py", import.meta.url));

/** How the product is started, beyond the command line that every scenario shares. */
export interface LaptopState {
  env: Record<string, string>;
  args: string[];
  /** Offset of the laptop's clock, as libfaketime writes it ("+3y", "-26h"); null: the right time. */
  clock: string | null;
  /** A PATH without a ping program. */
  noPing: boolean;
}

/**
 * One miniature of office, carrier, Internet and data centre. Every method that spoils something remembers how to mend
 * it; `heal` mends all of it in reverse order and forgets what neighbours, routes, connections and caches have learned.
 */
export class Lab {
  readonly id: string;
  readonly folder: string;
  readonly certifier: Certifier;
  laptop: LaptopState = { env: {}, args: [], clock: null, noPing: false };
  readonly #houses: ReadonlyMap<Role, House>;
  #dnsmasq: Dnsmasq;
  readonly #undo: (() => Promise<void>)[] = [];
  #renew = false;

  private constructor(id: string, certifier: Certifier, houses: ReadonlyMap<Role, House>, dnsmasq: Dnsmasq) {
    this.id = id;
    this.folder = stateFolder(id);
    this.certifier = certifier;
    this.#houses = houses;
    this.#dnsmasq = dnsmasq;
  }

  /** Builds a healthy world with the laptop already on its network. */
  static async build(id: string): Promise<Lab> {
    const folder = stateFolder(id);
    await mkdir(folder, { recursive: true });
    // The ordinary user of the laptop has to get through to its data folder.
    await chmod(folder, 0o755);
    const [certifier] = await Promise.all([createCertifier(), buildTopology(id)]);
    await writeFile(`${folder}/root.pem`, certifier.own.root);
    await startNat(namespaceOf(id, "router"));
    const services = await townServices(certifier);
    const houses = new Map([...services.keys()].map((role) => [role, openHouse(namespaceOf(id, role))]));
    const dnsmasq = await startDnsmasq(namespaceOf(id, "router"), folder, HEALTHY_ROUTER);
    await Promise.all(
      [...houses].flatMap(([role, house]) => (services.get(role) ?? []).map((service) => house.start(service))),
    );
    const lab = new Lab(id, certifier, houses, dnsmasq);
    await lab.lease();
    return lab;
  }

  ns(role: Role): string {
    return namespaceOf(this.id, role);
  }

  /** Something to be done when the scenario is over. */
  later(undo: () => Promise<void>): void {
    this.#undo.push(undo);
  }

  /** Runs a program inside a namespace; it must succeed. */
  async inside(role: Role, program: string, ...args: string[]): Promise<string> {
    return await must("ip", ["netns", "exec", this.ns(role), program, ...args]);
  }

  /** `ip` commands in a namespace, one a line, with those that mend them. */
  async ip(role: Role, lines: readonly string[], undo: readonly string[] = []): Promise<void> {
    if (undo.length > 0)
      this.later(async () => void (await must("ip", ["-n", this.ns(role), "-batch", "-"], undo.join("\n"))));
    await must("ip", ["-n", this.ns(role), "-batch", "-"], lines.join("\n"));
  }

  /**
   * Rules of nftables in a namespace.
   * @param chain family and hook, e.g. "inet filter forward", "ip nat prerouting", "bridge filter forward"
   */
  async filter(role: Role, chain: string, rules: readonly string[]): Promise<void> {
    const [family = "inet", type = "filter", hook = "forward"] = chain.split(" ");
    const table = `fault_${type}_${hook}`;
    const priority = type === "nat" ? (hook === "prerouting" ? -110 : 90) : -10;
    this.later(
      async () =>
        void (await attempt("ip", ["netns", "exec", this.ns(role), "nft", "delete", "table", family, table], 5000)),
    );
    await must(
      "ip",
      ["netns", "exec", this.ns(role), "nft", "-f", "-"],
      [
        `table ${family} ${table} {`,
        `chain it { type ${type} hook ${hook} priority ${priority}`,
        ...rules,
        "}",
        "}",
        "",
      ].join("\n"),
    );
  }

  async sysctl(role: Role, key: string, value: string): Promise<void> {
    const before = (await this.inside(role, "sysctl", "-n", key)).trim();
    this.later(async () => void (await this.inside(role, "sysctl", "-qw", `${key}=${before}`)));
    await this.inside(role, "sysctl", "-qw", `${key}=${value}`);
  }

  /** Changes a server's behaviour; `mend` is what it was. */
  async serve(role: Role, name: string, part: Behaviour, mend: Behaviour): Promise<void> {
    this.later(async () => await this.house(role).change(name, mend));
    await this.house(role).change(name, part);
  }

  /** Gives a server another certificate for a while. */
  async certify(role: Role, name: string, host: string, identity: Identity): Promise<void> {
    const honest = await this.certifier.identity(host);
    await this.serve(role, name, { identity }, { identity: honest });
  }

  identity(host: string, fault: CertificateFault = "none"): Promise<Identity> {
    return this.certifier.identity(host, fault);
  }

  /** An additional server. */
  async start(role: Role, service: Service): Promise<void> {
    this.later(async () => await this.house(role).stop(service.name));
    await this.house(role).start(service);
  }

  /** Takes a server away; `again` brings it back. */
  async stop(role: Role, name: string): Promise<void> {
    const services = await townServices(this.certifier);
    const service = services.get(role)?.find((candidate) => candidate.name === name);
    if (service === undefined) throw new Error(`no server ${name} in ${role}`);
    this.later(async () => await this.house(role).start(service));
    await this.house(role).stop(name);
  }

  house(role: Role): House {
    const house = this.#houses.get(role);
    if (house === undefined) throw new Error(`no servers in ${role}`);
    return house;
  }

  /** Starts the router's DHCP and DNS again with other settings; null: it stays off. */
  async router(settings: Partial<RouterSettings> | null): Promise<void> {
    this.later(async () => await this.#restart({}));
    await this.#restart(settings);
  }

  async #restart(settings: Partial<RouterSettings> | null): Promise<void> {
    await this.#dnsmasq.stop();
    if (settings !== null)
      this.#dnsmasq = await startDnsmasq(this.ns("router"), this.folder, { ...HEALTHY_ROUTER, ...settings });
  }

  /** The laptop asks for a lease again, as after plugging in the cable. */
  async lease(seconds = 3): Promise<Lease> {
    return await takeLease(this.ns("laptop"), this.folder, seconds);
  }

  /** The laptop's own settings are about to be spoilt: it takes a new lease after everything else is mended. */
  renewLater(): void {
    this.#renew = true;
  }

  /** A lease from a spoilt router. */
  async leaseForNow(seconds = 3): Promise<Lease> {
    this.renewLater();
    return await this.lease(seconds);
  }

  /** Resolvers of the laptop. */
  async resolvers(servers: readonly string[]): Promise<void> {
    this.renewLater();
    await writeFile(
      `/etc/netns/${this.ns("laptop")}/resolv.conf`,
      servers.map((server) => `nameserver ${server}\n`).join(""),
    );
  }

  /** Lines added to the laptop's hosts file. */
  async hosts(lines: readonly string[]): Promise<void> {
    const file = `/etc/netns/${this.ns("laptop")}/hosts`;
    this.later(async () => await writeFile(file, HOSTS_FILE));
    await writeFile(file, HOSTS_FILE + lines.map((line) => `${line}\n`).join(""));
  }

  async line(settings: LineSettings): Promise<void> {
    this.later(await bendLine(this.ns("router"), this.ns("isp"), settings));
  }

  /** Mends everything, last change first, and forgets what outlives a cure. */
  async heal(): Promise<void> {
    for (let undo = this.#undo.pop(); undo !== undefined; undo = this.#undo.pop()) await undo();
    this.laptop = { env: {}, args: [], clock: null, noPing: false };
    if (this.#renew) await this.#backOnTheNetwork();
    this.#renew = false;
    await this.flush();
  }

  async #backOnTheNetwork(): Promise<void> {
    await this.ip("laptop", ["link set eth0 up", "route flush dev eth0 scope global"]);
    if ((await this.lease()) === null) throw new Error("no lease in a healthy office");
  }

  /** A program that runs in a namespace until the scenario is over. */
  async background(role: Role, program: string, ...args: string[]): Promise<void> {
    const child = spawn("ip", ["netns", "exec", this.ns(role), program, ...args], { stdio: "ignore" });
    await once(child, "spawn");
    this.later(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    });
  }

  /** Path of a helper program of the laboratory. */
  script(name: string): string {
    return fileURLToPath(new URL(`network/${name}`, import.meta.url));
  }

  /** The router's cable to the carrier is out: its routes there are gone. */
  async wanDown(): Promise<void> {
    await this.ip("router", ["link set wan0 down"], linesOf.router());
  }

  /** Neighbours, path MTU, tracked connections, DNS cache: all of them keep a fault alive after its cure. */
  async flush(): Promise<void> {
    const roles: readonly Role[] = ["laptop", "router", "isp", "internet", "dc", "printer", "pc"];
    await Promise.all(
      roles.map(async (role) => {
        await attempt("ip", ["-n", this.ns(role), "neigh", "flush", "all"], 5000);
        await attempt("ip", ["-n", this.ns(role), "route", "flush", "cache"], 5000);
        await attempt("ip", ["-n", this.ns(role), "tcp_metrics", "flush"], 5000);
      }),
    );
    await Promise.all((["router", "isp"] as const).map((role) => this.inside(role, "python3", FLUSH_CONNTRACK)));
    this.#dnsmasq.flush();
  }

  async close(): Promise<void> {
    for (let undo = this.#undo.pop(); undo !== undefined; undo = this.#undo.pop()) await undo().catch(() => undefined);
    await this.#dnsmasq.stop();
    await Promise.all([...this.#houses.values()].map((house) => house.close()));
    for (const role of ["laptop", "switch", "printer", "pc", "router", "isp", "internet", "dc"] as const)
      await removeNamespace(this.ns(role));
  }
}
