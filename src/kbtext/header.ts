import type { SOURCE_FORMS } from "../article/schema.ts";
import type { Line } from "./line.ts";

export type SourceForm = (typeof SOURCE_FORMS)[number];

/** What the top of a KB text says, as it says it. */
export interface Header {
  form: SourceForm;
  id: string;
  title: string;
  /** The archive's own mark for the collection, `exchange`; form 1 alone has it. */
  collection: string;
  product: string;
  versions: string;
  operatingSystems: string;
  keywords: string;
  /** As written: `16-AUG-2002`. */
  modified: string;
  /** Lines of the id and the date, for findings. */
  idLine: number;
  dateLine: number;
}

/** A header, and the lines after it. */
export interface HeaderResult {
  header: Header;
  rest: Line[];
}

/** A header with nothing in it, to be filled in. */
export function emptyHeader(form: SourceForm): Header {
  return {
    form,
    id: "",
    title: "",
    collection: "",
    product: "",
    versions: "",
    operatingSystems: "",
    keywords: "",
    modified: "",
    idLine: 1,
    dateLine: 1,
  };
}
