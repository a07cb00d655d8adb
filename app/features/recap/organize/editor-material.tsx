import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { m } from '#app/paraglide/messages.js'
import { fingerprint, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { EventPicture } from '../domain/pictures.server.ts'
import type { Material } from '../domain/recap-desk.server.ts'

type Props = {
  editor: Editor
  locale: Locale
  notes: readonly Material[]
  pictures: readonly EventPicture[]
}

/** Beside the text: what can be put into it at the cursor, or tied to what is selected. */
export function EditorMaterial({ editor, locale, notes, pictures }: Props) {
  // Beside the text where there is room; folded below it where there is none.
  const [isOpen] = useState(() => matchMedia('(min-width: 80rem)').matches)
  const hasSelection = useEditorState({ editor, selector: ({ editor: now }) => !now.state.selection.empty })
  const offered = notes.filter((one) => !one.offRecord)
  const insert = (type: string, attrs: Record<string, string>) =>
    editor.chain().focus().insertContent({ type, attrs }).run()
  return (
    <div className="recap-insert">
      <details open={isOpen}>
        <summary>{m['recap.desk.insert-note']()}</summary>
        {offered.length === 0 && <p className="small">{m['recap.desk.material-none']()}</p>}
        <ul className="stack snug">
          {offered.map(({ id, name, text, open }) => {
            const words = text[locale]
            if (!words) return null
            const isAgreed = open.includes(locale)
            return (
              <li key={id} className="stack tight">
                <p className="small" lang={locale}>
                  {name && <strong>{name}: </strong>}
                  {words}
                </p>
                <div className="cluster">
                  <button
                    type="button"
                    className="recap-tool"
                    disabled={!isAgreed}
                    onClick={() => insert('quote', { noteId: id, words })}
                  >
                    {isAgreed ? m['recap.desk.insert-quote']() : m['recap.desk.not-approved']()}
                  </button>
                  <button
                    type="button"
                    className="recap-tool"
                    disabled={!hasSelection}
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
  )
}
