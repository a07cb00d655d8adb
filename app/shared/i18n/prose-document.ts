import { proseOf, type Run } from './prose.ts'

/** A node as the editor's library keeps it: a document of paragraphs and lists, with nothing in it but our marks. */
export type ProseNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: ProseNode[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}

/** A text with its marks as a document. A block that stands right below another, without an empty line, is `tight`. */
export function docOfProse(text: string): ProseNode {
  const parts = text
    .split(/\n\s*\n/)
    .flatMap((part) => proseOf(part).map((block, at) => ({ block, attrs: { tight: at > 0 } })))
  const content = parts.map(
    ({ block, attrs }): ProseNode =>
      block.kind === 'list'
        ? {
            type: 'bulletList',
            attrs,
            content: block.items.map((runs) => ({ type: 'listItem', content: [lineOf(runs)] })),
          }
        : { ...lineOf(block.runs), attrs },
  )
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/** Runs as a paragraph; those that look alike and touch are one. */
function lineOf(runs: readonly Run[]): ProseNode {
  const content = runs.flatMap((run): ProseNode[] => {
    if (run.text === '\n') return [{ type: 'hardBreak' }]
    if (!run.text) return []
    const mark = markOf(run)
    return [{ type: 'text', text: run.text, ...(mark && { marks: [mark] }) }]
  })
  return { type: 'paragraph', ...(content.length > 0 && { content }) }
}

function markOf({ strong, emphasis, href }: Run) {
  if (href) return { type: 'link', attrs: { href } }
  if (strong) return { type: 'bold' }
  return emphasis ? { type: 'italic' } : null
}

/** The document as a text with its marks: what a field sends, and what pages show. */
export function proseOfDoc(doc: ProseNode): string {
  let text = ''
  let before = ''
  for (const block of doc.content ?? []) {
    const isList = block.type === 'bulletList'
    const own = isList ? itemsOf(block) : wordsOf(block).trim()
    if (!own) continue
    const isTight = block.attrs?.tight === true && before !== '' && before !== block.type
    text += before === '' ? own : `${isTight ? '\n' : '\n\n'}${own}`
    before = block.type
  }
  return text
}

function itemsOf(list: ProseNode): string {
  return (list.content ?? [])
    .map((one) => (one.content ?? []).map(wordsOf).join(' ').replaceAll('\n', ' ').trim())
    .filter(Boolean)
    .map((words) => `- ${words}`)
    .join('\n')
}

function wordsOf({ content = [] }: ProseNode): string {
  // An empty line would part the paragraph in two.
  return joined(content).replace(/\n\s*\n/g, '\n')
}

type Words = { text: string; mark: string; href: string }

function joined(content: readonly ProseNode[]): string {
  const all: Words[] = []
  for (const { type, text = '', marks = [] } of content) {
    const [mark] = ['link', 'bold', 'italic'].flatMap((name) => marks.filter((one) => one.type === name))
    const next = {
      text: type === 'hardBreak' ? '\n' : text,
      mark: mark?.type ?? '',
      href: String(mark?.attrs?.href ?? ''),
    }
    const last = all.at(-1)
    if (last && last.mark === next.mark && last.href === next.href) last.text += next.text
    else all.push(next)
  }
  return all.map((one, at) => written(one, all[at + 1])).join('')
}

/** Words in the marks that say what they are; without, where no mark can say it. Each line has marks of its own. */
function written({ text, mark, href }: Words, next: Words | undefined): string {
  if (mark === 'link') return linked(text.replaceAll('\n', ' '), href, next)
  const sign = mark === 'bold' ? '**' : mark === 'italic' ? '*' : ''
  if (!sign) return text
  return text
    .split('\n')
    .map((line) => signed(line, sign))
    .join('\n')
}

/** Emphasis begins with a letter, or its star would be one of a sum. */
function signed(line: string, sign: string): string {
  const indent = sign === '*' ? line.length - line.trimStart().length : 0
  const words = line.slice(indent)
  const fits = words !== '' && words.length <= 500 && !words.includes('*')
  return fits ? `${line.slice(0, indent)}${sign}${words}${sign}` : line
}

function linked(text: string, href: string, next: Words | undefined): string {
  const following = next && next.mark === '' ? next.text : ''
  if (text === href && first(`${href}${following}`)?.text === href) return href
  const named = `[${text}](${href})`
  const read = first(named)
  return read?.text === text && read.href === href ? named : `${text} (${href})`
}

/** The first run of a line. */
function first(line: string): Run | undefined {
  const [block] = proseOf(line)
  return block?.kind === 'paragraph' ? block.runs[0] : undefined
}
