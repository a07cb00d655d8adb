import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { m } from '#app/paraglide/messages.js'

type Tool = { label: () => string; isOn: (editor: Editor) => boolean; press: (editor: Editor) => void }

const tools: Tool[] = [
  {
    label: () => m['recap.bar.bold'](),
    isOn: (editor) => editor.isActive('bold'),
    press: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: () => m['recap.bar.italic'](),
    isOn: (editor) => editor.isActive('italic'),
    press: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    label: () => m['recap.bar.heading'](),
    isOn: (editor) => editor.isActive('heading', { level: 2 }),
    press: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    label: () => m['recap.bar.bullets'](),
    isOn: (editor) => editor.isActive('bulletList'),
    press: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: () => m['recap.bar.numbers'](),
    isOn: (editor) => editor.isActive('orderedList'),
    press: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: () => m['recap.bar.link'](),
    isOn: (editor) => editor.isActive('link'),
    press: (editor) => {
      const href = window.prompt(
        m['recap.bar.link-address'](),
        editor.getAttributes('link').href ?? 'https://',
      )
      if (href === null) return
      if (href.trim() === '' || href === 'https://') editor.chain().focus().unsetLink().run()
      else editor.chain().focus().setLink({ href }).run()
    },
  },
  {
    label: () => m['recap.bar.untie'](),
    isOn: (editor) => editor.isActive('figure'),
    press: (editor) => editor.chain().focus().extendMarkRange('figure').unsetMark('figure').run(),
  },
  {
    label: () => m['recap.bar.undo'](),
    isOn: () => false,
    press: (editor) => editor.chain().focus().undo().run(),
  },
  {
    label: () => m['recap.bar.redo'](),
    isOn: () => false,
    press: (editor) => editor.chain().focus().redo().run(),
  },
]

/** The editor's tools; each also has its usual key. */
export function EditorBar({ editor }: { editor: Editor }) {
  const on = useEditorState({ editor, selector: ({ editor: now }) => tools.map((tool) => tool.isOn(now)) })
  return (
    <div className="recap-bar" role="toolbar" aria-label={m['recap.bar.label']()}>
      {tools.map((tool, at) => (
        <button
          key={tool.label()}
          type="button"
          className="recap-tool"
          aria-pressed={on[at]}
          onClick={() => tool.press(editor)}
        >
          {tool.label()}
        </button>
      ))}
    </div>
  )
}
