/** The word that the system or Node has for an error (`ENOENT`, `ERR_TLS_CERT_…`); empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
