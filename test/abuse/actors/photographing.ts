// A person who takes photos: node photographing.ts FOLDER VISIT PICTURES. Stores each picture of a folder and tells it
// when the screen would.
import { readdirSync, writeSync } from "node:fs";
import path from "node:path";
import { storePhoto } from "../../../src/checklist/session/photos.ts";
import { openStore } from "../../../src/visit/store.ts";
import { testContext } from "../../report/helpers.ts";
import { DONE } from "../worlds.ts";

const [folder = "", id = "", pictures = ""] = process.argv.slice(2);
const store = openStore(folder, "en");
const { context } = testContext(folder);
for (const name of readdirSync(pictures).toSorted()) {
  writeSync(1, `? ${name}\n`);
  const result = await storePhoto(path.join(pictures, name), store.photoFolder(id), context, "en");
  if (!result.ok) throw new Error(result.problem);
  const [device] = store.get(id).devices;
  if (device === undefined) throw new Error("no device");
  const others = device.photos.filter(({ sha256 }) => sha256 !== result.photo.sha256);
  store.saveDevice(id, { ...device, photos: [...others, result.photo] }, DONE);
  writeSync(1, `✔ ${result.photo.file}\n`);
}
store.close();
