import { Document, Page, Path, Rect, renderToBuffer, StyleSheet, Svg, Text, View } from '@react-pdf/renderer'
import { m } from '#app/paraglide/messages.js'
import { drawn, paperFamilies } from '#app/shared/fonts/paper-fonts.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { readable } from '#app/ui/accent.ts'
import { codeColour, linkSquares, printedAddress, squaresPath } from './link-picture.server.ts'

const style = StyleSheet.create({
  page: { padding: 56, color: '#1a1c23', justifyContent: 'space-between' },
  kicker: { fontSize: 14, fontWeight: 600, lineHeight: 1.5 },
  title: { fontSize: 40, fontWeight: 600, lineHeight: 1.25, marginTop: 8 },
  facts: { marginTop: 24, fontSize: 18, lineHeight: 1.5 },
  foot: { alignItems: 'center' },
  call: { fontSize: 16, fontWeight: 600, lineHeight: 1.5, textAlign: 'center' },
  address: { marginTop: 10, fontSize: 14, lineHeight: 1.5 },
})

export type PosterFacts = {
  code: string
  accent: string
  locale: Locale
  title: string
  hosts: string
  when: string
  place: string
}

/** One sheet of A4 to hang up: what it is, when, where, who invites, and the code that leads there. */
export function posterPdf(facts: PosterFacts): Promise<Buffer> {
  return renderToBuffer(<Poster {...facts} />)
}

function Poster({ code, accent, locale, title, hosts, when, place }: PosterFacts) {
  const to = { locale }
  const colour = readable(accent, 'light')
  const fontFamily = paperFamilies([title, hosts, place].join(' '))
  const site = m['shared.site.name']({}, to)
  const squares = linkSquares(code)
  const size = squares.length
  return (
    <Document title={title} language={locale} creator={site} producer={site}>
      <Page size="A4" wrap={false} style={[style.page, { fontFamily }]}>
        <View>
          <Text style={[style.kicker, { color: colour }]}>{drawn(hosts)}</Text>
          <Text style={style.title}>{drawn(title)}</Text>
          <View style={style.facts}>
            <Text>{drawn(when)}</Text>
            {place !== '' && <Text>{drawn(place)}</Text>}
          </View>
        </View>
        <View style={style.foot}>
          <Text style={style.call}>{m['links.poster.call']({}, to)}</Text>
          <Svg width={260} height={260} viewBox={`0 0 ${size} ${size}`}>
            <Rect x={0} y={0} width={size} height={size} fill="#ffffff" />
            <Path d={squaresPath(squares)} fill={codeColour(accent)} />
          </Svg>
          <Text style={style.address}>{printedAddress(code).replace(/^https?:\/\//, '')}</Text>
        </View>
      </Page>
    </Document>
  )
}
