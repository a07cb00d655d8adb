import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useMemo } from 'react'
import { m } from '#app/paraglide/messages.js'
import { fingerprint, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { RichNode } from '#db/schema/recap-content.ts'
import type { EventPicture } from '../domain/pictures.server.ts'
import type { Material } from '../domain/recap-desk.server.ts'
import { EditorBar } from './editor-bar.tsx'
import { figureMark, type Linked, pictureNode, quoteNode } from './rich-nodes.ts'

type Props = {
  doc: RichNode | null
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
        ...{ code: false, codeBlock: false, strike: false, underline: false },
      }),
      quoteNode(linked),
      pictureNode(linked),
      figureMark,
    ],
    content: doc ?? '',
    editorProps: {
      attributes: {
        ...{ class: 'prose recap-editor input', lang: locale, role: 'textbox', 'aria-multiline': 'true' },
        'aria-label': m['recap.desk.body'](),
      },
    },
    onUpdate: ({ editor: now }) => onChange(now.getJSON() as RichNode),
  })
  if (!editor) return <p>{m['recap.desk.loading']()}</p>
  const insert = (type: string, attrs: Record<string, string>) =>
    editor.chain().focus().insertContent({ type, attrs }).run()
  return (
    <div className="stack snug">
      <EditorBar editor={editor} />
      <EditorContent editor={editor} />
      <div className="recap-insert">
        <details>
          <summary>{m['recap.desk.insert-note']()}</summary>
          <ul className="stack snug">
            {notes.map(({ id, name, text, open }) => {
              const words = text[locale]
              if (!words) return null
              return (
                <li key={id} className="stack tight">
                  <p className="small">
                    {name && <strong>{name}: </strong>}
                    {words}
                  </p>
                  <div className="cluster">
                    <button
                      type="button"
                      className="button button-quiet"
                      disabled={!open.includes(locale)}
                      onClick={() => insert('quote', { noteId: id, words })}
                    >
                      {open.includes(locale)
                        ? m['recap.desk.insert-quote']()
                        : m['recap.desk.not-approved']()}
                    </button>
                    <button
                      type="button"
                      className="button button-plain"
                      onClick={() =>
                        editor
                          .chain()
                          .focus()
                          .setMark('figure', { noteId: id, fingerprint: fingerprint(words) })
                          .run()
                      }
                    >
                      {m['recap.desk.tie']()}
                    </button>
                  </div>
                </li>
              )
            })}
          </ul>
        </details>
        {pictures.length > 0 && (
          <details>
            <summary>{m['recap.desk.insert-picture']()}</summary>
            <ul className="recap-pick">
              {pictures.map(({ id, alt, widths }, at) => (
                <li key={id}>
                  <button type="button" onClick={() => insert('picture', { pictureId: id })}>
                    <img
                      src={`/pictures/${id}/${widths[0]}.webp`}
                      alt={textIn(alt, locale) || m['recap.desk.picture']({ number: at + 1 })}
                    />
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
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
