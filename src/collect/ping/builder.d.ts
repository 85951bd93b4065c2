/** The part of the `ping` package that is used: it ships no types for its inner modules. */
declare module "ping/lib/builder/factory.js" {
  interface BuilderConfig {
    numeric: boolean;
    /** Seconds; `false` leaves the option out. */
    timeout: number | false;
    min_reply: number;
    v6: boolean;
    packetSize: number | undefined;
    extra: string[];
  }
  const factory: {
    createBuilder(platform: "linux" | "darwin"): {
      getCommandArguments(target: string, config: BuilderConfig): string[];
    };
  };
  export default factory;
}
