import { scenario } from "../scenario.ts";

export default scenario({
  id: "healthy",
  group: "healthy",
  fault: "nothing is wrong",
  inject: async () => {},
  expect: { status: "healthy", cause: null, culprit: null },
});
