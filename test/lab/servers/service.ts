import type { Identity } from "../../../src/practice/servers/authority.ts";
import type { DnsBehaviour } from "../../../src/practice/servers/dns-answer.ts";
import type { HttpsBehaviour } from "../../../src/practice/servers/https.ts";
import type { ImapsBehaviour } from "../../../src/practice/servers/imaps.ts";
import type { ProxyBehaviour } from "../../../src/practice/servers/proxy.ts";
import type { SmtpBehaviour } from "../../../src/practice/servers/smtp.ts";
import type { StunBehaviour } from "../../../src/practice/servers/stun.ts";
import type { WebBehaviour } from "../../../src/practice/servers/web.ts";
import type { RawBehaviour } from "./raw.ts";
import type { FilterWay } from "./sni-filter.ts";

interface At {
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

/** A server that a namespace is to run, as data that travels to the process in there. */
export type Service = At &
  (
    | { readonly kind: "dns"; readonly behaviour: Partial<DnsBehaviour> }
    | { readonly kind: "http" | "tsa" | "ocsp"; readonly behaviour: Partial<WebBehaviour> }
    | { readonly kind: "https"; readonly identity: Identity; readonly behaviour: Partial<HttpsBehaviour> }
    | { readonly kind: "smtp"; readonly identity: Identity; readonly behaviour: Partial<SmtpBehaviour> }
    | { readonly kind: "imaps"; readonly identity: Identity; readonly behaviour: Partial<ImapsBehaviour> }
    | { readonly kind: "stun"; readonly behaviour: Partial<StunBehaviour> }
    | { readonly kind: "proxy"; readonly behaviour: Partial<ProxyBehaviour> }
    /** Answers questions to all with its name. */
    | { readonly kind: "mdns"; readonly device: string; readonly service: string }
    /** Accepts and never says a word. */
    | { readonly kind: "silent" }
    /** Says exactly these bytes. */
    | ({ readonly kind: "raw" } & RawBehaviour)
    /** Resets (or else, see `how`) a connection whose first bytes name `forbidden`, relays every other one to `target`. */
    | {
        readonly kind: "sniFilter";
        readonly how?: FilterWay;
        readonly forbidden: string;
        readonly target: { readonly address: string; readonly port: number };
      }
  );

export type Behaviour = Partial<
  DnsBehaviour & HttpsBehaviour & SmtpBehaviour & ImapsBehaviour & StunBehaviour & ProxyBehaviour
>;

export type Order =
  | { readonly id: number; readonly action: "start"; readonly service: Service }
  | { readonly id: number; readonly action: "change"; readonly name: string; readonly part: Behaviour }
  | { readonly id: number; readonly action: "stop"; readonly name: string };

export interface Done {
  readonly id: number;
  readonly error: string | null;
}
