import { isIP } from "node:net";
import { UserError } from "../base/exit.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { upload } from "../text/upload.ts";
import type { Lang } from "../base/languages.ts";

/** The address to send to, checked: https, or http to this very machine; no name and password in it. UserError 64. */
export function uploadTarget(text: string, lang: Lang): URL {
  const texts = upload[lang];
  const url = URL.parse(text);
  if (url === null || url.hostname === "") throw new UserError(texts.badUrl(oneLine(text, 100)));
  if (url.username !== "" || url.password !== "") throw new UserError(texts.noCredentials);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname)))
    throw new UserError(texts.notSecure(oneLine(text, 100)));
  url.hash = "";
  return url;
}

function isLoopback(host: string): boolean {
  const bare = host.replaceAll(/[[\]]/gu, "");
  return bare === "localhost" || bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}
