// Passing a page on by the device, and copying its address, where the browser can.
;(() => {
  for (const [name, can] of [
    ['share', navigator.share],
    ['copy', navigator.clipboard],
  ]) {
    for (const item of can ? document.querySelectorAll(`li[data-${name}]`) : []) {
      const { share: url, copy, title } = item.dataset
      const [button, said] = item.children
      item.hidden = false
      button.addEventListener('click', () => {
        const done = copy
          ? navigator.clipboard.writeText(copy).then(() => {
              said.textContent = said.dataset.done
            })
          : navigator.share({ url, title })
        // Whoever closes the sheet of the device shares nothing.
        done.catch(() => {})
      })
    }
  }
})()
