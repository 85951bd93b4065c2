import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { execa } from "execa";
import { expect, it } from "vitest";
import { z } from "zod";
import { isolated, loopbackProfile, scratch } from "./offices.ts";

const ENTRY = path.resolve(import.meta.dirname, "../../src/cli.ts");
/** Every program that a scan of Linux may ask, and what inventories ask elsewhere. */
const PROGRAMS = ["ip", "ping", "gsettings", "nmcli", "iw", "reg", "sh", "dmidecode", "cat", "ls", "dmesg"];
const recorded = z.object({ raw: z.array(z.object({ tool: z.string(), exitCode: z.number().nullable() })) });

it.each([[".:/usr/bin:/bin"], [":/usr/bin:/bin"], ["/usr/bin:."], [""]])(
  "programs lying in the current folder are not run, whatever PATH says (%j)",
  { timeout: 60_000 },
  async (searched) => {
    const folder = scratch();
    const marker = path.join(folder, "was-run");
    for (const name of PROGRAMS) {
      writeFileSync(path.join(folder, name), `#!/bin/sh\necho ${name} >>${marker}\n`);
      chmodSync(path.join(folder, name), 0o755);
    }
    const profile = path.join(folder, "profile.json");
    writeFileSync(profile, JSON.stringify(loopbackProfile()));
    const record = path.join(folder, "record.json");
    const command = isolated([process.execPath, ENTRY]);
    if (command === null) return;
    const [program = "", ...args] = command;
    const call = [
      "scan",
      "--batch",
      "--json",
      "--profile",
      profile,
      "--record",
      record,
      "--data-dir",
      path.join(folder, "data"),
    ];
    const { exitCode } = await execa(path.join("/usr/bin", program), [...args, ...call], {
      reject: false,
      cwd: folder,
      extendEnv: false,
      env: { PATH: searched, HOME: folder },
    });
    expect([0, 1, 2, 3]).toContain(exitCode);
    expect(existsSync(marker) ? readFileSync(marker, "utf8") : "").toBe("");
    // It did run programs: those of the system.
    const { raw } = recorded.parse(JSON.parse(readFileSync(record, "utf8")));
    expect(raw.find(({ tool }) => tool === "ip")?.exitCode).toBe(0);
  },
);
