import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "rolldown";

/** Of the register of hardware makers only the names, without letterheads: a third of the size, and quick to load when a device was found. */
const makersOnly: Plugin = {
  name: "makers-only",
  load: {
    filter: { id: /[\\/]oui-data[\\/]index\.json$/u },
    handler(id) {
      const register = JSON.parse(readFileSync(id, "utf8")) as Record<string, string>;
      const names = Object.fromEntries(Object.entries(register).map(([prefix, entry]) => [prefix, entry.split("\n")[0]]));
      return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(names))});`, moduleType: "js" };
    },
  },
};

// One small entry, every command in a chunk of its own: `--version` must cost no more than bare Node.
export default defineConfig({
  input: { cli: "src/cli.ts" },
  platform: "node",
  plugins: [makersOnly],
  external: [/^node:/],
  output: {
    dir: "dist",
    format: "esm",
    entryFileNames: "[name].mjs",
    chunkFileNames: "chunks/[name]-[hash].mjs",
    cleanDir: true,
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
    banner: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
});
