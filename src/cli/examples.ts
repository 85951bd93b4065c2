import type { ExampleKey } from "../text/examples.ts";

/** Calls that show what a command is for, each with what it does; the first lines of its help. */
export const EXAMPLES: Readonly<Record<string, readonly (readonly [call: string, does: ExampleKey])[]>> = {
  qbrecover: [
    ["qbrecover practice", "practice"],
    ["qbrecover scan", "scan"],
    ["qbrecover report --format html -o bien-ban.html", "record"],
  ],
  scan: [
    ["qbrecover scan", "scan"],
    ["qbrecover scan --batch --json", "scanJson"],
    ["qbrecover scan --set onestop=https://motcua.example.gov.vn", "scanSet"],
  ],
  checklist: [
    ["qbrecover checklist", "checklist"],
    ["qbrecover checklist --template phieu.csv", "template"],
    ["qbrecover checklist --answers phieu.csv", "answers"],
  ],
  report: [
    ["qbrecover report --format html -o bien-ban.html", "record"],
    ["qbrecover report --all --format csv --table devices --excel -o thiet-bi.csv", "excel"],
    ["qbrecover report --priority", "priority"],
  ],
  compare: [["qbrecover compare", "compare"]],
  watch: [
    ["qbrecover watch", "watch"],
    ["qbrecover watch --for 10", "watchFor"],
  ],
  judge: [["qbrecover judge evidence.json --explain", "judge"]],
  doctor: [["qbrecover doctor", "doctor"]],
  profile: [
    ["qbrecover profile list", "profileList"],
    ["qbrecover profile test", "profileTest"],
  ],
  visits: [
    ["qbrecover visits list", "visitsList"],
    ["qbrecover visits import luot.ndjson.gz", "visitsImport"],
  ],
  upload: [
    ["qbrecover upload --to https://thu.example.gov.vn/api", "upload"],
    ["qbrecover upload --bundle luot.ndjson.gz", "bundle"],
  ],
  units: [["qbrecover units find 'Võ Ninh'", "unitsFind"]],
  schema: [["qbrecover schema scan", "schema"]],
  practice: [
    ["qbrecover practice --list", "practiceList"],
    ["qbrecover practice --fault isp-suspended", "practiceFault"],
  ],
};
