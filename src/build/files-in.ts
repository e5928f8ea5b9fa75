import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import sirv from "sirv";

/** Serves the files of a folder as they are now, whole: pages ask for no parts of them. `otherwise` answers where there is none. */
export function filesIn(
  folder: string,
  otherwise?: (request: IncomingMessage, response: ServerResponse) => void,
): RequestListener {
  const serve = sirv(folder, { dev: true, ...(otherwise && { onNoMatch: otherwise }) });
  return (request, response) => {
    delete request.headers.range;
    serve(request, response);
  };
}
