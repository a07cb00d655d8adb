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
  /** The names in their addresses of what it leads to; null where there is none, or where it is gone. */
  session: string | null
  initiative: string | null
}

const pages = {
  event: publicPath.event,
  register: publicPath.register,
  agenda: publicPath.agenda,
  recap: publicPath.recap,
}

/** Where a link leads a reader of that language: one of our pages with the code in its address, or a page elsewhere. */
export function linkAddress(link: LedTo, reader: Locale): string {
  if (link.target === 'page') return link.url ?? publicPath.event(reader, link.slug)
  return `${ownPage(link, link.locale ?? reader)}?${sourceWord}=${link.code}`
}

/** A session or initiative that is gone leaves its link with the event: what is printed goes on leading somewhere. */
function ownPage({ target, slug, session, initiative }: LedTo, locale: Locale): string {
  if (target === 'session' && session) return publicPath.session(locale, slug, session)
  if (target === 'initiative' && initiative) return publicPath.initiative(locale, initiative)
  return target === 'session' || target === 'initiative' || target === 'page'
    ? publicPath.event(locale, slug)
    : pages[target](locale, slug)
}
