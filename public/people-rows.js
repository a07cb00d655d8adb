// The people of a session: chosen in one field, several one after another, pasted as a list, moved by dragging or keys.
import { face, make, nameOf, uuid } from './person-choices.js'
import './person-picker.js'

const group = document.querySelector('[data-people]')
const list = group?.querySelector('.people-rows')
const words = JSON.parse(group?.dataset.people ?? '{}')
const said = make('p', { role: 'status', class: 'visually-hidden' })
const rows = () => [...list.querySelectorAll('.people-row:not([data-blank])')]
const control = (row, name) => row.querySelector(`[name="${name}"]`)
const isOut = (row) => control(row, 'remove').checked
const initialsOf = (name) => {
  const parts = name.split(' ')
  return [parts[0], parts.length > 1 ? parts.at(-1) : '']
    .map((part) => [...part][0] ?? '')
    .join('')
    .toUpperCase()
}
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])
const calledIn = (row) =>
  row.querySelector('[data-name]')?.textContent || control(row, 'person').value.replace(/^\+\s*/, '')

// What says which row it belongs to by its number goes along; the places are written anew.
function renumber() {
  const changed = []
  for (const [index, row] of rows().entries()) {
    for (const box of row.querySelectorAll('[name=newPerson], [name=remove]')) {
      if (box.value !== String(index)) changed.push(box)
      box.value = index
    }
    const place = control(row, 'place')
    if (place.value !== String(index + 1)) changed.push(place)
    place.value = index + 1
  }
  for (const one of changed) one.dispatchEvent(new Event('input', { bubbles: true }))
}

function move(row, to) {
  const all = rows()
  const from = all.indexOf(row)
  if (to < 0 || to >= all.length || to === from) return false
  if (to > from) all[to].after(row)
  else all[to].before(row)
  renumber()
  said.textContent = fill(words.moved, { name: calledIn(row), place: to + 1 })
  return true
}

const arrows =
  '<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M5 3v10M5 3 2.5 5.5M5 3l2.5 2.5M11 13V3m0 10 2.5-2.5M11 13l-2.5-2.5" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>'

function addHandle(row) {
  const grip = make('button', { type: 'button', class: 'people-row-handle' })
  grip.innerHTML = arrows
  grip.addEventListener('keydown', (event) => {
    const at = rows().indexOf(row)
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows().length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    if (move(row, to)) grip.focus()
  })
  grip.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    grip.setPointerCapture(event.pointerId)
    row.dataset.dragged = ''
    const drag = ({ clientY }) => {
      const over = rows().findIndex((one) => {
        const { top, bottom } = one.getBoundingClientRect()
        return clientY >= top && clientY < bottom
      })
      // Moved in the document it loses the pointer.
      if (over >= 0 && move(row, over)) grip.setPointerCapture(event.pointerId)
    }
    const end = () => {
      delete row.dataset.dragged
      grip.removeEventListener('pointermove', drag)
    }
    grip.addEventListener('pointermove', drag)
    for (const kind of ['pointerup', 'pointercancel']) grip.addEventListener(kind, end, { once: true })
  })
  row.append(grip)
}

function label(row) {
  const name = calledIn(row)
  for (const [of, text] of Object.entries(words.of)) {
    control(row, of).setAttribute('aria-label', fill(text, { name }))
  }
  row.querySelector('.people-row-handle')?.setAttribute('aria-label', fill(words.move, { name }))
  row.querySelector('[data-who]').textContent = name
}

