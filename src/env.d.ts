/** What the build gives to every page. */
declare namespace App {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface Locals extends Record<never, never> {
    model: import("./site/page.ts").Model;
    files: import("./site/files.ts").ArticleFiles;
    parts?: import("./site/page.ts").PageParts;
  }
}
