// What a form says so far is shown beside it while one fills it in: asked for after a pause, an older question dropped,
// nothing saved, and no field touched.
;(() => {
  const pause = 350

  /** Puts a drawn mail in the place of the one before: the frame stays where it was scrolled to, and does not blink. */
  function draw(frame, html) {
    const old = frame.contentDocument
    if (!old?.documentElement) {
      frame.srcdoc = html
      return
    }
    const { scrollTop } = old.scrollingElement ?? old.documentElement
    const made = new DOMParser().parseFromString(html, 'text/html')
    old.replaceChild(old.adoptNode(made.documentElement), old.documentElement)
    const scrolled = old.scrollingElement ?? old.documentElement
    scrolled.scrollTop = scrollTop
  }

  function show(place, parts) {
    for (const one of place.querySelectorAll('[data-live-text]')) {
      const text = parts[one.dataset.liveText]
      if (text !== undefined && one.textContent !== text) one.textContent = text
    }
    for (const one of place.querySelectorAll('[data-live-if]')) {
      const name = one.dataset.liveIf
      if (name in parts) one.hidden = parts[name] === null
    }
    for (const frame of place.querySelectorAll('iframe[data-live-html]')) {
      const html = parts[frame.dataset.liveHtml]
      if (html !== undefined) draw(frame, html)
    }
  }

  function watch(form) {
    const place = document.getElementById(form.dataset.liveAt)
    const words = JSON.parse(form.dataset.liveWords)
    const said = document.querySelector('[data-live-said]')
    let [timer, asking, isOwed] = [0, null, false]

    /** Said once, however often it is true again. */
    function say(text, isTrouble) {
      if (said.textContent !== text) said.textContent = text
      place.classList.toggle('is-behind', isTrouble)
    }

    async function take(answer) {
      // Whoever is signed out is led to the sign-in page.
      if (answer.type === 'opaqueredirect') return say(words.signedOut, true)
      if (!answer.headers.get('Content-Type')?.startsWith('application/json')) {
        isOwed = answer.status === 429 || answer.status >= 500
        return say(isOwed ? words.away : (await answer.text()).trim().slice(0, 300), true)
      }
      const { said: text, parts } = await answer.json()
      if (parts) show(place, parts)
      say(text, !answer.ok)
    }

    async function ask() {
      const own = new AbortController()
      asking = own
      isOwed = false
      place.setAttribute('aria-busy', 'true')
      try {
        await take(
          await fetch(form.dataset.live, {
            method: 'POST',
            body: new URLSearchParams(new FormData(form)),
            redirect: 'manual',
            signal: own.signal,
          }),
        )
      } catch {
        if (own.signal.aborted) return
        isOwed = true
        say(words.away, true)
      }
      if (asking === own) place.removeAttribute('aria-busy')
    }

    function later() {
      clearTimeout(timer)
      asking?.abort()
      timer = setTimeout(ask, pause)
    }

    for (const kind of ['input', 'change']) form.addEventListener(kind, later)
    addEventListener('online', () => isOwed && later())
    // What the browser brought back by itself was never asked about.
    addEventListener('pageshow', ({ persisted }) => persisted && later())
    // The form goes to the server itself: whatever is under way would come too late.
    form.addEventListener('submit', () => {
      clearTimeout(timer)
      asking?.abort()
    })
  }

  for (const form of document.querySelectorAll('form[data-live]')) watch(form)
})()
