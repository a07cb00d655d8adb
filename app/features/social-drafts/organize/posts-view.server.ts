import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { roomPlace } from '#app/features/calendar/domain/session-entry.ts'
import type { OrganizedEvent } from '#app/features/events/domain/organized-events.server.ts'
import { type LinkFigures, listLinks } from '#app/features/links/domain/links.server.ts'
import { listHosts } from '#app/features/organizations/domain/organizations.server.ts'
import { isRecapPublished } from '#app/features/recap/domain/published-recap.server.ts'
import type { Context } from '#app/shared/context.ts'
import { env } from '#app/shared/env.server.ts'
import { plainProse } from '#app/shared/i18n/prose.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { clockPlace, formatRange } from '#app/shared/time/format.ts'
import { type Locale, socialNetworks } from '#app/shared/vocabulary.ts'
import { composePost, type PostFacts } from '../domain/compose-post.ts'
import { fitsNetwork } from '../domain/counted-length.ts'
import { findRewrittenPosts, type Posts } from '../domain/social-posts.server.ts'
import { postsChoice } from './posts-form.schema.ts'

/** What an address asks for: the posts of what, in which language, with which link. */
function readChoice(request: Request) {
  const asked = new URL(request.url).searchParams
  return postsChoice.parse({
    about: asked.get('about'),
    language: asked.get('language'),
    link: asked.get('link'),
  })
}

type Subject = { about: string; name: string; facts: Omit<PostFacts, 'url'>; path: string; picture: string }

/** What posts can be about, by what readers find today: the event, its published sessions, its recap. */
async function listSubjects(event: OrganizedEvent, locale: Locale): Promise<Subject[]> {
  const [agenda, hosts, hasRecap] = await Promise.all([
    findPublishedAgenda(event.id),
    listHosts(event.id),
    isRecapPublished(event.id),
  ])
  const { slug, timeZone, venue } = event
  const city = clockPlace(textIn(venue?.city, locale), timeZone, locale)
  const title = textIn(event.title, locale)
  const whole = {
    title,
    when: formatRange(event.startsAt, event.endsAt, timeZone, locale, city),
    place: venue ? placeText(venue, locale) : '',
    hosts: hosts.map(({ name }) => textIn(name, locale)).join(' · '),
    summary: plainProse(textIn(event.summary, locale) || textIn(event.description, locale)),
  }
  const picture = publicPath.socialImage(locale, slug)
  const sessions = (agenda?.agenda.sessions ?? []).map((session) => {
    const room = agenda?.agenda.rooms.find(({ id }) => id === session.roomId)
    const name = textIn(session.title, locale)
    return {
      about: `session/${session.id}`,
      name,
      facts: {
        title: `${name} – ${title}`,
        when: formatRange(new Date(session.startsAt), new Date(session.endsAt), timeZone, locale, city),
        place: roomPlace(event, room, locale),
        hosts: whole.hosts,
        summary: plainProse(textIn(session.abstract, locale)),
      },
      path: publicPath.session(locale, slug, session.slug),
      picture,
    }
  })
  const recap = {
    about: 'recap',
    name: title,
    facts: whole,
    path: publicPath.recap(locale, slug),
    picture: publicPath.recapImage(locale, slug),
  }
  const own = { about: 'event', name: title, facts: whole, path: publicPath.event(locale, slug), picture }
  return [own, ...(hasRecap ? [recap] : []), ...sessions]
}

const leadsTo = (about: string) => (link: LinkFigures) =>
  link.archivedAt === null &&
  (about === 'event'
    ? ['event', 'register', 'agenda'].includes(link.target)
    : about === 'recap'
      ? link.target === 'recap'
      : link.target === 'session' && about === `session/${link.sessionId}`)

/** The posts that an address asks for, as they were rewritten or else composed of the facts, and what they are made of. */
export async function postsView(ctx: Context, event: OrganizedEvent, request: Request) {
  const choice = readChoice(request)
  const locale = choice.language ?? ctx.locale
  const [subjects, all] = await Promise.all([listSubjects(event, locale), listLinks(ctx, event.id)])
  const subject = subjects.find(({ about }) => about === choice.about) ?? subjects[0]
  if (!subject) throw new Error('An event is always something to write about')
  const { about, facts, path, picture } = subject
  const links = all.filter(leadsTo(about))
  const link =
    choice.link === null
      ? links.find(({ source }) => source === 'post')
      : links.find(({ id }) => id === choice.link)
  const url = link ? `${env().APP_URL}/go/${link.code}` : `${env().APP_URL}${path}`
  const composed = Object.fromEntries(
    socialNetworks.map((network) => [
      network,
      composePost({ ...facts, url }, (text) => fitsNetwork(network, text)),
    ]),
  ) as Posts
  const of = { eventId: event.id, about, locale }
  const rewritten = await findRewrittenPosts(of)
  const posts: Posts = { ...composed, ...rewritten }
  return {
    of,
    composed,
    posts,
    rewritten: socialNetworks.filter((network) => rewritten[network] !== undefined),
    picture,
    link: link?.id ?? '',
    links: links.map(({ id, name }) => ({ id, name })),
    subjects: subjects.map((one) => ({ about: one.about, name: one.name })),
  }
}
