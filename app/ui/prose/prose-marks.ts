import { Extension, Mark, markInputRule, Node } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { isWebAddress } from '#app/shared/i18n/prose.ts'

/** A mark of our texts: no other stands on the same words, as their signs cannot say two things of one. */
const mark = (name: 'bold' | 'italic', tags: string[], key: string, typed: RegExp) =>
  Mark.create({
    name,
    excludes: '_',
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: () => [tags[0] ?? 'span', 0],
    addKeyboardShortcuts() {
      return { [`Mod-${key}`]: () => this.editor.commands.toggleMark(name) }
    },
    addInputRules() {
      return [markInputRule({ find: typed, type: this.type })]
    },
  })

/** A line of a list. It holds no list of its own, so that what is pasted becomes flat. */
const listItem = Node.create({
  name: 'listItem',
  content: 'paragraph',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem('listItem') }
  },
})

/** Whether a block was written right below another one, without an empty line. */
const tightness = Extension.create({
  name: 'tightness',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'bulletList'],
      attributes: { tight: { default: false, rendered: false, keepOnSplit: false } },
    },
  ],
})

/** Everything that our texts can say, and nothing else: pasted pages are reduced to it. */
export const proseExtensions = [
  StarterKit.configure({
    bold: false,
    italic: false,
    listItem: false,
    listKeymap: false,
    blockquote: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    orderedList: false,
    strike: false,
    underline: false,
    trailingNode: false,
    link: { openOnClick: false, autolink: true, defaultProtocol: 'https', isAllowedUri: isWebAddress },
  }),
  mark('bold', ['strong', 'b'], 'b', /(?:^|\s)(\*\*([^*\n]+)\*\*)$/),
  mark('italic', ['em', 'i'], 'i', /(?:^|\s)(\*([^*\s][^*\n]*)\*)$/),
  listItem,
  tightness,
]
