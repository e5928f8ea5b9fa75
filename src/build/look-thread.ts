import { answerTasks } from "../thread.ts";
import { lookHere } from "./look.ts";

/** The thread that looks at half of the articles' folders. */

answerTasks(lookHere);
