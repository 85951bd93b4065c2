// From the first file on: node starting.ts FOLDER VISIT-AS-JSON [PICTURES]. Makes the store, then answers the survey, or
// takes the pictures.
import { writeSync } from "node:fs";
import { openStore } from "../../../src/visit/store.ts";
import { visitSchema } from "../../../src/visit/schema.ts";

const [folder = "", text = "", pictures] = process.argv.slice(2);
const visit = visitSchema.parse(JSON.parse(text));
const store = openStore(folder, "en");
store.create(visit);
writeSync(1, "created\n");
store.close();
process.argv = [process.argv[0] ?? "", "", folder, visit.id, ...(pictures === undefined ? [] : [pictures])];
await import(pictures === undefined ? "./answering.ts" : "./photographing.ts");
