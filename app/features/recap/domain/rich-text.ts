import type { Locale } from '#app/shared/vocabulary.ts'
import type { RecapContent, RecapNote, RecapPicture, RichNode } from '#db/schema/recap-content.ts'

/** What a recap's text may be made of; the writers of HTML, Markdown, DOCX and PDF know exactly these. */
const blocks = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'horizontalRule']
const linkedBlocks = ['quote', 'picture']
const deepest = 12
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Mark = NonNullable<RichNode['marks']>[number]

export const emptyDoc: RichNode = { type: 'doc', content: [] }

/** A text with one paragraph a block of words: what is written without the editor. */
export function docOf(...paragraphs: string[]): RichNode {
  const content = paragraphs
    .filter((words) => words.trim() !== '')
    .map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words.trim() }] }))
  return { type: 'doc', content }
}

/**
 * What came from an editor, cut down to what a recap may hold: unknown nodes give their words only, unknown marks and
 * attributes go, links lead to web and mail addresses only.
 */
export function cleanDoc(value: unknown): RichNode {
  const content = isNode(value) && value.type === 'doc' ? cleanAll(value.content, 0) : []
  return { type: 'doc', content: content.map((node) => (isInline(node) ? paragraph([node]) : node)) }
}

function cleanAll(nodes: unknown, depth: number): RichNode[] {
  if (!Array.isArray(nodes) || depth > deepest) return []
  return nodes.flatMap((node) => (isNode(node) ? clean(node, depth) : []))
}

function clean(node: RichNode, depth: number): RichNode[] {
  const { type } = node
  if (type === 'text') return typeof node.text === 'string' && node.text ? [cleanText(node)] : []
  if (type === 'hardBreak' || type === 'horizontalRule') return [{ type }]
  if (linkedBlocks.includes(type)) return linked(node)
  const content = cleanAll(node.content, depth + 1)
  if (type === 'paragraph') return [paragraph(content.filter(isInline))]
  if (type === 'heading') {
    return [{ type, attrs: { level: node.attrs?.level === 3 ? 3 : 2 }, content: content.filter(isInline) }]
  }
  if (type === 'bulletList' || type === 'orderedList') return [{ type, content: content.filter(isItem) }]
  if (type === 'listItem' || type === 'blockquote') {
    return [{ type, content: content.map((one) => (isInline(one) ? paragraph([one]) : one)) }]
  }
  return content
}

function cleanText(node: RichNode): RichNode {
  const marks = Array.isArray(node.marks) ? node.marks.flatMap(cleanMark) : []
  return { type: 'text', text: (node.text ?? '').normalize('NFC'), ...(marks.length > 0 && { marks }) }
}

function cleanMark(mark: Mark | null): Mark[] {
  const { type, attrs } = mark ?? {}
  if (type === 'bold' || type === 'italic') return [{ type }]
  const href = attrs?.href
  if (type === 'link' && typeof href === 'string' && /^(https?:\/\/|mailto:)[^\s]+$/i.test(href)) {
    return [{ type, attrs: { href } }]
  }
  if (type === 'figure' && isId(attrs?.noteId)) {
    const made = typeof attrs.fingerprint === 'string' ? attrs.fingerprint : ''
    return [{ type, attrs: { noteId: attrs.noteId, fingerprint: made } }]
  }
  return []
}

function linked({ type, attrs }: RichNode): RichNode[] {
  if (type === 'picture')
    return isId(attrs?.pictureId) ? [{ type, attrs: { pictureId: attrs.pictureId } }] : []
  if (!isId(attrs?.noteId)) return []
  const words = typeof attrs.words === 'string' ? attrs.words.normalize('NFC') : ''
  return [{ type, attrs: { noteId: attrs.noteId, words } }]
}

const paragraph = (content: RichNode[]): RichNode => ({ type: 'paragraph', content })
const isInline = ({ type }: RichNode) => type === 'text' || type === 'hardBreak'
const isItem = ({ type }: RichNode) => type === 'listItem'
const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value)

function isNode(value: unknown): value is RichNode {
  return typeof value === 'object' && value !== null && typeof (value as RichNode).type === 'string'
}

/** The words of a text, one block a line: to search in, to count, to compare. */
export function wordsOf(node: RichNode): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  if (node.type === 'quote') return String(node.attrs?.words ?? '')
  const parts = (node.content ?? []).map(wordsOf)
  const isBlock = !blocks.slice(0, 2).includes(node.type)
  return isBlock ? parts.filter(Boolean).join('\n') : parts.join('')
}

/** Every node of a text, parents first. */
export function nodesOf(node: RichNode): RichNode[] {
  return [node, ...(node.content ?? []).flatMap(nodesOf)]
}

/**
 * A text as it may leave the organizers' pages: quotes and pictures that a version does not show are not in it, and of
 * the others only which they are. Their words come from the version's own list.
 */
export function publicDoc(doc: RichNode, shown: { notes: Set<string>; pictures: Set<string> }): RichNode {
  const { type, attrs, content } = doc
  if (type === 'quote') return { type, attrs: { noteId: attrs?.noteId } }
  if (type === 'picture') return { type, attrs: { pictureId: attrs?.pictureId } }
  if (!content) return doc
  const kept = content.filter((node) => {
    if (node.type === 'quote') return shown.notes.has(String(node.attrs?.noteId))
    return node.type !== 'picture' || shown.pictures.has(String(node.attrs?.pictureId))
  })
  return { ...doc, content: kept.map((node) => publicDoc(node, shown)) }
}

export type ShownQuote = { words: string; note: RecapNote }

/** The quote at a node, in the words that were approved in this language; null shows nothing. */
export function quoteAt(content: RecapContent, node: RichNode, locale: Locale): ShownQuote | null {
  const note = content.notes.find((one) => one.id === node.attrs?.noteId)
  const words = note?.words[locale]
  return note && words ? { words, note } : null
}

/** The picture at a node; null when it is there no more. */
export function pictureAt(content: RecapContent, node: RichNode): RecapPicture | null {
  return content.pictures.find((one) => one.id === node.attrs?.pictureId) ?? null
}
