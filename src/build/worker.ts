import { answerTasks } from "../thread.ts";
import { performer } from "./perform.ts";

/** One thread of a build. */

answerTasks(performer());
