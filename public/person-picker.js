// Choosing people by name: a combobox (WAI-ARIA, list with an active descendant). Around a select it chooses one of its
// options, or somebody that the server finds; around a text field it tells whom that names; without either, several.
import {
  asCombobox,
  ask,
  choice,
  foundAmong,
  make,
  nameIn,
  personChoice,
  plain,
  sentBeside,
  typeInto,
  uuid,
} from './person-choices.js'

const pauseOfTyping = 100
let made = 0

class PersonPicker extends HTMLElement {
  connectedCallback() {
    if (this.input) return
    // Before a page is taken over nothing may stand in it that the server did not send.
    const isTaken = !('__remixContext' in window) || 'hydrated' in document.documentElement.dataset
    if (isTaken) this.begin()
    else addEventListener('hydrated', () => this.begin(), { once: true })
  }

  begin() {
    if (this.input) return
    this.words = JSON.parse(this.dataset.words)
    Object.assign(this, { people: [], next: null, at: -1, asked: 0 })
    this.select = this.querySelector('select')
    const field = this.querySelector('input')
    this.input = field ?? make('input', { class: 'input' })
    if (this.select) this.standForSelect()
    else if ('sendsId' in this.dataset) this.sent = sentBeside(this.input)
    this.dressField()
    this.listen()
  }

