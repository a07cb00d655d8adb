import { Document, Page, Path, Rect, renderToBuffer, StyleSheet, Svg, Text, View } from '@react-pdf/renderer'
import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import type { AttendeePage } from '#app/features/registration/domain/links/attendee-page.server.ts'
import { m } from '#app/paraglide/messages.js'
import { drawn, paperFamilies } from '#app/shared/fonts/paper-fonts.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { clockPlace, formatRange, zoneCity, zoneOffset } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { readable } from '#app/ui/accent.ts'
import { spokenCode, ticketSquares } from './domain/ticket-code.ts'

const style = StyleSheet.create({
  page: { padding: 48, fontSize: 11, color: '#1a1c23' },
  head: { paddingBottom: 10, borderBottomWidth: 2 },
  label: { fontSize: 11, fontWeight: 600, lineHeight: 1.5 },
  title: { fontSize: 21, fontWeight: 600, lineHeight: 1.35, marginTop: 4 },
  who: { fontSize: 16, fontWeight: 600, lineHeight: 1.4 },
  // With its size: a line height alone is counted from the library's own.
  row: { marginTop: 12, fontSize: 11, lineHeight: 1.5 },
  term: { fontSize: 9, color: '#63666f', lineHeight: 1.5 },
  soft: { color: '#454852' },
  code: { marginTop: 18, alignItems: 'center' },
  spoken: { marginTop: 6, fontSize: 12, fontWeight: 600, lineHeight: 1.4 },
  hint: { marginTop: 4, fontSize: 9, color: '#454852', lineHeight: 1.5, textAlign: 'center' },
})

const home = 'Asia/Ho_Chi_Minh'

/** A ticket on one page: who, to what, when on the clocks of the place and at home, where, and the code for the door. */
export function ticketPdf(page: AttendeePage, locale: Locale): Promise<Buffer> {
  return renderToBuffer(<Paper page={page} locale={locale} />)
}

type Props = { page: AttendeePage; locale: Locale }

function Paper({ page, locale }: Props) {
  const { registration, category, event, venue } = page
  const to = { locale }
  const title = drawn(textIn(event.title, locale))
  const own = m['ticket.paper.title']({}, to)
  const place = venue ? placeText(venue, locale) : ''
  const accent = readable(event.accent, 'light')
  const fontFamily = paperFamilies(JSON.stringify([event.title, registration.name, category.name, venue]))
  const role = [registration.jobTitle, registration.affiliation].filter(Boolean).join(', ')
  return (
    <Document
      title={`${own}: ${title}`}
      language={locale}
      creator={m['shared.site.name']({}, to)}
      producer={m['shared.site.name']({}, to)}
    >
      <Page size="A4" wrap={false} style={[style.page, { fontFamily }]}>
        <View style={[style.head, { borderBottomColor: accent }]}>
          <Text style={[style.label, { color: accent }]}>{own}</Text>
          <Text style={style.title}>{title}</Text>
        </View>
        <View style={style.row}>
          <Text style={style.who}>{drawn(registration.name)}</Text>
          {role !== '' && <Text style={style.soft}>{drawn(role)}</Text>}
        </View>
        <Entry term={m['registration.page.category']({}, to)} lines={[textIn(category.name, locale)]} />
        <Entry term={m['registration.page.when']({}, to)} lines={times(page, locale)} />
        {place !== '' && <Entry term={m['registration.page.where']({}, to)} lines={[place]} />}
        <View style={style.code}>
          <Code code={registration.ticketCode} />
          <Text style={style.spoken}>{spokenCode(registration.ticketCode)}</Text>
          <Text style={style.hint}>{m['ticket.paper.hint']({}, to)}</Text>
        </View>
      </Page>
    </Document>
  )
}

function Entry({ term, lines }: { term: string; lines: string[] }) {
  return (
    <View style={style.row}>
      <Text style={style.term}>{term}</Text>
      {lines.map((line) => (
        <Text key={line}>{drawn(line)}</Text>
      ))}
    </View>
  )
}

/** On the clocks of the place, and on those of Vietnam where they show something else. */
function times({ event, venue }: AttendeePage, locale: Locale): string[] {
  const { startsAt, endsAt, timeZone } = event
  const city = clockPlace(textIn(venue?.city, locale), timeZone, locale)
  const there = formatRange(startsAt, endsAt, timeZone, locale, city)
  if (zoneOffset(startsAt, timeZone) === zoneOffset(startsAt, home)) return [there]
  return [there, formatRange(startsAt, endsAt, home, locale, zoneCity(home, locale))]
}

function Code({ code }: { code: string }) {
  const squares = ticketSquares(code)
  const quiet = 4
  const size = squares.length + 2 * quiet
  const path = squares.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : [])),
  )
  return (
    <Svg width={200} height={200} viewBox={`0 0 ${size} ${size}`}>
      <Rect x={0} y={0} width={size} height={size} fill="#ffffff" />
      <Path d={path.join('')} fill="#000000" />
    </Svg>
  )
}
