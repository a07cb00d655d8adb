import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { inLanguage, publicPath } from '#app/shared/pages/public-paths.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'

export type EventPageHead = {
  slug: string
  title: TranslatedText
  notice: TranslatedText
  accent: string
  hasRecap: boolean
  hasAgenda: boolean
  hasSpeakers: boolean
  hasFilms: boolean
  hasAwards: boolean
  cancelledAt: Date | string | null
}
type Part = 'event' | 'agenda' | 'films' | 'awards' | 'speakers' | 'recap'

type PublicEventPageProps = {
  event: EventPageHead
  /** The address of this very page, for the way to the other language. */
  path: string
  /** Where the page stands in each language, when not at `path` behind it. */
  languages?: Record<Locale, string>
  /** What is chosen on it, as `?room=…`, to be chosen there too. */
  query?: string
  current: Part | null
  /** False on the event's own page, which says its title itself. */
  titled?: boolean
  children: ReactNode
}

const partLabels = {
  event: m['public.nav.event'],
  recap: m['public.nav.recap'],
  agenda: m['public.nav.agenda'],
  films: m['public.nav.films'],
  awards: m['public.nav.awards'],
  speakers: m['public.nav.speakers'],
}

/** What there is to read of an event: an empty part is nowhere to go. */
const holds = ({ hasRecap, hasAgenda, hasSpeakers, hasFilms, hasAwards }: EventPageHead) => ({
  event: true,
  recap: hasRecap,
  agenda: hasAgenda,
  films: hasFilms,
  awards: hasAwards,
  speakers: hasSpeakers,
})

/** The frame of all public pages of one event: its colour, its parts, the way back. */
export function PublicEventPage(props: PublicEventPageProps) {
  const { event, path, query = '', current, titled = true, children } = props
  const locale = getLocale()
  const parts = (['event', 'recap', 'films', 'awards', 'agenda', 'speakers'] as const).filter(
    (part) => part === current || holds(event)[part],
  )
  const nav = parts.map((part) => ({
    href: publicPath[part](locale, event.slug),
    label: partLabels[part](),
    current: part === current,
  }))
  return (
    <PublicPage
      languages={
        props.languages ?? {
          vi: `${inLanguage(path, 'vi')}${query}`,
          en: `${inLanguage(path, 'en')}${query}`,
        }
      }
      accent={event.accent}
      nav={nav}
      footer={publicFooter()}
    >
      {textIn(event.notice, locale) && (
        <Translated value={event.notice} as="p" className="event-notice small" />
      )}
      {titled && event.cancelledAt !== null && (
        <Notice tone="warning" title={m['public.event.cancelled']()} />
      )}
      {titled && (
        <a className="breadcrumb" href={publicPath.event(locale, event.slug)}>
          <Translated value={event.title} />
        </a>
      )}
      {children}
    </PublicPage>
  )
}

/** What stands at the foot of every public page. */
export function publicFooter() {
  const locale = getLocale()
  return [
    { href: publicPath.eventsFeed(locale), label: m['public.calendar.subscribe']() },
    { href: publicPath.privacy(locale), label: m['public.privacy.title']() },
    { href: '/sign-in', label: m['public.footer.organizers']() },
  ]
}
