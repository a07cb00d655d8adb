// Public pages are the same for everybody: that a registration for an event was opened on this device is kept here, and says nothing but which event.
;(() => {
  const begin = 'registered:'
  try {
    const today = new Date().toISOString()
    for (const key of Object.keys(localStorage))
      if (key.startsWith(begin) && localStorage.getItem(key) < today) localStorage.removeItem(key)
    for (const { dataset } of document.querySelectorAll('[data-registered]')) {
      const key = begin + dataset.registered
      // Without a day until which it is true, it is true no more.
      if (dataset.until > today) localStorage.setItem(key, dataset.until)
      else localStorage.removeItem(key)
    }
    for (const line of document.querySelectorAll('[data-if-registered]')) {
      const key = begin + line.dataset.ifRegistered
      line.hidden = localStorage.getItem(key) === null
      line.querySelector('button').addEventListener('click', () => {
        localStorage.removeItem(key)
        line.hidden = true
      })
    }
  } catch {
    // The browser keeps nothing for pages, or not for this one.
  }
})()
