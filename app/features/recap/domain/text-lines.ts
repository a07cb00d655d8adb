import type { RichNode } from '#db/schema/recap-content.ts'
import { wordsOf } from './rich-text.ts'

const linked = /^\[(quote|picture):([0-9a-f-]{36})\]$/
const heading = /^(#{2,3})\s+(.+)$/

/**
 * A text as lines, for writing without the editor: paragraphs with an empty line between, headings with ## before them,
 * quotes and pictures as [quote:…] and [picture:…]. Bold, links and lists are plain words there.
 */
export function linesOf(doc: RichNode): string {
  return (doc.content ?? []).map(lineOf).filter(Boolean).join('\n\n')
}

function lineOf(node: RichNode): string {
  if (node.type === 'quote') return `[quote:${node.attrs?.noteId}]`
  if (node.type === 'picture') return `[picture:${node.attrs?.pictureId}]`
  const words = wordsOf(node)
  if (node.type === 'heading') return `${node.attrs?.level === 3 ? '###' : '##'} ${words}`
  return words
}

/**
 * The text that these lines stand for. Blocks that the lines leave as they were keep what lines cannot say; a quote gets
 * the words that `words` gives for its note.
 */
export function docFromLines(lines: string, before: RichNode, words: (noteId: string) => string): RichNode {
  const known = new Map((before.content ?? []).map((node) => [lineOf(node), node]))
  const blocks = lines
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean)
  return { type: 'doc', content: blocks.map((block) => known.get(block) ?? blockOf(block, words)) }
}

function blockOf(block: string, words: (noteId: string) => string): RichNode {
  const [, type, id = ''] = linked.exec(block) ?? []
  if (type === 'quote') return { type, attrs: { noteId: id, words: words(id) } }
  if (type === 'picture') return { type, attrs: { pictureId: id } }
  const [, signs, title = ''] = heading.exec(block) ?? []
  if (signs)
    return { type: 'heading', attrs: { level: signs.length }, content: [{ type: 'text', text: title }] }
  const content = block
    .split('\n')
    .flatMap((line, at): RichNode[] => [
      ...(at > 0 ? [{ type: 'hardBreak' }] : []),
      { type: 'text', text: line },
    ])
    .filter((node) => node.type !== 'text' || node.text !== '')
  return { type: 'paragraph', content }
}