  standForSelect() {
    const { select, input } = this
    for (const name of ['id', 'aria-describedby', 'aria-invalid', 'aria-label']) {
      if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name))
    }
    select.removeAttribute('id')
    select.hidden = true
    select.before(input)
    select.addEventListener('change', () => this.showChosen())
    this.showChosen()
  }

  showChosen() {
    const chosen = this.select.selectedOptions[0]
    this.input.placeholder = this.select.options[0]?.value === '' ? this.select.options[0].label : ''
    this.input.value = chosen?.value ? chosen.label.trim() : ''
  }

  dressField() {
    const { input } = this
    made += 1
    input.id ||= `person-picker-${made}`
    if (this.dataset.label) input.setAttribute('aria-label', this.dataset.label)
    Object.assign(this, asCombobox(input, this.words.list))
  }

  listen() {
    const { input, box } = this
    input.addEventListener('input', ({ isTrusted }) => isTrusted && this.search())
    input.addEventListener('click', () => box.hidden && this.search(0))
    input.addEventListener('keydown', (event) => this.press(event))
    input.addEventListener('blur', () => this.leave())
    // The focus stays in the field, and a thumb can move the list.
    box.addEventListener('pointerdown', (event) => event.preventDefault())
    box.addEventListener('click', ({ target }) => {
      const one = target.closest('[role=option]')
      if (one) this.choose([...box.children].indexOf(one))
    })
    box.addEventListener('scroll', () => {
      if (box.scrollTop + box.clientHeight > box.scrollHeight - 60) this.more()
    })
  }

  // Empties itself of what was typed and not chosen, and says what was chosen again.
  leave() {
    this.close()
    if (!this.select) return
    const isEmptied = this.input.value.trim() === '' && this.select.value !== ''
    if (isEmptied && this.select.options[0]?.value === '') this.put({ id: '' })
    else this.showChosen()
  }

  get typed() {
    const text = nameIn(this.input.value)
    const chosen = this.select?.selectedOptions[0]
    // What is chosen already is not searched for again.
    return chosen?.value && text === chosen.label.trim() ? '' : text
  }

  search(pause = pauseOfTyping) {
    clearTimeout(this.timer)
    this.asked += 1
    const own = this.asked
    this.isSearching = true
    this.timer = setTimeout(() => this.find(own), pause)
  }

  async find(own) {
    const found = await this.found(1).catch(() => null)
    if (own !== this.asked) return
    this.isSearching = false
    this.hasFailed = found === null
    this.people = found?.people ?? []
    this.next = found?.next ?? null
    this.show(this.typed === '' ? -1 : 0)
    if (this.isEntered) this.enter()
  }

  found(page) {
    const { source } = this.dataset
    const q = this.typed
    const own = this.select ? [...this.select.options].filter((one) => this.isPerson(one)) : []
    if (!source) return Promise.resolve(foundAmong(own, q))
    // The choices of the page begin with those who are most likely meant.
    if (q === '' && own.length > 0) {
      const ids = own.slice(0, 20).map(({ value }) => value)
      return ask(source, { ids: ids.join(' ') })
    }
    return ask(source, { q, page })
  }

  isPerson({ value }) {
    return this.dataset.source ? uuid.test(value) : value !== ''
  }

  async more() {
    if (!this.next || this.isSearching) return
    const [own, at] = [this.asked, this.at]
    this.isSearching = true
    const found = await this.found(this.next).catch(() => ({ people: [], next: null }))
    if (own !== this.asked) return
    this.isSearching = false
    this.people.push(...found.people)
    this.next = found.next
    const { scrollTop } = this.box
    this.show(at)
    this.box.scrollTop = scrollTop
  }

  show(at) {
    const options = this.people.map((one) => personChoice(one, this.words.elsewhere))
    if (this.offersNew) {
      const text = this.words.add.replace('{name}', this.typed)
      options.push(choice({ class: 'person-choice-new' }, text))
    }
    this.box.replaceChildren(...options)
    for (const [index, one] of options.entries()) one.id = `${this.box.id}-${index}`
    const count = `${this.people.length}${this.next ? '+' : ''}`
    const { failed, found, none } = this.words
    this.said.textContent = this.hasFailed
      ? failed
      : this.people.length > 0
        ? found.replace('{count}', count)
        : none
    if (options.length === 0) return this.close()
    const wasOpen = !this.box.hidden
    this.box.hidden = false
    this.input.setAttribute('aria-expanded', 'true')
    if (!wasOpen) this.bringIntoView()
    this.go(Math.min(at, options.length - 1))
  }

  // Below the field there is room for the list, above a phone's keyboard too.
  bringIntoView() {
    const seen = window.visualViewport?.height ?? window.innerHeight
    if (this.box.getBoundingClientRect().bottom > seen - 80) this.input.scrollIntoView({ block: 'start' })
  }

  get offersNew() {
    return this.typed !== '' && 'new' in this.dataset
  }

  go(at) {
    const all = [...this.box.children]
    this.at = at
    for (const [index, one] of all.entries()) one.setAttribute('aria-selected', String(index === at))
    const active = all[at]
    active?.scrollIntoView({ block: 'nearest' })
    if (active) this.input.setAttribute('aria-activedescendant', active.id)
    else this.input.removeAttribute('aria-activedescendant')
  }

  press(event) {
    const [isOpen, last] = [!this.box.hidden, this.box.children.length - 1]
    const steps = {
      ArrowDown: () => (isOpen ? this.down(last) : this.search(0)),
      ArrowUp: () => (isOpen ? this.go(this.at > 0 ? this.at - 1 : last) : this.search(0)),
      Home: isOpen && this.at >= 0 && (() => this.go(0)),
      End: isOpen && this.at >= 0 && (() => this.go(last)),
      Enter: (isOpen || this.isSearching || this.isSeveral) && (() => this.enter()),
      Escape: (isOpen || (!this.select && this.input.value !== '')) && (() => this.skip()),
    }
    if (event.key === 'Backspace' && this.isSeveral && this.input.value === '') this.tell('person-back')
    const step = !event.isComposing && Object.hasOwn(steps, event.key) && steps[event.key]
    if (!step) return
    event.preventDefault()
    // An editor around it would close on Escape.
    event.stopPropagation()
    step()
  }

  skip() {
    const wasOpen = !this.box.hidden
    this.close()
    if (this.select) this.showChosen()
    else if (!wasOpen || this.isSeveral) this.input.value = ''
    this.tell('person-skipped')
  }

  type(text) {
    this.input.value = text
    this.search(0)
  }

  async named(name) {
    const { people } = await ask(this.dataset.source, { q: name })
    return people.filter((one) => plain(one.name) === plain(name))
  }

  async known(ids) {
    return (await ask(this.dataset.source, { ids: ids.join(' ') })).people
  }

  get isSeveral() {
    return 'several' in this.dataset
  }

  async down(last) {
    if (this.at + 1 >= this.people.length && this.next) await this.more()
    else this.go(this.at < last ? this.at + 1 : 0)
  }

  // Whoever types fast is ahead of the search: what was pressed waits for it.
  enter() {
    this.isEntered = this.isSearching
    if (this.isEntered) return
    if (this.hasFailed && this.typed && !this.select) return this.chosen({ name: this.typed })
    if (!this.box.hidden && this.at >= 0) this.choose(this.at)
  }

  choose(index) {
    const person = this.people[index]
    if (person) this.chosen(person)
    else if (this.offersNew) this.chosen({ name: this.typed, isNew: true })
  }

  chosen(person) {
    this.close()
    if (this.select) this.put(person)
    else {
      this.input.value = this.isSeveral ? '' : person.name
      if (this.sent) this.sent.value = person.id ?? person.name
      this.tell('person-chosen', person)
    }
  }

  tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { bubbles: true, detail }))
  }

  put({ id, name, isNew }) {
    const { select } = this
    const value = isNew ? this.dataset.new : id
    if (![...select.options].some((one) => one.value === value)) select.append(new Option(name, value))
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
    if (isNew) requestAnimationFrame(() => this.fillName(name))
  }

  // Somebody new is named in a field of their own, which may come only now.
  fillName(name) {
    const field = this.closest('form')?.elements[this.dataset.newName]
    if (!field) return
    typeInto(field, name)
    field.focus()
  }

  close() {
    this.asked += 1
    this.isSearching = false
    this.isEntered = false
    this.box.hidden = true
    this.at = -1
    this.input.setAttribute('aria-expanded', 'false')
    this.input.removeAttribute('aria-activedescendant')
  }
}
customElements.define('person-picker', PersonPicker)
