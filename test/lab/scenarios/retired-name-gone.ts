import { silent } from "../scenario.ts";

export default silent({
  id: "retired-name-gone",
  fault: "a retired system whose name no longer exists",
  inject: async () => {},
});
