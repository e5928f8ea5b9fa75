import type { ArticleFiles } from "./files.ts";

/**
 * What a page shows, part by part: plain data of named parts. A page is a function of its model and of the files that
 * it reads, so it has to be built again when a part or such a file differs, and only then.
 */
export type Model = object;

/** A page to build. */
export interface PagePlan {
  /** Under the site's base: `kb/298/Q298836/`, or with a file's name: `feed.xml`. Empty for the home page. */
  address: string;
  readonly model: Model;
  /** The first parts of the model, but not all, where the page is as in the plan before if they are. */
  head?: Model | undefined;
  /** The articles whose files the page reads; none if left out. */
  reads?: readonly string[];
}

/** A page whose model is made when it is asked for, for it may be as in the plan before. */
export function pageLater<T extends Model>(
  { address, head, reads }: Omit<PagePlan, "model">,
  make: () => T,
): PagePlan & { readonly model: T } {
  return {
    address,
    get model() {
      return make();
    },
    ...(head && { head }),
    ...(reads && { reads }),
  };
}

/** What a page's template is given, as `Astro.locals`. */
export interface PageInput {
  model: Model;
  files: ArticleFiles;
  /** Set instead of the page's own parts, to render the frame that all pages of a kind have in common. */
  parts?: PageParts;
}

/** What a page has of its own within its frame, as HTML. */
export interface PageParts {
  /** In the page's head, after what every head has. */
  head: string;
  /** Between the site's header and its footer. */
  body: string;
}

/** The model of the page that is being rendered. Its kind follows from the page's address. */
export function modelOf<T extends Model>(locals: PageInput): T {
  return locals.model as T;
}
