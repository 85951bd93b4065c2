import { defineConfig, type Plugin } from "rolldown";
import { lazyBuiltins } from "./rolldown.config.ts";

/** The register of hardware makers lies beside the script, so that no start has to read through it. */
const makersBeside: Plugin = {
  name: "makers-beside",
  load: {
    filter: { id: /[\\/]oui-data[\\/]index\.json$/u },
    handler: () => ({
      code: 'export default JSON.parse(globalThis.process.getBuiltinModule("node:sea").getAsset("makers", "utf8"));',
      moduleType: "js",
    }),
  },
};

/**
 * Everything in one script, for the single executable: what a command needs is still made ready only when it is asked
 * for.
 */
export default defineConfig({
  input: { qbrecover: "src/cli.ts" },
  platform: "node",
  plugins: [makersBeside, lazyBuiltins],
  external: [/^node:/],
  output: {
    dir: "dist/single",
    format: "cjs",
    entryFileNames: "[name].cjs",
    codeSplitting: false,
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  },
});
