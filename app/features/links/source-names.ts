import { m } from '#app/paraglide/messages.js'
import type { LinkSource } from '#app/shared/vocabulary.ts'

/** What a link is printed on or sent with, as organizers and the registered read it. */
export const sourceNames: Record<LinkSource, () => string> = {
  poster: m['links.source.poster'],
  partner: m['links.source.partner'],
  'co-host': m['links.source.co-host'],
  post: m['links.source.post'],
  mail: m['links.source.mail'],
  other: m['links.source.other'],
}
