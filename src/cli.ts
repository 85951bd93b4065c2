import { VERSION } from "./base/version.ts";

// `--version` must cost no more than bare Node: nothing else is loaded before it is answered.
if (process.argv.length === 3 && (process.argv[2] === "--version" || process.argv[2] === "-V")) {
  process.stdout.write(`${VERSION}\n`);
} else {
  // Not awaited here: the single executable is a script of the older kind, which knows no waiting at its top.
  void import("./cli/main.ts").then(({ main }) => main(process.argv.slice(2)));
}
