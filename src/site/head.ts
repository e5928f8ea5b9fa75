/** What a page says of itself to browsers, search engines and those that show a preview of it. */
export interface Head {
  /** Of the page; the site's name is added. Left out on the home page. */
  title?: string | undefined;
  description?: string | undefined;
  /** Of the page, with the site's base: `/kb/298/Q298836/`. */
  address: string;
  /** Day of an article's last change. */
  modified?: string | undefined;
  /** Text of a JSON-LD block. */
  jsonLd?: string;
  /** Open Graph type. */
  type?: "website" | "article";
  /** False on pages that search engines are not to list. */
  index?: boolean;
}
