import { withoutMarks } from './kept-words.ts'

/** A run of words in a text that organizers wrote: plain, strong, in emphasis, or a link to somewhere on the web. */
export type Run = { text: string; strong?: true; emphasis?: true; href?: string }
export type Block = { kind: 'paragraph'; runs: Run[] } | { kind: 'list'; items: Run[][] }

const item = /^\s*[-*•]\s+(.+)$/
/** An address of the web within words, without the sign that ends their sentence: the source of an expression. */
export const webAddress = 'https?:\\/\\/[^\\s<>"\']*[^\\s<>"\'.,;:!?)\\]*]'
const wholeAddress = new RegExp(`^${webAddress}$`)

/** Whether an address can be the target of a link: one of the web, and nothing besides. */
export const isWebAddress = (address: string) => wholeAddress.test(address)

const marks = new RegExp(
  `\\[([^\\]\\n]{1,300})\\]\\((${webAddress})\\)|(${webAddress})|\\*\\*([^*\\n]{1,500})\\*\\*|\\*([^*\\s][^*\\n]{0,500})\\*`,
  'g',
)

/**
 * The blocks of a text: an empty line parts paragraphs, lines that begin with a dash are a list. Marked are `**strong**`,
 * `*emphasis*` and `[words](https://…)`; an address alone is a link too. Whatever else is written stays as it is.
 */
export function proseOf(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap(blocksOf)
}

function blocksOf(part: string): Block[] {
  const blocks: Block[] = []
  for (const line of part.split('\n')) {
    const [, listed] = item.exec(line) ?? []
    const last = blocks.at(-1)
    if (listed !== undefined) {
      if (last?.kind === 'list') last.items.push(runsOf(listed))
      else blocks.push({ kind: 'list', items: [runsOf(listed)] })
    } else if (last?.kind === 'paragraph') last.runs.push({ text: '\n' }, ...runsOf(line))
    else blocks.push({ kind: 'paragraph', runs: runsOf(line) })
  }
  return blocks
}

function runsOf(line: string): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const found of line.matchAll(marks)) {
    const [whole, named, target, alone, strong, emphasis] = found
    if (found.index > from) runs.push({ text: line.slice(from, found.index) })
    from = found.index + whole.length
    if (named && target) runs.push({ text: named, href: target })
    else if (alone) runs.push({ text: alone, href: alone })
    else if (strong) runs.push({ text: strong, strong: true })
    else runs.push({ text: emphasis ?? '', emphasis: true })
  }
  if (from < line.length) runs.push({ text: line.slice(from) })
  return runs
}

/** The same as words alone, for calendars, papers and whatever shows no marks: links say where they lead. */
export function plainProse(text: string): string {
  const words = (runs: Run[]) =>
    runs
      .map(({ text, href }) => ({ href, said: href === text ? text : withoutMarks(text) }))
      .map(({ href, said }) => (href && href !== said ? `${said} (${href})` : said))
      .join('')
  return proseOf(text)
    .map((block) =>
      block.kind === 'list' ? block.items.map((one) => `– ${words(one)}`).join('\n') : words(block.runs),
    )
    .join('\n\n')
}
