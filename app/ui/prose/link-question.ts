import type { Editor } from '@tiptap/core'
import { isWebAddress } from '#app/shared/i18n/prose.ts'
import { type ProseWords, toolButton } from './prose-bar.ts'

let last = 0

/** Asks where a link leads, beside the text; the address is checked before it is taken. */
export function linkQuestion(editor: Editor, words: ProseWords) {
  const id = `prose-link-${++last}`
  const box = element('div', 'prose-link')
  const label = element('label', 'field-label')
  const row = element('div', 'cluster')
  const input = element('input', 'input')
  const fault = element('p', 'field-error')
  Object.assign(label, { htmlFor: id, textContent: words.address })
  Object.assign(input, { id, type: 'url', inputMode: 'url', autocomplete: 'off' })
  Object.assign(fault, { id: `${id}-error`, textContent: words['address-wrong'], hidden: true })
  fault.setAttribute('role', 'alert')
  const close = () => {
    box.hidden = true
    editor.commands.focus()
  }
  const take = () => {
    const href = webAddressOf(input.value)
    fault.hidden = href !== null
    input.toggleAttribute('aria-invalid', href === null)
    if (href === null) {
      input.setAttribute('aria-describedby', fault.id)
      return input.focus()
    }
    setLink(editor, href)
    close()
  }
  const unlink = toolButton(words.unlink, () => {
    editor.chain().extendMarkRange('link').unsetMark('link').run()
    close()
  })
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // Not the form around it.
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') take()
    else close()
  })
  row.append(input, toolButton(words['set-link'], take), unlink, toolButton(words.cancel, close))
  box.append(label, row, fault)
  box.hidden = true
  const ask = () => {
    if (!box.hidden) return close()
    const { href } = editor.getAttributes('link')
    unlink.hidden = !editor.isActive('link')
    fault.hidden = true
    input.value = typeof href === 'string' ? href : 'https://'
    box.hidden = false
    input.select()
    input.focus()
  }
  return { box, ask }
}

/** What was typed as an address of the web, with its scheme; null when it is none. */
export function webAddressOf(typed: string): string | null {
  const words = typed.trim()
  const address = /^[a-z][a-z\d+.-]*:/i.test(words) ? words : `https://${words}`
  return isWebAddress(address) && /^https?:\/\/[^/?#]+\.[^/?#]+/.test(address) ? address : null
}

/** On the chosen words, on those of the link one stands in, or as an address of its own. */
function setLink(editor: Editor, href: string) {
  const chain = editor.chain().focus()
  if (editor.state.selection.empty && !editor.isActive('link')) {
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
  } else chain.extendMarkRange('link').unsetMark('bold').unsetMark('italic').setMark('link', { href }).run()
}

function element<Tag extends 'div' | 'label' | 'input' | 'p'>(tag: Tag, className: string) {
  const made = document.createElement(tag)
  made.className = className
  return made
}
