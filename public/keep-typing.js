// Keeps in this browser what is typed into a larger form until it is saved or thrown away, and offers it again.
;(() => {
  const words = JSON.parse(document.currentScript.dataset.words)
  const prefix = 'typed/'
  const [mostForms, longest, lasts] = [20, 100000, 14 * 24 * 3600 * 1000]
  const viewer = document.querySelector('[data-viewer]')?.dataset.viewer ?? ''
  const hydrates = '__remixContext' in window
  const touched = new Set()

  const quietly = (run, otherwise) => {
    try {
      return run()
    } catch {
      return otherwise
    }
  }
  const read = (key) => quietly(() => JSON.parse(localStorage.getItem(key) ?? 'null'), null)
  const drop = (key) => quietly(() => localStorage.removeItem(key))
  const keys = () => quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix)), [])
  const cookie = (name) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie)?.[1] ?? null
  const setCookie = (name, value, age) => {
    const secure = location.protocol === 'https:' ? '; Secure' : ''
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not everywhere
    document.cookie = `${name}=${value}; Path=/; SameSite=Lax; Max-Age=${age}${secure}`
  }

  function tidy() {
    const saved = cookie('form-saved')
    const all = keys().map((key) => ({ key, entry: read(key) }))
    const isOver = ({ entry }) =>
      !entry || Date.now() - entry.at > lasts || (saved !== null && entry.sending === saved)
    const [over, left] = [all.filter(isOver), all.filter((one) => !isOver(one))]
    left.sort((a, b) => b.entry.at - a.entry.at)
    for (const { key } of [...over, ...left.slice(mostForms)]) drop(key)
    if (saved !== null) setCookie('form-saved', '', 0)
  }

  // Secrets are typed anew, and what the page itself carries is not typing.
  const unkept = /^(?:hidden|password|file|submit|button|reset|image)$/
  const isSecret = ({ name, autocomplete }) =>
    /(?:^|[._-])(?:code|secret|token|password)$/i.test(name) ||
    /one-time-code|password|cc-/.test(autocomplete)
  const controls = (form) =>
    [...form.elements].filter((one) => one.name && 'value' in one && !unkept.test(one.type) && !isSecret(one))

  function isKept(form) {
    if (form?.method !== 'post' || form.closest('[data-unkept]')) return false
    if (hydrates && !('kept' in form.dataset)) return false
    const own = controls(form)
    return new Set(own.map(({ name }) => name)).size > 3 || own.some(({ type }) => type === 'textarea')
  }

  function keyOf(form) {
    const path = new URL(form.getAttribute('action') || location.href, location.href).pathname
    const alike = [...document.forms].filter(
      (one) => one.method === 'post' && one.getAttribute('action') === form.getAttribute('action'),
    )
    return `${prefix}${viewer}${location.pathname} ${path} ${alike.indexOf(form)}`
  }

  const isChoice = ({ type }) => type === 'checkbox' || type === 'radio'
  // Of several that share a name each is known by its place (where rows move, by that of the row), choices by their value.
  function placeOf(control, all) {
    const alike = all.filter(({ name }) => name === control.name)
    const place = control.dataset.place ?? alike.indexOf(control)
    return `${control.name} ${isChoice(control) ? `=${control.value}` : place}`
  }
  const stateOf = (control) => (isChoice(control) ? control.checked : control.value)

  function keep(form, control) {
    const key = keyOf(form)
    const entry = read(key) ?? { fields: {} }
    const all = controls(form)
    const group = control.type === 'radio' ? all.filter(({ name }) => name === control.name) : [control]
    for (const one of group) entry.fields[placeOf(one, all)] = stateOf(one)
    const text = JSON.stringify({ ...entry, at: Date.now(), sending: null })
    if (text.length <= longest) quietly(() => localStorage.setItem(key, text))
    touched.add(form)
  }

  function put(control, state) {
    if (isChoice(control)) {
      if (control.checked !== state) control.click()
      return
    }
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')
    own.set.call(control, state)
    for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }))
  }

  const missing = (form, entry) => {
    const all = controls(form)
    return all.filter((one) => {
      const state = entry.fields[placeOf(one, all)]
      // Of radio buttons the one that was chosen brings the others along.
      return state !== undefined && state !== stateOf(one) && !(one.type === 'radio' && !state)
    })
  }

  function putBack(form, entry) {
    form.dispatchEvent(new CustomEvent('typing-comes-back', { detail: entry.fields }))
    const all = controls(form)
    const wanted = missing(form, entry)
    for (const one of wanted) put(one, entry.fields[placeOf(one, all)])
    form.dispatchEvent(new Event('typing-is-back'))
    return wanted[0]
  }

  const button = (text, run) => {
    const made = document.createElement('button')
    Object.assign(made, { type: 'button', className: 'button button-secondary', textContent: text })
    made.addEventListener('click', run)
    return made
  }

  function offer(form, key, entry) {
    const box = document.createElement('div')
    box.className = 'notice kept-typing'
    box.setAttribute('role', 'status')
    const text = document.createElement('p')
    const bar = document.createElement('p')
    bar.className = 'cluster'
    const when = new Intl.DateTimeFormat(document.documentElement.lang, {
      dateStyle: 'medium',
      timeStyle: 'short',
      hourCycle: 'h23',
    }).format(entry.at)
    text.textContent = words.offer.replace('{when}', when)
    const restore = () => {
      const first = putBack(form, entry)
      text.textContent = words.back
      bar.replaceChildren(discard)
      first?.focus()
    }
    const discard = button(words.discard, () => {
      drop(key)
      touched.delete(form)
      box.remove()
    })
    bar.append(button(words.restore, restore), discard)
    box.append(text, bar)
    form.before(box)
    if (quietly(() => sessionStorage.getItem('signed-in-between'), null) && entry.sending) restore()
  }

  function offerAll() {
    tidy()
    for (const form of document.forms) {
      if (!isKept(form)) continue
      const key = keyOf(form)
      const entry = read(key)
      if (entry && missing(form, entry).length > 0) offer(form, key, entry)
    }
    const isSigningIn = location.pathname.startsWith('/sign-in')
    quietly(() => {
      if (isSigningIn) sessionStorage.setItem('signed-in-between', '1')
      else sessionStorage.removeItem('signed-in-between')
    })
  }

  for (const kind of ['input', 'change'])
    document.addEventListener(kind, ({ target }) => {
      const form = target.form
      if (form && isKept(form) && controls(form).includes(target)) keep(form, target)
    })

  document.addEventListener('submit', ({ target: form }) => {
    // The same once more, of which the first was told already.
    if ('again' in form.dataset) return
    if (form.getAttribute('action')?.startsWith('/sign-out')) for (const key of keys()) drop(key)
    const key = isKept(form) ? keyOf(form) : null
    const entry = key && read(key)
    touched.delete(form)
    // What another form is told must not count for an earlier one.
    if (!entry) return setCookie('form-sending', '', 0)
    const sending = `${Date.now()}-${Math.random().toString(36).slice(2, 10)}`
    quietly(() => localStorage.setItem(key, JSON.stringify({ ...entry, sending })))
    setCookie('form-sending', sending, 3600)
  })

  addEventListener('beforeunload', (event) => {
    if ([...touched].some((form) => form.isConnected)) event.preventDefault()
  })

  // Before the page is taken over nothing may stand in it that the server did not send.
  if (!hydrates || 'hydrated' in document.documentElement.dataset) offerAll()
  else {
    addEventListener('hydrated', offerAll, { once: true })
    if (keys().length > 0) dispatchEvent(new Event('page-wanted'))
  }
})()
