// Follows the live room of the event and takes in the list of questions when it changes, whatever is being typed.
;(() => {
  const list = document.querySelector('[data-floor]')
  if (!list || !('EventSource' in window)) return
  let waiting
  let seen = 0
  const renew = async () => {
    waiting = undefined
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null)
    if (!answer?.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const next = page.querySelector('[data-floor]')
    // Not while a button in it has the focus: it would be lost.
    if (next && !list.contains(document.activeElement)) list.innerHTML = next.innerHTML
  }
  const stream = new EventSource(`/events/${list.dataset.floor}/live/stream`)
  stream.onmessage = () => {
    seen += 1
    if (seen === 1) return
    // A whole hall listens: each phone asks at a moment of its own, and not for every vote.
    if (!waiting) waiting = setTimeout(renew, 2000 + Math.random() * 8000)
  }
})()
