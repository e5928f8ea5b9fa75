import { config } from "../config.ts";
import { absolute, articleAddress, at, facetAddress } from "./address.ts";
import { articlePage, type ArticlePage } from "./article-page.ts";
import type { ArticleFiles } from "./files.ts";
import type { Head } from "./head.ts";
import type { ArticleModel } from "./models/article.ts";
import { structuredData, type Crumb } from "./structured-data.ts";

/** An article's page as its templates take it: the head's part, and the article with what it is linked to. */
export interface ArticleView {
  head: Head;
  page: ArticlePage;
  crumbs: readonly Crumb[];
  related: ArticleModel["related"];
  referrers: ArticleModel["referrers"];
}

export function articleView(model: ArticleModel, files: ArticleFiles): ArticleView {
  const page = articlePage(model, files);
  const { id, front, description, places } = page;
  const address = articleAddress(id);
  const product = places.products[front.products?.[0] ?? ""];
  const crumbs = [
    { name: config.title, href: at("") },
    ...(product ? [{ name: product.label, href: facetAddress("products", product) }] : []),
    { name: id, href: address },
  ];
  const whole = crumbs.map(({ name, href }) => ({ name, href: absolute(href) }));
  return {
    head: {
      title: `${id}: ${front.title}`,
      description,
      address,
      type: "article",
      modified: front.modified,
      jsonLd: structuredData(page, whole),
    },
    page,
    crumbs,
    related: model.related,
    referrers: model.referrers,
  };
}
