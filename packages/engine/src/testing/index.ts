// The door for tests of programs that embed the engine: an engine in memory, virtual time, people. Needs no test runner.

export { asIssued } from "./as-issued.ts";
export { instantOf, openTestEngine, type TestEngine, type TestEngineOptions } from "./open-test-engine.ts";
export { passTime } from "./pass-time.ts";
export { sampleActor } from "./sample-actor.ts";
export { createVirtualClock, type VirtualClock } from "./virtual-clock.ts";
