import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  type IRunOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { m } from '#app/paraglide/messages.js'
import { xmlLetters } from '#app/shared/http/xml-text.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { nameLine } from '../domain/markdown.ts'
import { inMarks } from '../domain/quotation-marks.ts'
import type { RichNode } from '../domain/recap-content.ts'
import { quoteAt } from '../domain/rich-text.ts'
import { captionLine } from './kit-html.server.tsx'
import type { KitPicture, KitText } from './kit-source.server.ts'

type Around = { text: KitText; pictures: ReadonlyMap<string, KitPicture> }
type Place = {
  indent?: number
  list?: { reference: string; level: number; instance: number }
  isQuote?: boolean
}

const textWidth = 600
// With its caption on one page.
const textHeight = 760
const soft = '454852'
/** A unit of Word's: a twentieth of a point. */
const points = (count: number) => count * 20

/** A text of the kit for Word (Office Open XML, ECMA-376), with real headings, lists and pictures. */
export async function kitDocx(text: KitText, pictures: readonly KitPicture[]): Promise<Uint8Array> {
  const around = { text, pictures: new Map(pictures.map((one) => [one.id, one])) }
  const { words, event, locale } = text
  const small = (said: string) => new Paragraph({ children: [run(said, { size: 20, color: soft })] })
  const contact = text.contact && `${m['recap.kit.contact']({}, { locale })} ${text.contact}`
  const file = new Document({
    title: words.title,
    creator: event.hosts,
    description: words.lead,
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 23, language: { value: locale === 'vi' ? 'vi-VN' : 'en-US' } },
          paragraph: { spacing: { after: points(8), line: 300, lineRule: LineRuleType.AUTO } },
        },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: points(8) } } },
        heading2: {
          run: { size: 28, bold: true },
          paragraph: { spacing: { before: points(12), after: points(6) } },
        },
        heading3: {
          run: { size: 24, bold: true },
          paragraph: { spacing: { before: points(8), after: points(4) } },
        },
      },
    },
    numbering: {
      config: [numbered('bullets', LevelFormat.BULLET), numbered('numbers', LevelFormat.DECIMAL)],
    },
    sections: [
      {
        children: [
          small(text.label),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(words.title)] }),
          ...(words.lead ? [new Paragraph({ children: [run(words.lead, { size: 26, bold: true })] })] : []),
          small(text.kind === 'press-release' ? text.dateline : `${event.days} · ${event.place}`),
          ...blocks(words.doc, around, {}),
          ...[event.title, event.hosts, contact].filter(Boolean).map(small),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function numbered(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat]) {
  const levels = [0, 1, 2, 3].map((level) => ({
    level,
    format,
    alignment: AlignmentType.LEFT,
    text: format === LevelFormat.BULLET ? '•' : `%${level + 1}.`,
    style: { paragraph: { indent: { left: points(18 * (level + 1)), hanging: points(18) } } },
  }))
  return { reference, levels }
}

let lists = 0

function blocks(node: RichNode, around: Around, place: Place): Paragraph[] {
  return (node.content ?? []).flatMap((one) => block(one, around, place))
}

function block(node: RichNode, around: Around, place: Place): Paragraph[] {
  switch (node.type) {
    case 'paragraph':
      return [new Paragraph({ children: inline(node), ...layout(place) })]
    case 'heading': {
      const heading = node.attrs?.level === 3 ? HeadingLevel.HEADING_3 : HeadingLevel.HEADING_2
      return [new Paragraph({ heading, children: inline(node) })]
    }
    case 'horizontalRule':
      return [new Paragraph({ thematicBreak: true })]
    case 'bulletList':
    case 'orderedList': {
      const reference = node.type === 'bulletList' ? 'bullets' : 'numbers'
      const level = place.list ? Math.min(3, place.list.level + 1) : 0
      // Each list of its own, or numbers would go on from the list before.
      const list = { reference, level, instance: ++lists }
      return (node.content ?? []).flatMap((item) => listItem(item, around, list))
    }
    case 'blockquote':
      return blocks(node, around, { ...place, isQuote: true })
    case 'quote':
      return quote(node, around)
    case 'picture':
      return picture(node, around)
    default:
      return []
  }
}

/** The first paragraph carries the sign; what follows in the item stands below it. */
function listItem(item: RichNode, around: Around, list: NonNullable<Place['list']>): Paragraph[] {
  return (item.content ?? []).flatMap((one, at) =>
    block(one, around, at === 0 || one.type.endsWith('List') ? { list } : { indent: 18 * (list.level + 1) }),
  )
}

function layout({ indent, list, isQuote }: Place) {
  return {
    ...(list && { numbering: list }),
    ...(indent && { indent: { left: points(indent) } }),
    ...(isQuote && quoted),
  }
}

const quoted = {
  indent: { left: points(18) },
  border: { left: { style: BorderStyle.SINGLE, size: 12, space: 12, color: soft } },
}

function quote(node: RichNode, { text }: Around): Paragraph[] {
  const shown = quoteAt(text.content, node, text.locale)
  if (!shown) return []
  const said = inMarks(shown.words, text.locale)
    .split('\n')
    .map((line, at) => run(line, { italics: true, ...(at > 0 && { break: 1 }) }))
  const name = shown.note.name && `— ${nameLine(shown.note, text.locale)}`
  return [
    new Paragraph({ children: said, keepNext: name !== '', ...quoted }),
    ...(name ? [new Paragraph({ children: [run(name, { size: 20, color: soft })], ...quoted })] : []),
  ]
}

function picture(node: RichNode, { text, pictures }: Around): Paragraph[] {
  const found = pictures.get(String(node.attrs?.pictureId))
  if (!found) return []
  const { image, width, height } = found.inline
  const scale = Math.min(1, textWidth / width, textHeight / height)
  const alt = textIn(found.alt, text.locale)
  const caption = captionLine(found, text.locale)
  return [
    new Paragraph({
      keepNext: caption !== '',
      keepLines: true,
      // A line as high as the picture is, not as high as the text's lines.
      spacing: { line: 240, lineRule: LineRuleType.AUTO },
      children: [
        new ImageRun({
          type: 'jpg' as const,
          data: image,
          transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
          altText: { name: alt, title: alt, description: alt },
        }),
      ],
    }),
    ...(caption ? [new Paragraph({ children: [run(caption, { size: 20, color: soft })] })] : []),
  ]
}

function inline(node: RichNode): ParagraphChild[] {
  return (node.content ?? []).map((one) => {
    if (one.type === 'hardBreak') return new TextRun({ break: 1 })
    const marks = one.marks ?? []
    const link = marks.find((mark) => mark.type === 'link')
    const said = run(one.text ?? '', {
      bold: marks.some((mark) => mark.type === 'bold'),
      italics: marks.some((mark) => mark.type === 'italic'),
      ...(link && { style: 'Hyperlink' }),
    })
    return link ? new ExternalHyperlink({ link: String(link.attrs?.href), children: [said] }) : said
  })
}

const run = (text: string, look: IRunOptions = {}) => new TextRun({ ...look, text: xmlLetters(text) })
