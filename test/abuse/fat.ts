import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { contentHash } from "../../src/base/canonical.ts";
import { run as visitsRun } from "../../src/commands/visits.ts";
import type { Part } from "./report.ts";
import { call, filled, scratch, stored, weekOf } from "./worlds.ts";

const IMAGE_MIB = 64;

/** A stick with a FAT file system: the store lies on it, goes out from it, and is found again after it was pulled out. */
export const fatPart: Part = {
  name: "fat",
  async run(report) {
    const place = scratch();
    const image = path.join(place, "stick.img");
    const stick = path.join(place, "stick");
    mkdirSync(stick);
    const mount = (): boolean => spawnSync("mount", ["-o", "loop", image, stick]).status === 0;
    execFileSync("dd", ["if=/dev/zero", `of=${image}`, "bs=1M", `count=${IMAGE_MIB}`], { stdio: "ignore" });
    if (spawnSync("mkfs.vfat", [image]).status !== 0 || !mount()) {
      report.note("!!! NOT TRIED HERE: a FAT image needs mkfs.vfat, root, and a kernel with loop and vfat");
      return;
    }
    try {
      const { folder, visits } = filled(weekOf(6), 5000);
      const file = path.join(stick, "tuần này.ndjson.gz");
      const out = await call(visitsRun, folder, ["export"], { all: true, output: file });
      report.check("a bundle is written to the stick", out.status === 0, out.err);
      const data = path.join(stick, "qbrecover-data");
      const into = await call(visitsRun, data, ["import", file], {});
      report.check("a store on the stick takes it", into.status === 0, into.err);
      // Pulled out: nothing is written back in an orderly way beyond what was synced.
      execFileSync("umount", ["-l", stick]);
      report.check("the stick is put in again", mount());
      const found = stored(data).map(contentHash).toSorted();
      report.check(
        "all visits are there, as they were",
        JSON.stringify(found) === JSON.stringify(visits.map(contentHash).toSorted()),
        `${found.length} of ${visits.length}`,
      );
    } finally {
      spawnSync("umount", [stick]);
    }
  },
};
