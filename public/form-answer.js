// What a form's answer says is heard and led to: faults name their fields and take the focus, what was done is read out.
;(() => {
  const isSeen = (one) => one.type !== 'hidden' && one.getClientRects().length > 0

  function labelOf(control) {
    const isOneOfMany = control.type === 'radio' || (control.type === 'checkbox' && control.value !== 'on')
    const group = isOneOfMany ? control.closest('fieldset')?.querySelector('legend') : null
    const label = group ?? control.labels?.[0]
    const words = label?.cloneNode(true)
    for (const extra of words?.querySelectorAll('.field-mark, .field-hint, input') ?? []) extra.remove()
    return words?.textContent.trim() ?? ''
  }

  function targetOf(link) {
    const byId = document.getElementById(link.hash.slice(1))
    if (byId && isSeen(byId)) return byId
    const own = [...(link.closest('form') ?? document).querySelectorAll('[name]')]
    const named = own.filter(({ name }) => name === link.dataset.field)
    return named.find(isSeen) ?? null
  }

  function lead(link) {
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
    for (const link of list.querySelectorAll('a[data-field]')) lead(link)
    if (list.dataset.shown) return
    list.dataset.shown = 'yes'
    list.scrollIntoView({ block: 'center' })
    list.focus({ preventScroll: true })
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
    for (const link of document.querySelectorAll('.form-errors a[data-field]')) lead(link)
  })
  if (!('__remixContext' in window) || 'hydrated' in document.documentElement.dataset) begin()
  else addEventListener('hydrated', begin, { once: true })
})()
