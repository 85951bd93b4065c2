/**
 * A4 as Vietnamese offices print: Times New Roman 13–14, wider left margin for the binding; the device table lies
 * across. The page margins carry the visit's id and the page number, so that a loose sheet can be put back.
 */
export function recordStyle(visitId: string, pageWord: string): string {
  const label = visitId.replaceAll(/[^0-9a-f-]/gu, "");
  return `
@page { size: A4 portrait; margin: 20mm 15mm 20mm 30mm;
  @bottom-left { content: "${label}"; font: 9pt "Times New Roman", serif; color: #444; }
  @bottom-right { content: "${pageWord} " counter(page) "/" counter(pages); font: 9pt "Times New Roman", serif; color: #444; } }
@page across { size: A4 landscape; margin: 20mm 12mm 15mm 12mm; }
* { box-sizing: border-box; }
body { font: 13pt/1.35 "Times New Roman", "Liberation Serif", Tinos, "Noto Serif", "DejaVu Serif", serif; color: #000; margin: 0; }
h1 { font-size: 14pt; text-align: center; margin: 8mm 0 1mm; }
h2 { font-size: 13pt; margin: 3mm 0 1.5mm; padding-top: 2mm; break-after: avoid; }
h3 { font-size: 13pt; font-style: italic; margin: 3mm 0 1mm; break-after: avoid; }
p, ul { margin: 0 0 1.5mm; }
ul { padding-left: 6mm; }
.subtitle { text-align: center; font-weight: bold; margin-bottom: 6mm; }
.letterhead { display: grid; grid-template-columns: 4fr 6fr; column-gap: 4mm; text-align: center; font-size: 12pt; line-height: 1.3; }
.letterhead .country { font-weight: bold; font-size: 11.5pt; white-space: nowrap; }
.letterhead .motto { font-weight: bold; }
.letterhead .agency { font-weight: bold; }
.letterhead .rule { display: block; border-top: 0.3mm solid #000; width: 38%; margin: 1mm auto 2mm; }
.letterhead .motto + .rule { width: 58%; }
.letterhead .date { font-style: italic; }
.draft { text-align: center; border: 0.3mm solid #000; padding: 1mm; margin: 4mm 0 0; font-weight: bold; }
.practice { position: fixed; inset: 0; z-index: 1; display: flex; align-items: center; justify-content: center; pointer-events: none;
  font: bold 84pt/1 "Times New Roman", serif; letter-spacing: 4mm; color: rgb(0 0 0 / 0.13); transform: rotate(-32deg); white-space: nowrap;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.blank { white-space: nowrap; }
.lines { display: flex; align-items: baseline; gap: 2mm; }
.lines .fill { flex: 1; border-bottom: 0.3mm dotted #000; min-height: 6mm; }
.fill-line { border-bottom: 0.3mm dotted #000; height: 7mm; }
table { border-collapse: collapse; width: 100%; margin: 1mm 0 3mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.2mm solid #000; padding: 0.8mm 1.2mm; vertical-align: top; overflow-wrap: anywhere; }
th { text-align: center; font-weight: bold; }
td.number { text-align: center; }
.systems { font-size: 11pt; line-height: 1.25; table-layout: fixed; }
.across { page: across; break-before: page; break-after: page; }
.devices { font-size: 9.5pt; line-height: 1.2; table-layout: fixed; }
th { overflow-wrap: normal; }
.devices th, .devices td { padding: 0.7mm 0.9mm; }
.signatures { display: grid; grid-template-columns: 1fr 1fr 1fr; text-align: center; margin-top: 8mm; break-inside: avoid; }
.signatures b { display: block; font-size: 12pt; }
.signatures i { display: block; min-height: 30mm; font-size: 12pt; }
footer { border-top: 0.2mm solid #444; margin-top: 4mm; padding-top: 1mm; font-size: 9pt; color: #444; overflow-wrap: anywhere; }
@media screen { body { margin: 0 auto; max-width: 185mm; padding: 10mm; } .across { max-width: none; margin: 8mm -50mm; } }
@media screen and (max-width: 270mm) { .across { margin: 8mm 0; overflow-x: auto; } .across table { min-width: 240mm; } }
`;
}
