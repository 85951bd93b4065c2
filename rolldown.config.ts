import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "rolldown";

/**
 * Of the register of hardware makers only the names, without letterheads: a third of the size, and quick to load when a
 * device was found.
 */
const makersOnly: Plugin = {
  name: "makers-only",
  load: {
    filter: { id: /[\\/]oui-data[\\/]index\.json$/u },
    handler: (id) => ({
      code: `export default JSON.parse(${JSON.stringify(makers(id))});`,
      moduleType: "js",
    }),
  },
};

/** Names by prefix, as JSON. */
export function makers(file: string): string {
  const register = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return JSON.stringify(
    Object.fromEntries(Object.entries(register).map(([prefix, entry]) => [prefix, entry.split("\n")[0]])),
  );
}

/**
 * The fourteen thousand communes as a file beside the chunk instead of a literal within it: V8 takes five times as long
 * for so long a string as reading the bytes does, and bytes are what is searched.
 */
export const VN = /[\\/]units[\\/]data[\\/]vn\.json$/u;
const unitsAside: Plugin = {
  name: "units-aside",
  load: {
    filter: { id: VN },
    handler(id) {
      const { units, rest } = unitsOf(id);
      this.emitFile({ type: "asset", fileName: "chunks/vn.txt", source: units });
      const read = "readFileSync(`${import.meta.dirname}/vn.txt`)";
      const code = `import { readFileSync } from "node:fs";
export default { ...JSON.parse(${JSON.stringify(rest)}), units: ${read} };`;
      return { code, moduleType: "js" };
    },
  },
};

/** The communes, and what stands beside them as JSON. */
export function unitsOf(file: string): { readonly units: string; readonly rest: string } {
  const { units, ...rest } = JSON.parse(readFileSync(file, "utf8")) as { units: string };
  return { units, rest: JSON.stringify(rest) };
}

/**
 * Built-in modules without the import statement: importing one from ESM reads all its exports at once, the lazy ones
 * too (the whole list of root certificates of node:tls, the HTTP library behind WebSocket in node:http, every getter of
 * node:process): 40 ms at the start of a scan.
 */
export const lazyBuiltins: Plugin = {
  name: "lazy-builtins",
  renderChunk: (code) => ({
    code: `${/\brequire\b/u.test(code) ? REQUIRE : ""}${withLazyBuiltins(code)}`,
  }),
};
/** CommonJS within; made only where it is used, since it takes half a millisecond in each chunk. */
const REQUIRE = 'const require = globalThis.process.getBuiltinModule("node:module").createRequire(import.meta.url);\n';
const BUILTIN_IMPORT = /\bimport\s*([\w$*{}\s,]+?)\s*from\s*["'](node:[\w/]+)["'];?/gu;

/** The same code with its built-in modules taken where they are used. */
export function withLazyBuiltins(code: string): string {
  return code.replaceAll(BUILTIN_IMPORT, (_all, clause: string, module: string) => taken(clause, module));
}

/** `a, * as b` or `a, { b as c }` as constants. */
function taken(clause: string, module: string): string {
  const [named = ""] = /\{[^}]*\}/u.exec(clause) ?? [];
  const whole = clause
    .replace(named, "")
    .replace(/\*\s*as\s+/u, "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const names = [...whole, ...(named === "" ? [] : [named.replaceAll(/\s+as\s+/gu, ":")])];
  return `const ${names.map((name) => `${name}=globalThis.process.getBuiltinModule("${module}")`).join()};`;
}

// One small entry, every command in a chunk of its own: `--version` must cost no more than bare Node.
export default defineConfig({
  input: { cli: "src/cli.ts" },
  platform: "node",
  plugins: [makersOnly, unitsAside, lazyBuiltins],
  external: [/^node:/],
  output: {
    dir: "dist",
    format: "esm",
    entryFileNames: "[name].mjs",
    chunkFileNames: "chunks/[name]-[hash].mjs",
    cleanDir: true,
    // Finding a commune is one chunk: each costs most of a millisecond, and the whole may take ten.
    codeSplitting: { groups: [{ name: "find-unit", test: /src[\\/](?:units[\\/](?!add|data)|base[\\/]fold)/u }] },
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  },
});
