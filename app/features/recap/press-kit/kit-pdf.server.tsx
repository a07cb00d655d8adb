import { Document, Image, Link, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { drawn, paperFamilies } from '#app/shared/fonts/paper-fonts.server.ts'
import { readable } from '#app/ui/accent.ts'
import { nameLine } from '../domain/markdown.ts'
import { inMarks } from '../domain/quotation-marks.ts'
import type { RichNode } from '../domain/recap-content.ts'
import { quoteAt } from '../domain/rich-text.ts'
import { captionLine } from './kit-html.server.tsx'
import type { KitPicture, KitText } from './kit-source.server.ts'

const ink = '#1a1c23'
const soft = '#454852'
const style = StyleSheet.create({
  page: {
    paddingTop: 56,
    paddingBottom: 64,
    paddingHorizontal: 64,
    fontSize: 10.5,
    color: ink,
  },
  // Not on the page: react-pdf drops text that is drawn by page number where a line height is inherited.
  body: { fontSize: 10.5, lineHeight: 1.6 },
  label: { fontSize: 10, fontWeight: 600 },
  title: { fontSize: 22, fontWeight: 600, lineHeight: 1.3, marginVertical: 6 },
  lead: { fontSize: 12.5, fontWeight: 600, lineHeight: 1.5, marginBottom: 6 },
  meta: { fontSize: 9, color: soft },
  head: { paddingBottom: 10, marginBottom: 12, borderBottomWidth: 1.5 },
  paragraph: { marginBottom: 8 },
  heading2: { fontSize: 14, fontWeight: 600, lineHeight: 1.4, marginTop: 10, marginBottom: 5 },
  heading3: { fontSize: 11.5, fontWeight: 600, lineHeight: 1.4, marginTop: 8, marginBottom: 4 },
  quote: { marginVertical: 8, paddingLeft: 12, borderLeftWidth: 2 },
  quoted: { fontSize: 12, lineHeight: 1.5, fontStyle: 'italic' },
  item: { flexDirection: 'row' },
  sign: { width: 18 },
  what: { flex: 1 },
  picture: { marginVertical: 8 },
  // A page has 720 points: the caption stays with its picture only where both fit on one.
  image: { maxHeight: 560, objectFit: 'contain', objectPosition: 'left' },
  rule: { borderTopWidth: 0.75, borderTopColor: '#cfcabd', marginVertical: 10 },
  foot: {
    position: 'absolute',
    bottom: 28,
    left: 64,
    right: 64,
    flexDirection: 'row',
    justifyContent: 'space-between',
    fontSize: 8,
    color: '#63666f',
  },
})

type Around = { text: KitText; pictures: ReadonlyMap<string, KitPicture>; accent: string }

/** A text of the kit as PDF on A4. */
export function kitPdf(text: KitText, pictures: readonly KitPicture[], accent: string): Promise<Buffer> {
  const around = {
    text,
    accent: readable(accent, 'light'),
    pictures: new Map(pictures.map((one) => [one.id, one])),
  }
  return renderToBuffer(<Paper {...around} />)
}

function Paper(around: Around) {
  const { text, accent } = around
  const { words, event, locale } = text
  const fontFamily = paperFamilies(JSON.stringify([text, [...around.pictures.values()].map(captionsOf)]))
  return (
    <Document title={words.title} language={locale} author={event.hosts}>
      <Page size="A4" style={[style.page, { fontFamily }]}>
        <View style={style.body}>
          <View style={[style.head, { borderBottomColor: accent }]}>
            <Text style={[style.label, { color: accent }]}>{text.label}</Text>
            <Text style={style.title}>{drawn(words.title)}</Text>
            {words.lead !== '' && <Text style={style.lead}>{drawn(words.lead)}</Text>}
            <Text style={style.meta}>
              {drawn(text.kind === 'press-release' ? text.dateline : `${event.days} · ${event.place}`)}
            </Text>
          </View>
          {blocks(words.doc, around)}
          <View style={style.rule} />
          <Text style={style.meta}>{drawn(event.title)}</Text>
          <Text style={style.meta}>{drawn(event.hosts)}</Text>
          {text.contact !== '' && (
            <Text style={style.meta}>
              {drawn(`${m['recap.kit.contact']({}, { locale })} ${text.contact}`)}
            </Text>
          )}
        </View>
        <View style={style.foot} fixed>
          <Text>{drawn(event.title)}</Text>
          <Text
            render={({ pageNumber, totalPages }) =>
              m['public.agenda.page-of']({ page: pageNumber, pages: totalPages }, { locale })
            }
          />
        </View>
      </Page>
    </Document>
  )
}

const captionsOf = ({ caption, credit }: KitPicture) => [caption, credit]

function blocks(node: RichNode, around: Around): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: nodes have no other name
  return (node.content ?? []).map((one, at) => <Block key={at} node={one} around={around} />)
}

function Block({ node, around }: { node: RichNode; around: Around }): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return node.content?.length ? <Text style={style.paragraph}>{inline(node)}</Text> : null
    case 'heading':
      return (
        <Text style={node.attrs?.level === 3 ? style.heading3 : style.heading2} minPresenceAhead={40}>
          {inline(node)}
        </Text>
      )
    case 'horizontalRule':
      return <View style={style.rule} />
    case 'bulletList':
    case 'orderedList':
      return (node.content ?? []).map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no other name
        <View key={at} style={style.item}>
          <Text style={style.sign}>{node.type === 'bulletList' ? '•' : `${at + 1}.`}</Text>
          <View style={style.what}>{blocks(item, around)}</View>
        </View>
      ))
    case 'blockquote':
      return <View style={[style.quote, { borderLeftColor: soft }]}>{blocks(node, around)}</View>
    case 'quote':
      return <Quote node={node} around={around} />
    case 'picture':
      return <Picture node={node} around={around} />
    default:
      return null
  }
}

function Quote({ node, around }: { node: RichNode; around: Around }) {
  const { text, accent } = around
  const quote = quoteAt(text.content, node, text.locale)
  if (!quote) return null
  return (
    <View style={[style.quote, { borderLeftColor: accent }]} wrap={false}>
      <Text style={style.quoted}>{drawn(inMarks(quote.words, text.locale))}</Text>
      {quote.note.name !== '' && (
        <Text style={style.meta}>{drawn(`— ${nameLine(quote.note, text.locale)}`)}</Text>
      )}
    </View>
  )
}

function Picture({ node, around }: { node: RichNode; around: Around }) {
  const found = around.pictures.get(String(node.attrs?.pictureId))
  if (!found) return null
  const caption = captionLine(found, around.text.locale)
  return (
    <View style={style.picture} wrap={false}>
      <Image style={style.image} src={{ data: Buffer.from(found.inline.image), format: 'jpg' }} />
      {caption !== '' && <Text style={style.meta}>{drawn(caption)}</Text>}
    </View>
  )
}

function inline(node: RichNode): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of text have no other name
  return (node.content ?? []).map((one, at) => <Inline key={at} node={one} />)
}

function Inline({ node }: { node: RichNode }) {
  if (node.type === 'hardBreak') return '\n'
  const marks = (node.marks ?? []).map((mark) => mark.type)
  const look = {
    ...(marks.includes('bold') && { fontWeight: 600 as const }),
    ...(marks.includes('italic') && { fontStyle: 'italic' as const }),
  }
  const link = node.marks?.find((mark) => mark.type === 'link')
  const said = drawn(node.text ?? '')
  if (!link) return <Text style={look}>{said}</Text>
  return (
    <Link src={String(link.attrs?.href)} style={look}>
      {said}
    </Link>
  )
}
