import { Mark, mergeAttributes, Node } from '@tiptap/core'

/** What the editor shows of a linked note or picture, by id. */
export type Linked = {
  quote: (noteId: string, words: string) => { name: string; isStale: boolean; staleWords: string }
  picture: (pictureId: string) => { src: string; alt: string } | null
}

/** A quote as one block, tied to its note: its words are not edited here, they are the note's. */
export const quoteNode = (linked: Linked) =>
  Node.create({
    name: 'quote',
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({
      noteId: { default: '', parseHTML: (element) => element.getAttribute('data-note') },
      words: { default: '', parseHTML: (element) => element.getAttribute('data-words') },
    }),
    parseHTML: () => [{ tag: 'figure[data-note]' }],
    renderHTML: ({ node, HTMLAttributes: _ }) => {
      const { noteId, words } = node.attrs as { noteId: string; words: string }
      const { name, isStale, staleWords } = linked.quote(noteId, words)
      const own = {
        'data-note': noteId,
        'data-words': words,
        class: isStale ? 'recap-quote is-stale' : 'recap-quote',
      }
      return [
        'figure',
        own,
        ['blockquote', {}, words],
        ['figcaption', {}, isStale ? `${name} · ${staleWords}` : name],
      ]
    },
  })

/** A picture of the event as one block. */
export const pictureNode = (linked: Linked) =>
  Node.create({
    name: 'picture',
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({
      pictureId: { default: '', parseHTML: (element) => element.getAttribute('data-picture') },
    }),
    parseHTML: () => [{ tag: 'figure[data-picture]' }],
    renderHTML: ({ node }) => {
      const { pictureId } = node.attrs as { pictureId: string }
      const found = linked.picture(pictureId)
      const own = { 'data-picture': pictureId, class: 'recap-picture' }
      return found ? ['figure', own, ['img', { src: found.src, alt: found.alt }]] : ['figure', own, '–']
    },
  })

/** Words tied to a note: when the note says something else, they are to be looked at again. */
export const figureMark = Mark.create({
  name: 'figure',
  addAttributes: () => ({
    noteId: { default: '', parseHTML: (element) => element.getAttribute('data-note') },
    fingerprint: { default: '', parseHTML: (element) => element.getAttribute('data-fingerprint') },
  }),
  parseHTML: () => [{ tag: 'span[data-note]' }],
  renderHTML: ({ mark, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, {
      'data-note': mark.attrs.noteId,
      'data-fingerprint': mark.attrs.fingerprint,
      class: 'recap-linked',
    }),
    0,
  ],
})
