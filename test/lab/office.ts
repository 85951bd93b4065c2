import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { z } from "zod";
import { Lab } from "./lab.ts";
import { DC, HOST, INTERNET, OFFICE, type Role } from "./map.ts";
import { HOSTS_FILE } from "./network/topology.ts";
import { labId } from "./network/stale.ts";
import { ALL_SYSTEMS, LAB_PROFILE } from "./profile.ts";

/**
 * Several computers of one office in one visit: the laptop, and two desks, each in its namespace with its own resolvers
 * and hosts file. Both are added at once, to one data folder, as from one stick after the other.
 */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DESKS = { pc: "MOT-CUA-01", printer: "VAN-THU-02" } as const;
type Desk = keyof typeof DESKS;

interface Play {
  readonly id: string;
  inject(lab: Lab): Promise<void>;
  readonly hosts?: Partial<Record<Desk, string>>;
  readonly env?: Partial<Record<Desk, Readonly<Record<string, string>>>>;
  /** `whose system computer` of all that fails, in order; the laptop has no name. */
  readonly faults: readonly string[];
}

const PROXY = "http://192.168.77.9:3128";

const PLAYS: readonly Play[] = [
  { id: "office-healthy", inject: async () => undefined, faults: [] },
  {
    id: "office-two-machines",
    inject: async () => undefined,
    hosts: { pc: `${INTERNET.portal} ${HOST.onestop}` },
    env: { printer: { HTTPS_PROXY: PROXY, https_proxy: PROXY } },
    faults: ["machine onestop MOT-CUA-01", "machine * VAN-THU-02"],
  },
  {
    id: "office-way",
    inject: async (lab) => await lab.filter("isp", "inet filter prerouting", ['iifname "cust0" drop']),
    faults: ["", DESKS.pc, DESKS.printer].flatMap((name) => ALL_SYSTEMS.map((id) => `office ${id} ${name}`.trim())),
  },
  {
    id: "office-system",
    inject: async (lab) => await lab.filter("dc", "inet filter input", [`ip daddr ${DC.docs} drop`]),
    faults: ["", DESKS.pc, DESKS.printer].map((name) => `system docs ${name}`.trim()),
  },
];

const rows = z.array(
  z.looseObject({
    machine_name: z.string().nullable(),
    system_id: z.string(),
    reach: z.string(),
    fault_of: z.string().nullable(),
  }),
);

/** Plays all offices on one laboratory. What was wrong of each, by its name; empty where it came out right. */
export async function playOffices(say: (line: string) => void): Promise<ReadonlyMap<string, readonly string[]>> {
  const lab = await Lab.build(labId(process.pid, 0));
  const played = new Map<string, readonly string[]>();
  try {
    for (const play of PLAYS) {
      const complaints = await playOne(lab, play).catch((error: unknown) => [
        `the laboratory itself: ${String(error)}`,
      ]);
      played.set(play.id, complaints);
      say(`${complaints.length === 0 ? "ok  " : "FAIL"} ${play.id} ${complaints.join("\n       ")}`);
    }
  } finally {
    await lab.close();
  }
  return played;
}

async function playOne(lab: Lab, play: Play): Promise<string[]> {
  const data = `${lab.folder}/office`;
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true });
  await writeFile(`${lab.folder}/profile.json`, JSON.stringify(LAB_PROFILE));
  for (const desk of ["pc", "printer"] as const) await ownFiles(lab, desk, play.hosts?.[desk]);
  await play.inject(lab);
  try {
    const first = await run(lab, "laptop", {}, [
      "scan",
      "--batch",
      "--json",
      "--profile",
      `${lab.folder}/profile.json`,
    ]);
    const { visit } = z.looseObject({ visit: z.looseObject({ id: z.string() }) }).parse(JSON.parse(first));
    await Promise.all(
      (["pc", "printer"] as const).map(
        async (desk) =>
          await run(lab, desk, play.env?.[desk] ?? {}, [
            "scan",
            "--machine",
            DESKS[desk],
            "--visit",
            visit.id,
            "--batch",
            "--json",
          ]),
      ),
    );
    const told = await run(lab, "laptop", {}, ["report", visit.id, "--table", "machines", "--format", "json"]);
    return complaintsOf(rows.parse(JSON.parse(told)), play);
  } finally {
    await lab.heal();
  }
}

function complaintsOf(table: z.infer<typeof rows>, { faults }: Play): string[] {
  const names = new Set(table.map((row) => row.machine_name));
  if (names.size !== 3) return [`${String(names.size)} computers, not 3: one was lost`];
  const found = table
    .filter((row) => row.reach === "fails")
    .map((row) => `${row.fault_of ?? "nobody"} ${row.system_id} ${row.machine_name ?? ""}`.trim());
  // A star stands for whatever fails on that computer.
  const fits = (fault: string): boolean => faults.includes(fault) || faults.includes(fault.replace(/ \S+ /u, " * "));
  const seen = (fault: string): boolean => found.some((one) => one === fault || one.replace(/ \S+ /u, " * ") === fault);
  return [
    ...found.filter((fault) => !fits(fault)).map((fault) => `said: ${fault}`),
    ...faults.filter((fault) => !seen(fault)).map((fault) => `did not say: ${fault}`),
  ];
}

/** `ip netns exec` lays these over /etc. */
async function ownFiles(lab: Lab, desk: Desk, hosts: string | undefined): Promise<void> {
  const folder = `/etc/netns/${lab.ns(desk)}`;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/resolv.conf`, `nameserver ${OFFICE.router}\n`);
  await writeFile(`${folder}/hosts`, hosts === undefined ? HOSTS_FILE : `${HOSTS_FILE}${hosts}\n`);
}

async function run(
  lab: Lab,
  role: Role,
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<string> {
  const product = [process.execPath, `${ROOT}bin/qbrecover.mjs`, ...args, "--data-dir", `${lab.folder}/office`];
  const { stdout, stderr } = await execa("ip", ["netns", "exec", lab.ns(role), ...product], {
    reject: false,
    stdin: "ignore",
    timeout: 40_000,
    extendEnv: false,
    env: {
      PATH: "/usr/local/bin:/usr/bin:/bin",
      HOME: lab.folder,
      LANG: "C.UTF-8",
      TZ: "Asia/Ho_Chi_Minh",
      NODE_EXTRA_CA_CERTS: `${lab.folder}/root.pem`,
      ...env,
    },
  });
  if (stdout === "") throw new Error(`${role}: ${stderr.slice(-600)}`);
  return stdout;
}
