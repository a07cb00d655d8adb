import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { RecapContent, RecapNote, RecapWords, RichNode } from '#db/schema/recap-content.ts'
import { inMarks } from './quotation-marks.ts'
import { pictureAt, quoteAt } from './rich-text.ts'

type Around = {
  content: RecapContent
  locale: Locale
  pictureFile: (id: string) => string
  /** What stands below the title and at the end: when and where, who invited, whom to ask. */
  above?: string
  below?: readonly string[]
}

/** A recap's text as Markdown (CommonMark); `pictureFile` gives the name a picture has beside it. */
export function markdownOf(words: RecapWords, around: Around): string {
  const parts = [
    `# ${escaped(words.title)}`,
    words.lead && `**${escaped(words.lead)}**`,
    around.above && escaped(around.above),
    blocks(words.doc, around),
    around.below?.length && `---\n\n${around.below.map(escaped).join('  \n')}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function blocks(node: RichNode, around: Around): string {
  return (node.content ?? [])
    .map((one) => block(one, around))
    .filter(Boolean)
    .join('\n\n')
}

function block(node: RichNode, around: Around): string {
  switch (node.type) {
    case 'paragraph':
      return inline(node)
    case 'heading':
      return `${node.attrs?.level === 3 ? '###' : '##'} ${inline(node)}`
    case 'horizontalRule':
      return '---'
    case 'bulletList':
      return items(node, () => '- ', around)
    case 'orderedList':
      return items(node, (at) => `${at + 1}. `, around)
    case 'blockquote':
      return prefixed(blocks(node, around), '> ')
    case 'quote': {
      const quote = quoteAt(around.content, node, around.locale)
      if (!quote) return ''
      const said = prefixed(escaped(inMarks(quote.words, around.locale)).replaceAll('\n', '  \n'), '> ')
      return quote.note.name ? `${said}\n>\n> — ${escaped(nameLine(quote.note, around.locale))}` : said
    }
    case 'picture': {
      const picture = pictureAt(around.content, node)
      if (!picture) return ''
      const { locale } = around
      const credit = textIn(picture.credit, locale)
      const caption = [textIn(picture.caption, locale), credit && `© ${credit}`].filter(Boolean)
      const image = `![${escaped(textIn(picture.alt, locale))}](${around.pictureFile(picture.id)})`
      return caption.length > 0 ? `${image}\n\n*${escaped(caption.join(' '))}*` : image
    }
    default:
      return ''
  }
}

/** "TS. Ngô Phương Lan, VFDA": who said something, in one line. */
export function nameLine({ name, honorific, position }: RecapNote, locale: Locale): string {
  const titled = [textIn(honorific, locale), name].filter(Boolean).join(' ')
  return [titled, textIn(position, locale)].filter(Boolean).join(', ')
}

function items(node: RichNode, sign: (at: number) => string, around: Around): string {
  return (node.content ?? [])
    .map((item, at) => {
      const [mark, text] = [sign(at), blocks(item, around)]
      return mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`)
    })
    .join('\n')
}

function inline(node: RichNode): string {
  return (node.content ?? []).map((one) => (one.type === 'hardBreak' ? '  \n' : marked(one))).join('')
}

function marked({ text = '', marks = [] }: RichNode): string {
  // Blanks at the edges stay outside: "** word**" is no bold.
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (!words) return text
  const said = marks.reduce((inner, { type, attrs }) => {
    if (type === 'bold') return `**${inner}**`
    if (type === 'italic') return `*${inner}*`
    if (type === 'link') return `[${inner}](<${String(attrs?.href).replace(/[<>]/g, encodeURIComponent)}>)`
    return inner
  }, escaped(words))
  return before + said + after
}

const prefixed = (text: string, sign: string) =>
  text
    .split('\n')
    .map((line) => (sign + line).trimEnd())
    .join('\n')

/** Signs that Markdown reads as marks, and those at a line's beginning that would make it a list or a heading. */
const escaped = (text: string) =>
  text
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, (_, blank, sign) => `${blank}${sign.replace(/[-+.)]$/, '\\$&')}`)
