/**
 * Requests sent, from the line that sums a series up; null for any other line. By its numbers, as its words are those
 * of some language in some code page:
 *
 * - Windows: `Packets: Sent = 4, Received = 3, Lost = 1 (25% loss)`: the first is the sum of the other two. What it calls
 *   received counts errors of routers as well.
 * - Unix: `4 packets transmitted, 3 received, 25% packet loss`: the share fits the two numbers before it.
 */
export function readSummary(line: string): number | null {
  const [sent, received, lost] = [...line.matchAll(/=\s*(\d+)/gu)].map((match) => Number(match[1]));
  if (sent !== undefined && received !== undefined && lost !== undefined)
    return sent === received + lost && sent > 0 ? sent : null;
  const [, first, second, share] = /(?<![\d.])(\d+)\D+?(\d+)\D.*?(\d+(?:[.,]\d+)?)\s?%/u.exec(line) ?? [];
  if (first === undefined || second === undefined || share === undefined) return null;
  const percent = 100 * Math.max(0, 1 - Number(second) / Number(first));
  return Math.abs(percent - Number(share.replace(",", "."))) < 1 ? Number(first) : null;
}
