/**
 * `request` of node:http, without the import statement: importing that module from ESM evaluates all its exports, also the lazy ones
 * (WebSocket and friends), which load a whole HTTP library and cost 50 ms and more at start.
 */
export const { request: httpRequest } = process.getBuiltinModule("node:http");
