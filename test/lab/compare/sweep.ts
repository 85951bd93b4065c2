import type { Lab } from "../lab.ts";
import { OFFICE } from "../map.ts";
import { runProduct } from "../product.ts";
import { LAB_PROFILE } from "../profile.ts";
import { attempt } from "../shell.ts";

/** More devices for the office, on the two machines that it has. The last two drop ICMP. */
const MORE = {
  printer: ["192.168.77.41", "192.168.77.42"],
  pc: ["192.168.77.51", "192.168.77.52", "192.168.77.53"],
} as const;
const SHY = ["192.168.77.42", "192.168.77.53"];
const ROUNDS = 5;

/** The sweep of the own /24 with eight devices alive, beside `fping -r1 -t300 -i1 -g` as the same ordinary user. */
export async function sweepBench(lab: Lab, fromSource: boolean): Promise<string> {
  const roles = ["printer", "pc"] as const;
  for (const role of roles) {
    await lab.ip(
      role,
      MORE[role].map((address) => `addr add ${address}/24 dev eth0`),
      MORE[role].map((address) => `addr del ${address}/24 dev eth0`),
    );
    await lab.filter(role, "inet filter input", [`ip daddr { ${SHY.join(", ")} } meta l4proto icmp drop`]);
  }
  lab.laptop.args = ["--only", "sweep"];
  const ours: number[] = [];
  const whole: number[] = [];
  const fping: number[] = [];
  let found: string[] = [];
  let pinged = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await lab.flush();
    const run = await runProduct(lab, { fromSource, windows: false, profile: LAB_PROFILE, baseline: false });
    const sweep = run.document?.evidence.observations.find((one) => one.collector === "sweep");
    ours.push(sweep?.durationMs ?? Number.NaN);
    whole.push(run.ms);
    found =
      run.document?.evidence.observations.flatMap((one) =>
        one.collector === "lanDevice" && one.outcome === "ok" ? [one.target] : [],
      ) ?? [];
    await lab.flush();
    const started = performance.now();
    const theirs = await attempt(
      "ip",
      [
        "netns",
        "exec",
        lab.ns("laptop"),
        "setpriv",
        "--reuid=65534",
        "--regid=65534",
        "--clear-groups",
        "fping",
        "-aq",
        "-r1",
        "-t300",
        "-i1",
        "-g",
        OFFICE.prefix,
      ],
      20_000,
    );
    fping.push(performance.now() - started);
    pinged = theirs.stdout.split("\n").filter((line) => line !== "" && !line.includes(OFFICE.laptop)).length;
  }
  await lab.heal();
  const seconds = (values: readonly number[]): string =>
    ((values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN) / 1000).toFixed(2);
  return [
    `Sweep of ${OFFICE.prefix}, 8 devices alive, 2 of them drop ICMP (medians of ${ROUNDS}):`,
    `  qbrecover  ${seconds(ours)} s (whole process ${seconds(whole)} s), ${found.length} devices ` +
      `found: ${found.toSorted().join(" ")}`,
    `  fping      ${seconds(fping)} s, ${pinged} devices found`,
    `  ratio      ${(Number(seconds(ours)) / Number(seconds(fping))).toFixed(2)} (at most 1.5 wanted)`,
  ].join("\n");
}
