import { contentHash } from "../../src/base/canonical.ts";
import { sendQueue } from "../../src/upload/queue.ts";
import { openStore } from "../../src/visit/store.ts";
import { testContext } from "../report/helpers.ts";
import { hostile, HTTP_TRICKS } from "./hostile-answers.ts";
import { receiver } from "./receiver.ts";
import type { Part } from "./report.ts";
import { filled, weekOf } from "./worlds.ts";

const PATIENCE = { tries: 2, deadlineMs: 600, firstPauseMs: 5, capMs: 10 };
const STATUSES = [
  200, 204, 301, 302, 304, 307, 400, 401, 403, 404, 408, 409, 410, 413, 415, 418, 422, 425, 429, 451, 500, 502, 503,
  504, 507, 599,
];

/**
 * Receivers that lie, flood and fall silent: a visit counts as sent only where the answer was 201 or 202, the queue ends
 * soon, and nothing of the visits is changed.
 */
export const receiversPart: Part = {
  name: "receivers",
  async run(report) {
    const { folder, visits } = filled(weekOf(2), 30_000);
    const before = visits.map(contentHash);
    const against = async (what: string, url: string, takes: boolean): Promise<void> => {
      const store = openStore(folder, "en");
      const told: string[] = [];
      const telling = { result: (text: string) => void told.push(text), progress: () => undefined };
      const { context } = testContext(folder);
      const started = performance.now();
      try {
        const sending = {
          context,
          receiver: { url: new URL(url), token: null, trust: null },
          patience: PATIENCE,
          told: telling,
        };
        const result = await sendQueue(
          sending,
          store,
          visits.map(({ id }) => id),
        );
        report.check(
          `${what}: ${takes ? "all" : "none"} counts as sent`,
          result.sent === (takes ? visits.length : 0),
          JSON.stringify(result),
        );
        report.check(
          `${what}: it is said why`,
          takes || told.some((text) => text.includes("NOT SENT")),
          told.join("; "),
        );
      } catch (error) {
        report.check(`${what}: ends in words`, false, error instanceof Error ? (error.stack ?? "") : String(error));
      }
      report.check(`${what}: ends soon`, performance.now() - started < 15_000);
      const marked = visits.filter(({ id }) => store.upload(id, new URL(url).href)?.state === "sent").length;
      report.check(`${what}: the store says the same`, marked === (takes ? visits.length : 0), `${marked}`);
      report.check(
        `${what}: the visits are what they were`,
        JSON.stringify([...store.iterate({})].map(contentHash)) === JSON.stringify(before),
      );
      store.close();
    };
    for (const [what, trick] of Object.entries(HTTP_TRICKS)) {
      const server = await hostile(trick);
      await against(what, `http://127.0.0.1:${server.port}/`, false);
      server.close();
    }
    for (const status of STATUSES) {
      const centre = await receiver(() => status);
      await against(`status ${status}`, centre.url, false);
      await centre.close();
    }
    const honest = await receiver(() => 201);
    await against("an honest one", honest.url, true);
    await honest.close();
    report.note(`${Object.keys(HTTP_TRICKS).length + STATUSES.length} hostile receivers`);
  },
};
