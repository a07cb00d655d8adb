// Brings the tools of a text with marks when it is touched; whoever writes already is never interrupted.
;(() => {
  const { words } = document.currentScript.dataset
  const tools = '/prose-editor.js'
  let sheet
  const begin = async (area) => {
    const before = area.value
    if (!sheet) {
      sheet = document.createElement('link')
      Object.assign(sheet, { rel: 'stylesheet', href: '/prose-editor.css' })
      document.head.append(sheet)
    }
    const { mount } = await import(tools)
    // After whatever the focus was for: a program that fills the field does so at once.
    await new Promise(requestAnimationFrame)
    const isTouched = area.value !== before || document.activeElement !== area || !area.isConnected
    if (!isTouched && !('shown' in area.dataset)) {
      area.dataset.shown = ''
      mount(area, JSON.parse(words))
    }
  }
  addEventListener('focusin', ({ target }) => {
    if (target.matches?.('textarea[data-prose]:not([data-shown])')) begin(target).catch(() => {})
  })
})()
