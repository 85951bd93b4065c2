/**
 * A4 upright, as decree 30/2020/NĐ-CP has it: margins 20 mm, 30 mm on the left, 15 mm on the right; Times New Roman;
 * country 12, motto 13 with a line under it as long as itself, title 14, text 13; the page's number at the top in the
 * middle, none on the first. The visit's id at the foot puts a loose sheet back.
 */
export function recordStyle(visitId: string): string {
  const label = visitId.replaceAll(/[^0-9a-f-]/gu, "");
  return `
@page { size: A4 portrait; margin: 20mm 15mm 20mm 30mm;
  @top-center { content: counter(page); font: 13pt "Times New Roman", "Liberation Serif", serif; }
  @bottom-left { content: "${label}"; font: 9pt "Times New Roman", "Liberation Serif", serif; color: #444; } }
${PAPER}`;
}

const PAPER = `@page :first { @top-center { content: none; } }
* { box-sizing: border-box; }
body { font: 13pt/1.25 "Times New Roman", "Liberation Serif", Tinos, "Noto Serif", "DejaVu Serif", serif; color: #000; background: #fff; margin: 0; }
h1 { font-size: 14pt; text-align: center; margin: 5mm 0 0.5mm; }
h2 { font-size: 13pt; margin: 2.5mm 0 1mm; break-after: avoid; }
h3 { font-size: 13pt; font-style: italic; margin: 1.5mm 0 0.5mm; break-after: avoid; }
p, ul, ol { margin: 0 0 1mm; }
ul, ol { padding-left: 6mm; }
.subtitle { text-align: center; font-weight: bold; margin-bottom: 3mm; }
.letterhead { display: grid; grid-template-columns: 4fr 6fr; column-gap: 3mm; text-align: center; font-size: 13pt; line-height: 1.2; }
.letterhead .country { font-weight: bold; font-size: 12pt; white-space: nowrap; }
.letterhead .motto { display: inline-block; font-weight: bold; border-bottom: 0.3mm solid #000; padding-bottom: 0.6mm; }
.letterhead .agency { font-weight: bold; font-size: 12pt; }
.letterhead .rule { display: block; border-top: 0.3mm solid #000; width: 38%; margin: 0.8mm auto 1.5mm; }
.letterhead .date { font-style: italic; }
.draft { text-align: center; border: 0.3mm solid #000; padding: 1mm; margin: 3mm 0 0; font-weight: bold; }
.safety { border: 0.6mm solid #000; padding: 1.5mm 2.5mm; margin: 0 0 2mm; font-size: 12pt; line-height: 1.2; break-inside: avoid; }
.safety .verdict { font-weight: bold; font-size: 13pt; text-align: center; }
.bases { font-style: italic; font-size: 11pt; line-height: 1.2; }
.practice { position: fixed; inset: 0; z-index: 1; display: flex; align-items: center; justify-content: center; pointer-events: none;
  font: bold 84pt/1 "Times New Roman", serif; letter-spacing: 4mm; color: rgb(0 0 0 / 0.13); transform: rotate(-32deg); white-space: nowrap;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.lines { display: flex; align-items: baseline; gap: 2mm; flex-wrap: wrap; }
.lines .fill { flex: 1; border-bottom: 0.3mm dotted #000; min-height: 5mm; min-width: 20mm; }
table { border-collapse: collapse; width: 100%; margin: 1mm 0 2mm; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.3mm solid #000; padding: 0.6mm 1.2mm; vertical-align: top; overflow-wrap: anywhere; }
th { text-align: center; font-weight: bold; overflow-wrap: normal; }
td.number { text-align: center; }
.scroll { padding: 0 0.3mm; }
.systems, .devices { font-size: 10pt; line-height: 1.15; table-layout: fixed; }
.annex { font-size: 11pt; line-height: 1.15; }
.notes { font-size: 10pt; line-height: 1.15; }
.signatures { display: grid; grid-template-columns: 1fr 1fr 1fr; text-align: center; margin-top: 4mm; break-inside: avoid; }
.signatures b { display: block; font-size: 12pt; }
.signatures i { display: block; min-height: 24mm; font-size: 12pt; }
.recipients { font-size: 11pt; line-height: 1.2; }
.recipients b { font-style: italic; font-size: 12pt; }
.photos { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm; }
.photos figure { margin: 0; height: 112mm; break-inside: avoid; text-align: center; font-size: 11pt; overflow-wrap: anywhere; }
.photos img { max-width: 100%; max-height: 95mm; }
.photos .missing { border: 0.3mm solid #000; padding: 20mm 3mm; }
.photos-title { break-before: page; }
footer { border-top: 0.2mm solid #444; margin-top: 3mm; padding-top: 1mm; font-size: 9pt; color: #444; overflow-wrap: anywhere; }
@media screen { body { margin: 0 auto; max-width: 185mm; padding: 10mm; } }
@media screen and (max-width: 165mm) {
  body { padding: 4mm; }
  .letterhead { grid-template-columns: 1fr; row-gap: 2mm; }
  .letterhead .country { white-space: normal; }
  .signatures, .photos { grid-template-columns: 1fr; }
  .scroll { overflow-x: auto; }
  .scroll table { min-width: 150mm; }
}
`;
