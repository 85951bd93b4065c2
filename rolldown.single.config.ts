import { defineConfig } from "rolldown";
import { lazyBuiltins, makersOnly } from "./rolldown.config.ts";

/** Everything in one script, for the single executable: what a command needs is still made ready only when it is asked for. */
export default defineConfig({
  input: { qbrecover: "src/cli.ts" },
  platform: "node",
  plugins: [makersOnly, lazyBuiltins],
  external: [/^node:/],
  output: {
    dir: "dist/single",
    format: "cjs",
    entryFileNames: "[name].cjs",
    codeSplitting: false,
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  },
});
