// Takes in the list of questions when it changes, whatever is being typed: a guest's phone follows the live room of the
// event; the moderators' desk, where questions arrive that nobody else may see, asks every few seconds.
;(() => {
  const list = document.querySelector('[data-floor], [data-floor-desk]')
  if (!list || !('EventSource' in window)) return
  const own = 'floorDesk' in list.dataset ? '[data-floor-desk]' : '[data-floor]'
  let waiting
  let seen = list.dataset.floorRevision

  async function renew() {
    waiting = undefined
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null)
    if (!answer?.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const next = page.querySelector(own)
    if (!next || next.innerHTML === list.innerHTML) return
    const focused = list.contains(document.activeElement) && document.activeElement.getAttribute('aria-label')
    list.innerHTML = next.innerHTML
    const again = [...list.querySelectorAll('button')].find(
      (button) => focused && button.getAttribute('aria-label') === focused,
    )
    again?.focus({ preventScroll: true })
  }

  // A whole hall listens: each phone asks at a moment of its own, and not for every vote.
  const soon = () => {
    if (!waiting) waiting = setTimeout(renew, 2000 + Math.random() * 8000)
  }

  function follow() {
    const stream = new EventSource(`/events/${list.dataset.floor}/live/stream?revisions`)
    stream.onmessage = ({ lastEventId }) => {
      if (seen !== lastEventId) soon()
      seen = lastEventId
    }
    // Refused, it does not come back by itself; what is shown is asked for meanwhile.
    stream.onerror = () => {
      if (stream.readyState !== 2) return
      soon()
      setTimeout(follow, 15000 + Math.random() * 30000)
    }
  }

  if (own === '[data-floor]') follow()
  else setInterval(() => document.hidden || renew(), 4000)
})()
