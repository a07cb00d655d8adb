// What the field for choosing people finds, and how a choice looks.

export const make = (tag, attributes, ...inside) => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...inside)
  return made
}

export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A text without its diacritics and signs. */
export const plain = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What is typed as a name: the plus of somebody new is not part of it. */
export const nameIn = (text) => text.replace(/^\+/, '').replace(/\s+/g, ' ').trim()

/** A page of those whom the server finds, or those of some ids. */
export async function ask(source, asked) {
  const answer = await fetch(`${source}?${new URLSearchParams(asked)}`)
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

/** Those of the options of a select whose words begin as typed. */
export function foundAmong(options, q) {
  const wanted = plain(q).split(' ').filter(Boolean)
  const fits = ({ label }) => {
    const own = plain(label).split(' ')
    return wanted.every((word) => own.some((one) => one.startsWith(word)))
  }
  const people = options.filter(fits).map(({ value, label }) => ({ id: value, name: label.trim() }))
  return { people: people.slice(0, 100), next: null }
}

/** Somebody's picture, or their initials. */
export function face({ portraitId, initials }) {
  const size = { width: 36, height: 36 }
  if (portraitId) return make('img', { src: `/portraits/${portraitId}/96.webp`, alt: '', ...size })
  return make('span', { class: 'person-choice-initials', 'aria-hidden': 'true' }, initials ?? '')
}

/** A name as its owner writes it, read aloud in its own language. */
export function nameOf({ name, lang }) {
  const written = make('span', { class: 'person-choice-name', translate: 'no' }, name)
  if (lang && lang !== document.documentElement.lang) written.lang = lang
  return written
}

export const choice = (attributes, ...inside) =>
  make('li', { role: 'option', 'aria-selected': 'false', ...attributes }, ...inside)

/** Somebody in the list; one of a select's options has no more than a name. */
export function personChoice(person, elsewhere) {
  const text = make('span', {}, nameOf(person))
  const note = [person.note, person.isHere === false && elsewhere].filter(Boolean).join(' · ')
  if (note) text.append(make('span', { class: 'person-note' }, note))
  return 'isHere' in person ? choice({}, face(person), text) : choice({}, text)
}

/** Makes a combobox of a field: the list that opens below it, and what is said of it to those who listen. */
export function asCombobox(input, name) {
  const id = `${input.id}-choices`
  const label = input.getAttribute('aria-label') ?? name
  const box = make('ul', { role: 'listbox', id, class: 'person-choices', 'aria-label': label, hidden: '' })
  const said = make('span', { role: 'status', class: 'visually-hidden' })
  const combobox = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false' }
  const wiring = { ...combobox, 'aria-controls': id, autocomplete: 'off', spellcheck: 'false' }
  for (const [attribute, value] of Object.entries(wiring)) input.setAttribute(attribute, value)
  input.removeAttribute('list')
  input.after(box, said)
  return { box, said }
}

/** What is sent in place of a field: the id of whoever was chosen, or the text as it was typed. */
export function sentBeside(input) {
  const sent = make('input', { type: 'hidden', name: input.name, value: input.value })
  input.removeAttribute('name')
  input.after(sent)
  input.addEventListener('input', () => {
    sent.value = input.value
  })
  return sent
}

/** Puts a text into a field as if it were typed, whoever owns the field. */
export function typeInto(field, text) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
