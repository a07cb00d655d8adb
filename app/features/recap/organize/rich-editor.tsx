import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useMemo } from 'react'
import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { EventPicture } from '../domain/pictures.server.ts'
import type { RichNode } from '../domain/recap-content.ts'
import type { Material } from '../domain/recap-desk.server.ts'
import { EditorBar } from './editor-bar.tsx'
import { EditorMaterial } from './editor-material.tsx'
import { figureMark, type Linked, pictureNode, quoteNode } from './rich-nodes.ts'

type Props = {
  doc: RichNode
  locale: Locale
  notes: readonly Material[]
  pictures: readonly EventPicture[]
  onChange: (doc: RichNode) => void
}

/** The editor of a text: plain marks, headings and lists, quotes and figures tied to their notes, pictures. */
export default function RichEditor({ doc, locale, notes, pictures, onChange }: Props) {
  const linked = useMemo(() => linkedOf(notes, pictures, locale), [notes, pictures, locale])
  const editor = useEditor({
    immediatelyRender: false,
    // Our own sheet says how it looks; the policy of the page allows no other.
    injectCSS: false,
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3] },
        link: { openOnClick: false, protocols: ['http', 'https', 'mailto'] },
        code: false,
        codeBlock: false,
        strike: false,
        underline: false,
      }),
      quoteNode(linked),
      pictureNode(linked),
      figureMark,
    ],
    content: doc.content?.length ? doc : '',
    editorProps: {
      attributes: {
        class: 'prose recap-editor input',
        lang: locale,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': m['recap.desk.body'](),
      },
    },
    onUpdate: ({ editor: now }) => onChange(now.getJSON() as RichNode),
  })
  if (!editor) return <p>{m['recap.desk.loading']()}</p>
  return (
    <div className="recap-write">
      <div>
        <EditorBar editor={editor} />
        <EditorContent editor={editor} />
      </div>
      <EditorMaterial editor={editor} locale={locale} notes={notes} pictures={pictures} />
    </div>
  )
}

function linkedOf(notes: readonly Material[], pictures: readonly EventPicture[], locale: Locale): Linked {
  return {
    quote: (noteId, words) => {
      const note = notes.find((one) => one.id === noteId)
      const isStale = !note?.open.includes(locale) || note.text[locale] !== words
      return { name: note?.name || m['recap.stale.table'](), isStale, staleWords: m['recap.desk.stale']() }
    },
    picture: (pictureId) => {
      const found = pictures.find((one) => one.id === pictureId)
      return found
        ? { src: `/pictures/${found.id}/${found.widths[0]}.webp`, alt: textIn(found.alt, locale) }
        : null
    },
  }
}
