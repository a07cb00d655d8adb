import { Editor } from '@tiptap/core'
import { type Schema, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { docOfProse, type ProseNode, proseOfDoc } from '#app/shared/i18n/prose-document.ts'
import { linkQuestion } from './link-question.ts'
import { type ProseWords, proseBar } from './prose-bar.ts'
import { proseExtensions } from './prose-marks.ts'

/**
 * Shows a textarea's text with its marks as what they mean. The textarea stays the field of its form, out of sight: every
 * change is written into it as if it had been typed, and what others write into it comes here. Loaded by public/prose.js.
 */
export function mount(area: HTMLTextAreaElement, words: ProseWords): Editor {
  const label = (area.labels?.[0]?.textContent ?? '').trim()
  const box = document.createElement('div')
  box.className = 'prose-box'
  let isOwn = false
  const editor = new Editor({
    element: box,
    // Our own sheet says how it looks; the policy of the page allows no other.
    injectCSS: false,
    extensions: proseExtensions,
    content: docOfProse(area.value),
    editorProps: {
      attributes: attributesOf(area, label),
      handleKeyDown: (_, event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return false
        event.preventDefault()
        question.ask()
        return true
      },
      handleTextInput: (view, from, to, text) => text.length > 1 && insertAtOnce(view, from, to, text),
      clipboardTextParser: (text, _context, _isPlain, { state }) => sliceOf(state.schema, text),
    },
    onUpdate: ({ editor: now }) => {
      isOwn = true
      put(area, proseOfDoc(now.getJSON() as ProseNode))
      isOwn = false
    },
  })
  const question = linkQuestion(editor, words)
  box.prepend(proseBar(editor, words, label, question.ask), question.box)
  const read = () => {
    if (!isOwn) editor.commands.setContent(docOfProse(area.value), { emitUpdate: false })
  }
  area.addEventListener('input', read)
  area.form?.addEventListener('reset', () => setTimeout(read))
  // A label and a list of faults lead to the field.
  area.addEventListener('focus', () => editor.commands.focus())
  stepAside(area)
  area.after(box)
  editor.commands.focus('end')
  return editor
}

function sliceOf(schema: Schema, text: string): Slice {
  return Slice.maxOpen(schema.nodeFromJSON(docOfProse(text)).content)
}

/**
 * What a keyboard of a phone, a dictation or a program inserts in one go. The rules for typed signs look for the last one
 * only and would count past the end of the text.
 */
function insertAtOnce(view: EditorView, from: number, to: number, text: string): boolean {
  const slice = sliceOf(view.state.schema, text)
  const { tr } = view.state
  const isPlain =
    slice.content.childCount < 2 && (slice.content.firstChild?.textContent ?? '') === text.trim()
  view.dispatch(isPlain ? tr.insertText(text, from, to) : tr.replaceRange(from, to, slice).setStoredMarks([]))
  return true
}

function attributesOf(area: HTMLTextAreaElement, label: string): Record<string, string> {
  const passed = ['aria-describedby', 'aria-invalid', 'lang'].flatMap((name) => {
    const value = area.getAttribute(name)
    return value ? [[name, value]] : []
  })
  return {
    class: 'prose prose-editor input',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    ...Object.fromEntries(passed),
  }
}

/** As if it had been typed: React, react-hook-form and the keeper of typing all hear of it. */
function put(area: HTMLTextAreaElement, text: string) {
  if (area.value === text) return
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, text)
  for (const kind of ['input', 'change']) area.dispatchEvent(new Event(kind, { bubbles: true }))
}

/** Out of sight and out of the order of keys, but still there for its form. */
function stepAside(area: HTMLTextAreaElement) {
  area.tabIndex = -1
  area.setAttribute('aria-hidden', 'true')
  const style = { position: 'absolute', width: '1px', height: '1px', minHeight: '0', clipPath: 'inset(50%)' }
  Object.assign(area.style, style)
}
