import { apart } from "./apart.ts";

/** One question for all rounds of a live view: it stays open until something changes. */
let open: ReturnType<typeof apart> | null = null;

const FOR_EVER_MS = 0x7fff_ffff;

/**
 * Resolves when an address of this laptop comes, goes or changes: a cable was moved (`NotifyAddrChange`, which waits in
 * a thread of its own). Never where the system cannot tell.
 */
export async function addressChange(): Promise<void> {
  open ??= apart(ask, null, FOR_EVER_MS, new AbortController().signal);
  const told = await open;
  // One that failed would fail again at once.
  if (!told.ok || told.value !== 0) await new Promise<never>(() => undefined);
  open = null;
}

/** In a thread of its own, without anything from outside. */
function ask(): unknown {
  const library = process.getBuiltinModule("node:ffi").dlopen("iphlpapi.dll", {
    NotifyAddrChange: { arguments: ["pointer", "pointer"], return: "uint32" },
  });
  return library.functions.NotifyAddrChange(0n, 0n);
}
