import { answerTasks } from "../thread.ts";
import { relateHere } from "./relate.ts";

/** The thread that finds related articles. */

answerTasks(relateHere);
