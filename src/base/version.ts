import manifest from "../../package.json" with { type: "json" };

/** Version of the product, from package.json at build time. */
export const VERSION: string = manifest.version;
