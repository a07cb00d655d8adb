import { Document, Link, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { eventTitleIn } from '#app/features/events/domain/event-title.ts'
import { castOf } from '#app/features/people/domain/people-at-table.ts'
import { m } from '#app/paraglide/messages.js'
import { paperFamilies, drawn as words } from '#app/shared/fonts/paper-fonts.server.ts'
import { plainProse } from '#app/shared/i18n/prose.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { clockPlace, formatDay, formatDays, formatTimes, zoneOffsets } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { readable } from '#app/ui/accent.ts'
import { agendaDays } from './agenda-days.ts'
import type { PublishedSession } from './domain/agenda-snapshot.ts'
import type { EventWithAgenda } from './domain/event-with-agenda.server.ts'

const style = StyleSheet.create({
  page: {
    paddingTop: 48,
    paddingBottom: 56,
    paddingHorizontal: 48,
    fontSize: 9.5,
    color: '#1a1c23',
  },
  // Not on the page: react-pdf drops text that is drawn by page number where a line height is inherited.
  body: { fontSize: 9.5, lineHeight: 1.5 },
  head: { paddingBottom: 10, marginBottom: 4, borderBottomWidth: 2 },
  label: { fontSize: 10, fontWeight: 600 },
  title: { fontSize: 21, fontWeight: 600, lineHeight: 1.35, marginVertical: 4 },
  soft: { color: '#454852' },
  day: { fontSize: 13, fontWeight: 600, lineHeight: 1.4, marginTop: 18, marginBottom: 6 },
  row: { flexDirection: 'row', paddingVertical: 6, borderTopWidth: 0.75, borderTopColor: '#cfcabd' },
  when: { width: 96, paddingRight: 10, fontWeight: 600 },
  what: { flex: 1 },
  session: { fontSize: 11, fontWeight: 600, lineHeight: 1.4, color: '#1a1c23', textDecoration: 'none' },
  abstract: { color: '#454852', marginTop: 2 },
  rest: { fontSize: 10, color: '#454852' },
  foot: {
    position: 'absolute',
    bottom: 26,
    left: 48,
    right: 48,
    flexDirection: 'row',
    justifyContent: 'space-between',
    fontSize: 8,
    color: '#63666f',
  },
})

/** An event's programme as PDF: what the page says, on paper. */
export function agendaPdf(published: EventWithAgenda, locale: Locale): Promise<Buffer> {
  return renderToBuffer(<Paper {...published} locale={locale} />)
}

function Paper({ event, agenda, version, venues, locale }: EventWithAgenda & { locale: Locale }) {
  const to = { locale }
  const accent = readable(event.accent, 'light')
  const title = words(eventTitleIn(event, locale))
  const own = m['public.agenda.title']({}, to)
  const fontFamily = paperFamilies(JSON.stringify([event, agenda]))
  const hosts = event.hosts.map((one) => textIn(one.name, locale)).join(', ')
  return (
    <Document
      title={`${own}: ${title}`}
      language={locale}
      author={hosts}
      subject={words(textIn(event.summary, locale))}
      creator={m['shared.site.name']({}, to)}
      producer={m['shared.site.name']({}, to)}
    >
      <Page size="A4" style={[style.page, { fontFamily }]} bookmark={title}>
        <View style={style.body}>
          <Head
            event={event}
            venues={venues}
            accent={accent}
            own={own}
            title={title}
            hosts={hosts}
            locale={locale}
          />
          {agenda.sessions.length === 0 && <Text style={style.day}>{m['public.agenda.empty']({}, to)}</Text>}
          {agendaDays(agenda.sessions, event.timeZone, locale).map((day) => {
            const [first, ...rest] = day.slots
              .flatMap((slot) => slot.sessions)
              .map((session) => (
                <Row
                  key={session.id}
                  event={event}
                  agenda={agenda}
                  session={session}
                  locale={locale}
                  accent={accent}
                />
              ))
            return (
              <View key={day.id}>
                {/* No day's name stands alone at the foot of a page. */}
                <View wrap={false}>
                  <Text style={[style.day, { color: accent }]}>{words(day.label)}</Text>
                  {first}
                </View>
                {rest}
              </View>
            )
          })}
        </View>
        <Foot event={event} version={version} locale={locale} />
      </Page>
    </Document>
  )
}

type HeadProps = Pick<EventWithAgenda, 'event' | 'venues'> & {
  locale: Locale
  accent: string
  own: string
  title: string
  hosts: string
}

function Head({ event, venues, locale, accent, own, title, hosts }: HeadProps) {
  const to = { locale }
  const places = [...new Set(venues.map((venue) => placeText(venue, locale)).filter(Boolean))]
  const place = [...new Set([textIn(event.venue?.name, locale), textIn(event.venue?.city, locale)])]
  const city = clockPlace(textIn(event.venue?.city, locale), event.timeZone, locale)
  return (
    <View style={[style.head, { borderBottomColor: accent }]}>
      <Text style={[style.label, { color: accent }]}>{own}</Text>
      <Text style={style.title}>{title}</Text>
      <Text>{words(formatDays(event.startsAt, event.endsAt, event.timeZone, locale))}</Text>
      {places.length > 0 ? (
        places.map((text) => <Text key={text}>{words(text)}</Text>)
      ) : (
        <Text>{words(place.filter(Boolean).join(', '))}</Text>
      )}
      {hosts !== '' && <Text>{words(m['public.agenda.hosts']({ hosts }, to))}</Text>}
      <Text style={style.soft}>
        {words(
          m['public.agenda.abroad'](
            { place: city, offset: zoneOffsets(event.startsAt, event.endsAt, event.timeZone) },
            to,
          ),
        )}
      </Text>
    </View>
  )
}

function Foot({ event, version, locale }: Pick<EventWithAgenda, 'event' | 'version'> & { locale: Locale }) {
  const to = { locale }
  return (
    <View style={style.foot} fixed>
      <Text>
        {version
          ? words(
              m['public.agenda.version'](
                {
                  number: version.number,
                  date: formatDay(version.publishedAt, event.timeZone, locale),
                },
                to,
              ),
            )
          : ''}
      </Text>
      <Text
        render={({ pageNumber, totalPages }) =>
          m['public.agenda.page-of']({ page: pageNumber, pages: totalPages }, to)
        }
      />
    </View>
  )
}

type RowProps = Pick<EventWithAgenda, 'event' | 'agenda'> & {
  session: PublishedSession
  locale: Locale
  accent: string
}

function Row({ event, agenda, session, locale, accent }: RowProps) {
  const [start, end] = [new Date(session.startsAt), new Date(session.endsAt)]
  const room = agenda.rooms.length > 1 && agenda.rooms.find((one) => one.id === session.roomId)
  const track = agenda.tracks.find((one) => one.id === session.trackId)
  const isBreak = session.kind === 'break'
  const placed = [
    room && [textIn(room.name, locale), textIn(room.venue, locale)].filter(Boolean).join(', '),
    textIn(track?.name, locale),
  ]
  const people = castOf(agenda, session.appearances).map(({ person }) =>
    [textIn(person.honorific, locale), person.name.replaceAll(' ', '\u00a0')].filter(Boolean).join(' '),
  )
  const title = words(textIn(session.title, locale))
  const abstract = isBreak ? '' : words(plainProse(textIn(session.abstract, locale)))
  return (
    <View style={style.row} wrap={abstract.length > 600}>
      <Text style={[style.when, { color: accent }]}>
        {words(formatTimes(start, end, event.timeZone, locale))}
      </Text>
      <View style={style.what}>
        {isBreak ? (
          <Text style={style.rest}>{title}</Text>
        ) : (
          <Link style={style.session} src={absolute(publicPath.session(locale, event.slug, session.slug))}>
            {title}
          </Link>
        )}
        {placed.some(Boolean) && !isBreak && (
          <Text style={style.soft}>{words(placed.filter(Boolean).join(' · '))}</Text>
        )}
        {people.length > 0 && <Text>{words(people.join(', '))}</Text>}
        {abstract !== '' && <Text style={style.abstract}>{abstract}</Text>}
      </View>
    </View>
  )
}
