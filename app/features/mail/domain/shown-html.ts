/**
 * The HTML of a mail as it can stand in a page. The page's policy, which a frame inherits, takes style attributes but no
 * style sheets; pictures that travel in the mail itself are kept as their words.
 */
export function shownHtml(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<img[^>]* ?src="cid:[^>]*>/g, (picture) => `[${/alt="([^"]*)"/.exec(picture)?.[1] ?? ''}]`)
}
