// The people of a session: names are searched without their accents, rows are added, and moved by dragging or with keys.
;(() => {
  const group = document.querySelector('[data-people]')
  const list = group?.querySelector('.people-rows')
  if (!list) return
  const words = JSON.parse(group.dataset.people)
  const most = 8
  const plain = (text) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[đĐ]/g, 'd')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()

  const known = [...document.querySelectorAll('#people-known option')].map(({ value, dataset }) => {
    const { note = '', picture } = dataset
    // Namesakes have their note in what they are called.
    const name = note ? value.replace(` (${note})`, '') : value
    return { value, name, note, picture, words: plain(`${name} ${note}`).split(' ') }
  })
  const rows = () => [...list.querySelectorAll('.people-row')]
  const make = (tag, attributes, ...inside) => {
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    made.append(...inside)
    return made
  }
  const said = make('p', { role: 'status', class: 'visually-hidden' })
  group.append(said)

  // Who fits: every word that was typed begins one of theirs; those whose name begins with it come first.
  function find(text) {
    const asked = plain(text.replace(/^\+/, ''))
    const wanted = asked.split(' ').filter(Boolean)
    if (wanted.length === 0) return []
    const fits = known.filter((one) => wanted.every((word) => one.words.some((own) => own.startsWith(word))))
    const rank = ({ name }) => (plain(name).startsWith(asked) ? 0 : 1)
    return fits.sort((a, b) => rank(a) - rank(b)).slice(0, most)
  }

  function picture({ name, picture: id }) {
    if (id) return make('img', { src: `/portraits/${id}/96.webp`, alt: '', width: 36, height: 36 })
    return make('span', { class: 'people-choice-initials', 'aria-hidden': 'true' }, initials(name))
  }
  const initials = (name) => {
    const parts = name.split(' ').filter(Boolean)
    return [parts.at(0), parts.length > 1 ? parts.at(-1) : ''].map((part) => part?.[0] ?? '').join('')
  }

  // The field becomes a combobox, and gets the list that opens below it.
  function choicesBox(input) {
    const box = make('ul', {
      role: 'listbox',
      id: `${input.id}-choices`,
      class: 'people-choices',
      hidden: '',
    })
    box.setAttribute('aria-label', input.getAttribute('aria-label'))
    input.removeAttribute('list')
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': box.id,
    }))
      input.setAttribute(name, value)
    input.after(box)
    return box
  }

  const option = (box, index, attributes, ...inside) =>
    make(
      'li',
      { role: 'option', id: `${box.id}-${index}`, 'aria-selected': 'false', ...attributes },
      ...inside,
    )

  function search(input) {
    const box = choicesBox(input)
    let at = -1

    const close = () => {
      box.hidden = true
      at = -1
      input.setAttribute('aria-expanded', 'false')
      input.removeAttribute('aria-activedescendant')
    }
    const go = (next) => {
      const all = [...box.children]
      at = (next + all.length) % all.length
      for (const [index, one] of all.entries()) one.setAttribute('aria-selected', String(index === at))
      all[at].scrollIntoView({ block: 'nearest' })
      input.setAttribute('aria-activedescendant', all[at].id)
    }
    const choose = (value, note = '') => {
      input.value = value
      close()
      input.dispatchEvent(new CustomEvent('change', { bubbles: true }))
      const line = input.parentElement.querySelector('[data-chosen]')
      line?.remove()
      if (note && !value.includes(note))
        box.after(make('span', { class: 'people-row-note', 'data-chosen': '' }, note))
    }
    const open = () => {
      const typed = input.value.replace(/^\+/, '').trim()
      if (typed === '') return close()
      const found = find(typed)
      const choices = found.map((one, index) => {
        const text = make('span', {}, make('span', { class: 'people-choice-name' }, one.name))
        if (one.note) text.append(make('span', { class: 'people-row-note' }, one.note))
        return option(box, index, { 'data-value': one.value, 'data-note': one.note }, picture(one), text)
      })
      const add = option(
        box,
        found.length,
        { 'data-value': `+ ${typed}`, class: 'people-choice-new' },
        words.add.replace('{name}', typed),
      )
      box.replaceChildren(...choices, add)
      box.hidden = false
      at = -1
      input.setAttribute('aria-expanded', 'true')
      said.textContent = found.length > 0 ? words.found.replace('{count}', found.length) : words.none
    }
    input.addEventListener('input', ({ isTrusted }) => {
      input.parentElement.querySelector('[data-chosen]')?.remove()
      if (isTrusted) open()
    })
    input.addEventListener('blur', close)
    input.addEventListener('keydown', (event) => {
      const isOpen = !box.hidden
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        if (!isOpen) open()
        if (!box.hidden) go(event.key === 'ArrowDown' ? at + 1 : Math.max(at, 0) - 1)
      } else if (event.key === 'Enter' && isOpen) {
        event.preventDefault()
        // What was typed in full is meant, also without going down to it.
        const one = box.children[Math.max(at, 0)]
        choose(one.dataset.value, one.dataset.note)
      } else if (event.key === 'Escape' && isOpen) {
        event.preventDefault()
        close()
      }
    })
    box.addEventListener('pointerdown', (event) => {
      const one = event.target.closest('[role=option]')
      // The focus stays in the field.
      event.preventDefault()
      if (one) choose(one.dataset.value, one.dataset.note)
    })
  }

  const nameOf = (row) =>
    row.querySelector('[data-name]')?.textContent ||
    row.querySelector('[name=person]').value.replace(/^\+\s*/, '') ||
    words.somebody
  const placeOf = (row) => row.querySelector('[name=place]')

  // What says which row it belongs to by its number goes along; the places are written anew.
  function renumber() {
    for (const [index, row] of rows().entries()) {
      for (const box of row.querySelectorAll('[name=newPerson], [name=remove]')) box.value = index
      const place = placeOf(row)
      if (place.value === String(index + 1)) continue
      place.value = index + 1
      place.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }

  function move(row, to) {
    const all = rows()
    const from = all.indexOf(row)
    if (to < 0 || to >= all.length || to === from) return false
    if (to > from) all[to].after(row)
    else all[to].before(row)
    renumber()
    said.textContent = words.moved.replace('{name}', nameOf(row)).replace('{place}', to + 1)
    return true
  }

  function handle(row) {
    const grip = make('button', { type: 'button', class: 'people-row-handle' })
    grip.innerHTML =
      '<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M5 3v10M5 3 2.5 5.5M5 3l2.5 2.5M11 13V3m0 10 2.5-2.5M11 13l-2.5-2.5" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>'
    const label = () => grip.setAttribute('aria-label', words.move.replace('{name}', nameOf(row)))
    label()
    grip.addEventListener('focus', label)
    row.addEventListener('change', label)
    grip.addEventListener('keydown', (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
      if (!by) return
      event.preventDefault()
      if (move(row, rows().indexOf(row) + by)) grip.focus()
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

  function begin(row) {
    const input = row.querySelector('input[name=person]:not([type=hidden])')
    if (input) search(input)
    handle(row)
    row.dataset.moves = ''
  }

  const blank = rows().at(-1).cloneNode(true)
  function addRow() {
    const row = blank.cloneNode(true)
    const number = rows().length
    row.dataset.row = number
    for (const control of row.querySelectorAll('[name]')) control.dataset.place = number
    row.querySelector('[name=person]').id = `field-person-${number}`
    placeOf(row).value = number + 1
    list.append(row)
    begin(row)
    return row
  }
  for (const row of rows()) begin(row)
  // How rows are worked with is another thing now: their numbers are gone.
  group.querySelector('[data-hint]').textContent = words.hint

  const more = make('button', { type: 'button', class: 'button button-quiet' }, words.row)
  more.addEventListener('click', () => addRow().querySelector('[name=person]').focus())
  list.after(make('p', {}, more))

  // What was kept of another time may have had more rows, in another order.
  const form = group.closest('form')
  form.addEventListener('typing-comes-back', ({ detail }) => {
    const needed = Math.max(
      -1,
      ...Object.keys(detail).map((key) => Number(/^person (\d+)$/.exec(key)?.[1] ?? -1)),
    )
    while (rows().length <= needed) addRow()
  })
  form.addEventListener('typing-is-back', () => {
    const wanted = rows().sort((a, b) => Number(placeOf(a).value) - Number(placeOf(b).value))
    list.append(...wanted)
    renumber()
  })
})()
