import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import { headMender, type HeadMender, type Laxness } from "./head.ts";

/** A connection of which the head of the answer is read as browsers read it; see head.ts. Ends with the connection. */
export class MendedSocket extends Duplex {
  readonly #socket: Socket;
  readonly #head: HeadMender;
  #over = false;

  constructor(socket: Socket, note: (laxness: Laxness) => void) {
    super();
    this.#socket = socket;
    this.#head = headMender(note);
    socket.on("data", (chunk: Buffer) => {
      const ready = this.#head.feed(chunk);
      if (ready === null)
        this.destroy(Object.assign(new Error("the head has no end"), { code: "HPE_HEADER_OVERFLOW" }));
      else if (ready.length > 0 && !this.push(ready)) socket.pause();
    });
    socket.once("end", () => this.#finish());
    socket.on("error", (error) => this.destroy(error));
    socket.once("close", () => {
      this.#finish();
      this.destroy();
    });
  }

  #finish(): void {
    if (this.#over || this.destroyed) return;
    this.#over = true;
    const rest = this.#head.rest();
    if (rest.length > 0) this.push(rest);
    this.push(null);
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, done);
  }

  // Half a close is taken for a hang-up by some servers: the request ends with its own length.
  override _final(done: (error?: Error | null) => void): void {
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }
}
