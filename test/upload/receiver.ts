import { createServer, type IncomingHttpHeaders } from "node:http";
import { onTestFinished } from "vitest";

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * A real receiver on loopback that answers with these statuses, the last one again and again; `"silence"` never
 * answers, `"cut"` closes the connection.
 */
export async function receiver(
  answers: readonly (number | "silence" | "cut")[],
  headers: Record<string, string> = {},
): Promise<{ readonly url: string; readonly got: Received[] }> {
  const got: Received[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (piece: string) => (body += piece));
    request.on("end", () => {
      const answer = answers[Math.min(got.length, answers.length - 1)];
      got.push({ headers: request.headers, body });
      if (answer === "cut") response.destroy();
      else if (answer !== "silence") response.writeHead(answer ?? 500, headers).end("<html>hello</html>");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}/visits`, got };
}
