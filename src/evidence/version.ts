/** Version of the evidence document. Apart from its schema, which a scan never reads and which takes 20 ms to build. */
export const EVIDENCE_VERSION = 1;
