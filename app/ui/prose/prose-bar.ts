import type { Editor } from '@tiptap/core'

/** The words of the tools in the reader's language, as the page brings them. */
export type ProseWords = Record<
  'tools' | 'bold' | 'italic' | 'list' | 'link' | 'undo' | 'redo' | LinkWord,
  string
>
type LinkWord = 'address' | 'address-wrong' | 'set-link' | 'unlink' | 'cancel'

type Tool = {
  name: 'bold' | 'italic' | 'list' | 'link' | 'undo' | 'redo'
  keys: string
  press: () => void
  isOn?: () => boolean
  isOff?: () => boolean
}

/** The few tools of a text, each with its usual key; `ask` shows where the address of a link is written. */
export function proseBar(editor: Editor, words: ProseWords, label: string, ask: () => void): HTMLElement {
  const chain = () => editor.chain().focus()
  const active = (name: string) => () => editor.isActive(name)
  const tools: Tool[] = [
    { name: 'bold', keys: 'Control+B', press: () => chain().toggleMark('bold').run(), isOn: active('bold') },
    {
      name: 'italic',
      keys: 'Control+I',
      press: () => chain().toggleMark('italic').run(),
      isOn: active('italic'),
    },
    {
      name: 'list',
      keys: 'Control+Shift+8',
      press: () => chain().toggleBulletList().run(),
      isOn: active('bulletList'),
    },
    { name: 'link', keys: 'Control+K', press: ask, isOn: active('link') },
    { name: 'undo', keys: 'Control+Z', press: () => chain().undo().run(), isOff: () => !editor.can().undo() },
    {
      name: 'redo',
      keys: 'Control+Shift+Z',
      press: () => chain().redo().run(),
      isOff: () => !editor.can().redo(),
    },
  ]
  const bar = document.createElement('div')
  bar.className = 'prose-bar'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', words.tools.replace('{field}', label))
  const shown = tools.map((tool) => {
    const button = toolButton(words[tool.name], () => tool.isOff?.() || tool.press())
    button.setAttribute('aria-keyshortcuts', tool.keys)
    bar.append(button)
    return { tool, button }
  })
  const show = () => {
    for (const { tool, button } of shown) {
      if (tool.isOn) button.setAttribute('aria-pressed', String(tool.isOn()))
      if (tool.isOff) button.setAttribute('aria-disabled', String(tool.isOff()))
    }
  }
  editor.on('transaction', show)
  show()
  return bar
}

/** A button that leaves the chosen words chosen. */
export function toolButton(text: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  Object.assign(button, { type: 'button', className: 'prose-tool', textContent: text })
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', press)
  return button
}
