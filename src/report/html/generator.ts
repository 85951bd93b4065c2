/** Stands in every record, so that a later one may take its place. */
export const GENERATOR = '<meta name="generator" content="qbrecover">';
