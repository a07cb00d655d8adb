// Sends a large file in parts, shows how far it is, and goes on where it broke off.
;(() => {
  const wait = (ms) => new Promise((done) => setTimeout(done, ms))

  for (const form of document.querySelectorAll('form[data-upload]')) {
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
    button.disabled = true
    bar.hidden = false
    said.textContent = ''
    try {
      const about = new URLSearchParams({
        session: form.elements.session.value,
        name: file.name,
        size: file.size,
      })
      const begun = await ask(base, { method: 'POST', body: about })
      let received = 0
      for (let tries = 0; received < file.size; ) {
        try {
          const part = file.slice(received, received + begun.partSize)
          const address = `${base}/${begun.id}/parts?offset=${received}`
          received = (await ask(address, { method: 'POST', body: part })).received
          tries = 0
        } catch (error) {
          if (error.final || ++tries > 8) throw error
          await wait(Math.min(1000 * 2 ** tries, 30000))
          received = (await ask(`${base}/${begun.id}`).catch(() => ({ received }))).received
        }
        bar.value = (100 * received) / file.size
      }
      said.textContent = form.dataset.done
      location.assign(`${location.pathname}?saved=slides`)
    } catch (error) {
      said.textContent = error.final ? error.message : form.dataset.wrong
      button.disabled = false
      bar.hidden = true
    }
  }

  // A refusal (4xx) is for good and says why; anything else may work the next time.
  async function ask(address, options) {
    const answer = await fetch(address, { ...options, headers: { Accept: 'application/json' } })
    if (answer.ok) return answer.json()
    const error = new Error((await answer.text()).trim())
    error.final = answer.status >= 400 && answer.status < 500 && answer.status !== 429
    throw error
  }
})()
