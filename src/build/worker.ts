import { answerTasks } from "../thread.ts";
import { performer } from "./perform.ts";

/** One thread of a build. */

// What it keeps goes with the thread.
answerTasks(performer().perform);
