import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { LinkTarget, Locale } from '#app/shared/vocabulary.ts'
import { sourceWord } from './link-code.ts'

/** What an address is made of; `url` is set for a page elsewhere only. */
export type LedTo = {
  code: string
  target: LinkTarget
  url: string | null
  locale: Locale | null
  slug: string
}

const pages = {
  event: publicPath.event,
  register: publicPath.register,
  agenda: publicPath.agenda,
  recap: publicPath.recap,
}

/** Where a link leads a reader of that language: one of our pages with the code in its address, or a page elsewhere. */
export function linkAddress({ code, target, url, locale, slug }: LedTo, reader: Locale): string {
  if (target === 'page') return url ?? publicPath.event(reader, slug)
  return `${pages[target](locale ?? reader, slug)}?${sourceWord}=${code}`
}
