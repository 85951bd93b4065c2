import type * as Ffi from "node:ffi";

/** The foreign function interface of the pinned runtime. */
export type { Ffi };

let loaded: typeof Ffi | null = null;

/**
 * Loads `node:ffi` with the first call and without its notice that it is experimental: the runtime is pinned, and people would take the
 * notice for a fault. Null in a runtime that has none.
 */
export function ffi(): typeof Ffi | null {
  if (loaded !== null) return loaded;
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    loaded = process.getBuiltinModule("node:ffi") ?? null;
  } catch {
    loaded = null;
  } finally {
    process.emitWarning = emitWarning;
  }
  return loaded;
}

/** Libraries that were opened. One that nobody refers to any more is closed, and its functions with it, also those that are under way. */
const opened = new Set<object>();
const functionsOf = new Map<Ffi.FunctionDefinitions, object>();

/**
 * Opens a library of the system, once and for good, and finds its functions; throws where one is missing, which makes the fact unknown.
 * @param definitions always the same object for the same functions
 */
export function openLibrary<const T extends Ffi.FunctionDefinitions>(
  file: string,
  definitions: T,
): Ffi.WrappedFunctionsFromDefinitions<T> {
  const known = functionsOf.get(definitions);
  // Found under the very object that says what they are.
  if (known !== undefined) return known as Ffi.WrappedFunctionsFromDefinitions<T>;
  const native = ffi();
  if (native === null) throw new NativeError("node:ffi", "not in this runtime");
  const library = native.dlopen(file, definitions);
  opened.add(library);
  functionsOf.set(definitions, library.functions);
  return library.functions;
}

/** A native call that did not work: which, and what it said. */
export class NativeError extends Error {
  override readonly name = "NativeError";
  constructor(call: string, said: string | number) {
    super(`${call}: ${String(said)}`);
  }
}
