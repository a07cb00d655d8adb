// Sends a form from its page and stays there: what it is refused for comes into it, beside what was typed, and so does
// the word that nobody could be reached. Pressed again meanwhile it is not sent twice.
;(() => {
  const isOurs = ({ dataset }) => 'sendHere' in dataset
  const unlike = /^(?:hidden|file|submit|button|reset|image)$/
  const isChoice = ({ type }) => type === 'checkbox' || type === 'radio'

  function setBusy(form, isBusy) {
    if (isBusy === 'busy' in form.dataset) return
    form.toggleAttribute('data-busy', isBusy)
    for (const button of form.querySelectorAll('button[data-sending]')) {
      const { sending } = button.dataset
      button.dataset.sending = button.textContent
      button.textContent = sending
      button.setAttribute('aria-disabled', String(isBusy))
    }
  }

  const alike = (form, { name, type, value }) =>
    [...form.elements].filter(
      (one) => one.name === name && one.type === type && (!isChoice(one) || one.value === value),
    )

  /** What stands in the fields now, also what was typed since it was sent. */
  function carry(from, to) {
    for (const one of from.elements) {
      if (!one.name || unlike.test(one.type)) continue
      const other = alike(to, one)[alike(from, one).indexOf(one)]
      if (!other) continue
      if (isChoice(one)) other.checked = one.checked
      else other.value = one.value
    }
  }

  const told = () => dispatchEvent(new Event('answer-came'))

  function bring(form, answered) {
    const next = document.importNode(answered, true)
    // They run already, and follow what comes.
    for (const script of next.querySelectorAll('script')) script.remove()
    carry(form, next)
    form.replaceWith(next)
    told()
  }

  function say(form, said) {
    setBusy(form, false)
    form.querySelector('.form-errors')?.remove()
    const box = document.createElement('div')
    box.className = 'form-errors'
    box.setAttribute('role', 'alert')
    box.tabIndex = -1
    const words = document.createElement('p')
    words.className = 'notice-title'
    words.textContent = said
    box.append(words)
    form.prepend(box)
    told()
  }

  /** An answer that holds no form stands in its place, as if the browser had gone there. */
  function show(page) {
    const main = document.importNode(page.querySelector('main'), true)
    document.title = page.title
    document.querySelector('main').replaceWith(main)
    const title = main.querySelector('h1') ?? main
    title.tabIndex = -1
    title.focus()
    scrollTo(0, 0)
  }

  async function ask(form) {
    const typed = new FormData(form)
    const body = form.enctype === 'multipart/form-data' ? typed : new URLSearchParams(typed)
    const answer = await fetch(form.getAttribute('action') ?? location.href, {
      method: 'POST',
      body,
      headers: { Accept: 'text/html' },
    })
    if (answer.redirected) return { to: answer.url }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    // What is refused before any page of ours: too large, too often.
    const said = page.querySelector('main.refusal h1')?.textContent
    const isAway = answer.status >= 500 || answer.status === 429
    return { form: page.querySelector('form[data-send-here]'), said, page: isAway ? null : page }
  }

  async function send(form) {
    setBusy(form, true)
    const answer = await ask(form).catch(() => null)
    // Until the next page is there, it stays under way.
    if (answer?.to) location.assign(answer.to)
    else if (answer?.form) bring(form, answer.form)
    else if (answer?.said) say(form, answer.said)
    else if (answer?.page?.querySelector('main')) show(answer.page)
    else say(form, form.dataset.sendHere)
  }

  // Before whatever else follows a form that is sent.
  addEventListener(
    'submit',
    (event) => {
      if (!isOurs(event.target)) return
      event.preventDefault()
      if ('busy' in event.target.dataset) event.stopImmediatePropagation()
    },
    true,
  )
  addEventListener('submit', ({ target }) => {
    if (isOurs(target)) send(target)
  })
  // Going back, one finds it as it was when it was left.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-busy]')) setBusy(form, false)
  })
})()
