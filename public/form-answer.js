// What a form's answer says is heard and led to: faults name their fields and take the focus, what was done is read out,
// and one goes on where one worked.
;(() => {
  const isSeen = (one) => one.type !== 'hidden' && one.getClientRects().length > 0

  function labelOf(control) {
    const isOneOfMany = control.type === 'radio' || (control.type === 'checkbox' && control.value !== 'on')
    const group = isOneOfMany ? control.closest('fieldset')?.querySelector('legend') : null
    const label = group ?? control.labels?.[0]
    const words = label?.cloneNode(true)
    for (const extra of words?.querySelectorAll('.field-mark, .field-hint, input') ?? []) extra.remove()
    // A sentence that is agreed to leads on to its fault.
    return words?.textContent.trim().replace(/[.:]$/, '') ?? ''
  }

  function targetOf(link) {
    const byId = document.getElementById(link.hash.slice(1))
    if (byId && isSeen(byId)) return byId
    const own = [...(link.closest('form') ?? document).querySelectorAll('[name]')]
    const named = own.filter(({ name }) => name === link.dataset.field)
    return named.find(isSeen) ?? null
  }

  function linkToField(link) {
    if (link.dataset.led) return
    link.dataset.led = 'yes'
    const target = targetOf(link)
    // What is in no field that can be seen is said, and leads nowhere.
    if (!target) return link.removeAttribute('href')
    if (!target.id) target.id = link.hash.slice(1)
    link.setAttribute('href', `#${target.id}`)
    const label = labelOf(target)
    if (label && !link.textContent.startsWith(label)) link.prepend(`${label}: `)
    link.addEventListener('click', (event) => {
      event.preventDefault()
      target.focus()
      target.scrollIntoView({ block: 'center' })
    })
  }

  function show(list) {
    for (const link of list.querySelectorAll('a[data-field]')) linkToField(link)
    if (list.dataset.shown) return
    list.dataset.shown = 'yes'
    list.scrollIntoView({ block: 'center' })
    list.focus({ preventScroll: true })
  }

  const [worked, minute] = ['worked-at', 60000]
  const quietly = (run) => {
    try {
      return run()
    } catch {
      return null
    }
  }
  const pathOf = (form) => new URL(form.getAttribute('action') || location.href, location.href).pathname
  const likeForm = (path) =>
    [...document.forms].filter((one) => one.method === 'post' && pathOf(one) === path)
  // By its type too: buttons that only scripts bring are no places of the form.
  const likeControl = (form, { tag, type, name }) =>
    [...form.elements].filter((one) => one.tagName === tag && one.type === type && one.name === name)

  /** Where somebody works who sends a form: in a field, or at a button. */
  function remember({ target: form, submitter }) {
    if (form.method !== 'post') return
    const control = form.contains(document.activeElement) ? document.activeElement : submitter
    if (!control) return
    const like = { tag: control.tagName, type: control.type, name: control.name ?? '' }
    const place = likeControl(form, like).indexOf(control)
    const action = pathOf(form)
    const where = { page: location.pathname, action, form: likeForm(action).indexOf(form), ...like, place }
    quietly(() => sessionStorage.setItem(worked, JSON.stringify({ ...where, at: Date.now() })))
  }

  function takeWhere() {
    const where = quietly(() => JSON.parse(sessionStorage.getItem(worked)))
    quietly(() => sessionStorage.removeItem(worked))
    return where && Date.now() - where.at < minute ? where : null
  }

  function controlAt(where) {
    if (where.page !== location.pathname) return null
    const form = likeForm(where.action)[where.form]
    const control = form ? likeControl(form, where)[where.place] : null
    return control && isSeen(control) ? control : null
  }

  /** What says that something was done: a notice that comes with the page, without a form of its own. */
  function doneNotice() {
    const notices = document.querySelectorAll(
      'main .done-notice[role], main .notice[role="status"]:not(.kept-typing)',
    )
    return [...notices].find((one) => !one.querySelector('form')) ?? notices[0] ?? null
  }

  /** After a form one goes on where one was: at the row that the address names, the same field, or else at what was done. */
  function goOn() {
    const where = takeWhere()
    if (!where || document.querySelector('.form-errors')) return
    const asked = document.querySelector('#act-preview, #versions')
    const named = quietly(() => document.getElementById(decodeURIComponent(location.hash.slice(1))))
    const done = doneNotice()
    const isLost = document.activeElement === null || document.activeElement === document.body
    // A field that the address names is for those without script: here one was at another, or at the button.
    const isField = named !== null && named.id.startsWith('field-')
    const target =
      asked ??
      (isField ? (controlAt(where) ?? named) : named) ??
      (isLost && done ? (controlAt(where) ?? done) : null)
    if (!target) return
    if (target.tabIndex < 0) target.tabIndex = -1
    target.focus({ preventScroll: true })
    target.scrollIntoView({ block: target === asked ? 'start' : 'center' })
    if (!done || target === done) return
    // It stands above what one looks at; it stays in sight until one goes on.
    done.classList.add('is-held')
    for (const kind of ['input', 'pointerdown'])
      addEventListener(kind, () => done.classList.remove('is-held'), { once: true })
  }

  function begin() {
    for (const list of document.querySelectorAll('.form-errors')) show(list)
    // A region is read out when it changes, not when it comes with the page.
    for (const said of document.querySelectorAll('.done-notice[role]')) {
      const parts = [...said.childNodes]
      said.replaceChildren()
      setTimeout(() => said.append(...parts), 150)
    }
  }

  // Faults that the page itself found: its form gives the focus to the first field.
  addEventListener('form-answer', () => {
    for (const link of document.querySelectorAll('.form-errors a[data-field]')) linkToField(link)
  })
  // A form that was sent from its page (send-here.js) was answered.
  addEventListener('answer-came', begin)
  addEventListener('submit', remember, true)
  if (!('__remixContext' in window) || 'hydrated' in document.documentElement.dataset) {
    begin()
    goOn()
  } else addEventListener('hydrated', begin, { once: true })
  // A page that hydrates goes on within itself.
  addEventListener('page-came', goOn)
})()