// The row names somebody: the field that says whom is kept and sent, and nobody types in it.
function dress(row, person) {
  const field = control(row, 'person')
  const value = person.id ?? (person.isNew ? `+ ${person.name}` : person.name)
  const isText = !person.id && !person.isNew
  if (field.type !== 'hidden') {
    field.hidden = !isText
    if (field.value !== value) field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const newcomer = row.querySelector('.people-row-newcomer')
  if (newcomer) {
    newcomer.hidden = !person.isNew
    newcomer.open = Boolean(person.isNew)
  }
  control(row, 'remove').closest('label').hidden = false
  if (!isText && field.type !== 'hidden') {
    for (const old of row.querySelectorAll('.people-row-known, .field-error, .choice:has([name=newPerson])'))
      old.remove()
    row.querySelector('.people-row-name').prepend(shown(person))
  }
  label(row)
}

function shown(person) {
  const text = make('span', {}, nameOf(person))
  text.firstChild.setAttribute('data-name', '')
  const note = person.isNew ? words.newcomer : person.note
  if (note) text.append(make('span', { class: 'person-note' }, note))
  return make(
    'div',
    { class: 'people-row-known' },
    face({ initials: initialsOf(person.name), ...person }),
    text,
  )
}

function begin(row) {
  addHandle(row)
  row.dataset.moves = ''
  label(row)
}

const blank = () => list.querySelector('[data-blank]')

function addRow(person) {
  const row = blank().cloneNode(true)
  delete row.dataset.blank
  row.hidden = false
  row.dataset.added = ''
  blank().before(row)
  for (const one of blank().querySelectorAll('[data-place]'))
    one.dataset.place = Number(one.dataset.place) + 1
  begin(row)
  dress(row, person)
  renumber()
  return row
}

function take(person) {
  const there = rows().find((row) => control(row, 'person').value === person.id && !isOut(row))
  const isThere = person.id && there && control(there, 'role').value === 'speaker'
  const row = isThere ? there : addRow(person)
  const text = isThere ? words.there : words.added
  said.textContent = fill(text, { name: person.name, place: rows().indexOf(row) + 1 })
}

// A list that was pasted: who is known is taken at once, the others are asked about, one after the other.
let waiting = []

async function takeWaiting(picker) {
  while (waiting.length > 0) {
    const [name, ...rest] = waiting
    const found = await picker.named(name).catch(() => [])
    waiting = rest
    if (found.length === 1) take(found[0])
    else return picker.type(name)
  }
}

function paste(event, picker) {
  const names = event.clipboardData
    .getData('text')
    .split(/[;\n\r\t]+/)
    .map((name) => name.replace(/\s+/g, ' ').trim().slice(0, 200))
    .filter(Boolean)
  if (names.length < 2) return
  event.preventDefault()
  waiting = names.slice(0, 100)
  takeWaiting(picker)
}

function leaveOutLast() {
  const last = rows().findLast((row) => 'added' in row.dataset && !isOut(row))
  if (!last) return
  control(last, 'remove').click()
  said.textContent = fill(words.leftOut, { name: calledIn(last) })
}

function addPicker() {
  const input = make('input', { id: 'people-pick', class: 'input', 'aria-describedby': 'people-pick-hint' })
  const own = { class: 'person-picker', 'data-several': '', 'data-new': '', 'data-source': words.source }
  const picker = make('person-picker', { ...own, 'data-words': JSON.stringify(words.picker) }, input)
  const hint = make('p', { class: 'field-hint', id: 'people-pick-hint' }, words.hint)
  list.after(
    make(
      'div',
      { class: 'field' },
      make('label', { class: 'field-label', for: input.id }, words.pick),
      hint,
      picker,
    ),
  )
  picker.addEventListener('person-chosen', ({ detail }) => {
    take(detail)
    takeWaiting(picker)
  })
  picker.addEventListener('person-skipped', () => takeWaiting(picker))
  picker.addEventListener('person-back', leaveOutLast)
  input.addEventListener('paste', (event) => paste(event, picker))
  // A name that was typed and not chosen is meant all the same.
  group.closest('form').addEventListener('submit', () => {
    const name = input.value.trim()
    input.value = ''
    if (name) addRow({ name })
  })
  return picker
}

// What was kept of another time may have had more rows, in another order.
async function bringBack(kept, picker) {
  const numbers = Object.keys(kept).map((key) => Number(/^person (\d+)$/.exec(key)?.[1] ?? -1))
  const ids = []
  for (let at = rows().length; at <= Math.max(-1, ...numbers); at += 1) {
    const value = String(kept[`person ${at}`] ?? '')
    if (uuid.test(value)) ids.push(value)
    const isNew = value.startsWith('+')
    addRow(uuid.test(value) ? { id: value, name: '…' } : { name: value.replace(/^\+\s*/, ''), isNew })
  }
  const placeOf = (row) =>
    Number(kept[`place ${control(row, 'place').dataset.place}`] ?? control(row, 'place').value)
  const wanted = rows().sort((a, b) => placeOf(a) - placeOf(b))
  list.prepend(...wanted)
  renumber()
  if (ids.length === 0) return
  for (const person of await picker.known(ids).catch(() => [])) {
    for (const row of rows()) if (control(row, 'person').value === person.id) dress(row, person)
  }
}

function start() {
  group.append(said)
  const [first, ...others] = list.querySelectorAll('[data-blank]')
  for (const one of others) one.remove()
  first.hidden = true
  for (const row of rows()) {
    begin(row)
    const { value } = control(row, 'person')
    if (value.startsWith('+')) dress(row, { name: value.replace(/^\+\s*/, ''), isNew: true })
  }
  group.querySelector('[data-hint]').remove()
  list.addEventListener('person-chosen', ({ target, detail }) => dress(target.closest('.people-row'), detail))
  const picker = addPicker()
  group.closest('form').addEventListener('typing-comes-back', ({ detail }) => bringBack(detail, picker))
}

if (list) start()
