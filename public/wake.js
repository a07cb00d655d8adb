// A page that is often only looked at: its scripts come when somebody touches it, or another script wants them.
;(() => {
  const asleep = document.querySelector('script[data-asleep]')
  if (!asleep) return
  const signs = ['pointerdown', 'keydown', 'focusin', 'input', 'page-wanted']

  function wake() {
    for (const sign of signs) removeEventListener(sign, wake, true)
    for (const link of document.querySelectorAll('link[rel="asleep"]')) link.rel = 'modulepreload'
    const script = document.createElement('script')
    script.type = 'module'
    script.textContent = asleep.textContent
    document.body.append(script)
    // What takes the page over expects it as the server sent it.
    script.remove()
  }

  for (const sign of signs) addEventListener(sign, wake, true)
  if (document.activeElement && document.activeElement !== document.body) wake()
})()
