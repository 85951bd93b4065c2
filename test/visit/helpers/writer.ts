// A process of its own that writes into a store: node writer.ts FOLDER VISIT PREFIX COUNT. Prints each thing once it is
// committed.
import { writeSync } from "node:fs";
import { openStore } from "../../../src/visit/store.ts";
import { newDevice } from "../../../src/visit/new-device.ts";

const [folder = "", visit = "", prefix = "", count = "0"] = process.argv.slice(2);
const world = { now: () => 0, randomBytes: (size: number) => new Uint8Array(size) };
const store = openStore(folder, "en");
for (let n = 0; n < Number(count); n += 1) {
  store.saveAnswer(visit, "survey", `${prefix}${n}`, n, "2026-11-21T09:00:00+07:00");
  const device = newDevice(world, "pc", { id: `${prefix}${n}`, answers: { water: "board" } });
  store.saveDevice(visit, device, "2026-11-21T09:00:00+07:00");
  writeSync(1, `${prefix}${n}\n`);
}
store.close();
