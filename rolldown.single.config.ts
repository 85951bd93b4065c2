import { defineConfig, type Plugin } from "rolldown";
import { unitsOf, VN, withLazyBuiltins } from "./rolldown.config.ts";

const ASSET = 'globalThis.process.getBuiltinModule("node:sea")';

/** Large data lie beside the script as assets of the executable, so that no start has to read through them. */
const dataBeside: Plugin = {
  name: "data-beside",
  load: {
    filter: { id: [/[\\/]oui-data[\\/]index\.json$/u, VN] },
    handler: (id) => ({
      code: VN.test(id)
        ? `export default { ...JSON.parse(${JSON.stringify(unitsOf(id).rest)}), units: Buffer.from(${ASSET}.getRawAsset("units")) };`
        : `export default JSON.parse(${ASSET}.getAsset("makers", "utf8"));`,
      moduleType: "js",
    }),
  },
};

const OWN_REQUIRE = /createRequire\(import\.meta\.url\)/gu;
const NO_EXPORTS = /export\s*\{\s*\};?\s*$/u;

/** No import is left, so the whole can be read as a function of `require`. */
const asFunction: Plugin = {
  name: "as-function",
  renderChunk: (code) => ({
    code: `"use strict";\n${withLazyBuiltins(code).replaceAll(OWN_REQUIRE, "require").replace(NO_EXPORTS, "")}`,
  }),
};

/**
 * Everything in one script, for the single executable: what a command needs is still made ready only when it is asked
 * for.
 */
export default defineConfig({
  input: { qbrecover: "src/cli.ts" },
  platform: "node",
  plugins: [dataBeside, asFunction],
  external: [/^node:/],
  output: {
    dir: "release/single",
    format: "esm",
    entryFileNames: "[name].cjs",
    codeSplitting: false,
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  },
});
