import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { openStore } from "../../src/visit/store.ts";
import { device, NOW, scratch, visit } from "../visit/helpers/sample.ts";

const CLI = path.join(import.meta.dirname, "../../src/cli.ts");

/** A store with enough rows to fill any pipe. */
function large(): string {
  const folder = scratch();
  const store = openStore(folder, "en");
  for (let n = 0; n < 100; n += 1)
    store.create(
      visit(
        { devices: Array.from({ length: 50 }, (_, at) => device(`d${at}`, { note: "bùn ".repeat(20) })) },
        { now: NOW + n },
      ),
    );
  store.close();
  return folder;
}

function report(folder: string) {
  return spawn(process.execPath, [CLI, "--lang", "en", "--data-dir", folder, "report", "--all", "--table", "devices"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
}

test("a reader that goes away early is no error", async () => {
  const child = report(large());
  let told = "";
  child.stderr.on("data", (piece: Buffer) => (told += piece.toString()));
  await once(child.stdout, "data");
  child.stdout.destroy();
  const [status] = await once(child, "exit");
  expect([status, told]).toEqual([0, ""]);
});

test("a slow reader gets everything", async () => {
  const child = report(large());
  let text = "";
  for await (const piece of child.stdout) {
    text += String(piece);
    await wait(1);
  }
  expect(text.split("\r\n")).toHaveLength(1 + 100 * 50 + 1);
});
