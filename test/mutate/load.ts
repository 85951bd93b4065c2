import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { instrument, type Mutant } from "./sites.ts";
import { mutatedFiles, ROOT, testFiles } from "./scope.ts";

/** All mutants, and the instrumented text of each file, in the same order in every process. */
export function instrumentAll(): { readonly mutants: readonly Mutant[]; readonly code: ReadonlyMap<string, string> } {
  const mutants: Mutant[] = [];
  const code = new Map<string, string>();
  for (const file of mutatedFiles()) {
    const made = instrument(file, readFileSync(path.join(ROOT, file), "utf8"), mutants.length + 1);
    mutants.push(...made.mutants);
    code.set(pathToFileURL(path.join(ROOT, file)).href, made.code);
  }
  return { mutants, code };
}

/** From here on imports of the mutated files give their instrumented text, and `vitest` is the harness. */
export function hookImports(code: ReadonlyMap<string, string>): void {
  const harness = new URL("harness.ts", import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "vitest" ? { url: harness, shortCircuit: true } : next(specifier, context),
    load: (url, context, next) => {
      const source = code.get(url);
      return source === undefined ? next(url, context) : { format: "module-typescript", source, shortCircuit: true };
    },
  });
}

/** Loads every test file; its tests register themselves with the harness. */
export async function loadTests(): Promise<void> {
  for (const file of testFiles()) await import(pathToFileURL(path.join(ROOT, file)).href);
}
