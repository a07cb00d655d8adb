// Sends a large file in parts, shows how far it is, and goes on where it broke off, also after the page was left.
;(() => {
  const forms = document.querySelectorAll('form[data-upload]')
  for (const form of forms) {
    form.addEventListener('submit', (event) => {
      const file = form.querySelector('input[type=file]').files[0]
      if (!file || !window.fetch) return
      event.preventDefault()
      send(form, file)
    })
  }

  async function send(form, file) {
    const bar = form.querySelector('progress')
    const said = form.querySelector('[role=status]')
    const button = form.querySelector('button')
    const base = form.dataset.upload
    const session = form.elements.session.value
    const key = ['upload', base, session, file.name, file.size, file.lastModified].join(' ')
    button.disabled = true
    bar.hidden = false
    said.textContent = ''
    try {
      const begun = (await unfinished(base, key)) ?? (await begin(base, session, file))
      keep(key, begun)
      let { received } = begun
      for (let tries = 0; received < file.size; ) {
        bar.value = (100 * received) / file.size
        try {
          const part = file.slice(received, received + begun.partSize)
          const address = `${base}/${begun.id}/parts?offset=${received}`
          received = (await ask(address, { method: 'POST', body: part })).received
          tries = 0
          said.textContent = ''
        } catch (error) {
          if (error.final || ++tries > 8) throw error
          said.textContent = form.dataset.again
          await pause(Math.min(1000 * 2 ** tries, 30000))
          received = (await ask(`${base}/${begun.id}`).catch(unlessFinal({ received }))).received
        }
      }
      bar.value = 100
      keep(key, null)
      said.textContent = form.dataset.done
      location.assign(`${location.pathname}?saved=slides`)
    } catch (error) {
      if (error.final) keep(key, null)
      said.textContent = error.final ? error.message : form.dataset.wrong
      button.disabled = false
      bar.hidden = true
    }
  }

  function begin(base, session, file) {
    const body = new URLSearchParams({ session, name: file.name, size: file.size })
    return ask(base, { method: 'POST', body })
  }

  // What this browser began with the same file and the other side still has.
  async function unfinished(base, key) {
    const begun = kept(key)
    if (!begun) return null
    const now = await ask(`${base}/${begun.id}`).catch((error) => (error.final ? null : begun))
    return now && now.received < now.size ? { ...begun, received: now.received } : null
  }

  function kept(key) {
    try {
      return JSON.parse(localStorage.getItem(key))
    } catch {
      return null
    }
  }

  // A browser that keeps nothing begins anew.
  function keep(key, begun) {
    try {
      if (begun) localStorage.setItem(key, JSON.stringify(begun))
      else localStorage.removeItem(key)
    } catch {}
  }

  // Until the time is over or the network is back.
  function pause(ms) {
    return new Promise((done) => {
      const over = () => {
        clearTimeout(timer)
        removeEventListener('online', over)
        done()
      }
      const timer = setTimeout(over, ms)
      addEventListener('online', over)
    })
  }

  // A refusal (4xx) is for good and says why; anything else may work the next time.
  async function ask(address, options) {
    const answer = await fetch(address, { ...options, headers: { Accept: 'application/json' } })
    if (answer.ok) return answer.json()
    const error = new Error((await answer.text()).trim())
    error.final = answer.status >= 400 && answer.status < 500 && answer.status !== 429
    throw error
  }

  function unlessFinal(instead) {
    return (error) => {
      if (error.final) throw error
      return instead
    }
  }
})()
