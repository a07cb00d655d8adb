// Keeps a screen of a live room true: takes in what is shown when something happens, and lets the clocks run between.
;(() => {
  const region = document.querySelector('[data-live]')
  if (!region) return
  const source = region.dataset.liveSrc || location.pathname
  const lost = document.querySelector('[data-live-lost]')
  let offset = 0
  let revision = null
  let heardAt = Date.now()
  let stream
  let fetching = false
  let again = false

  const now = () => Date.now() + offset
  const two = (count) => String(count).padStart(2, '0')
  const spelled = (seconds) => {
    const whole = Math.abs(seconds)
    return `${seconds < 0 ? '−' : ''}${Math.floor(whole / 60)}:${two(whole % 60)}`
  }

  function tick() {
    for (const clock of document.querySelectorAll('[data-clock]')) {
      if (clock.dataset.clock === 'paused') continue
      const spoken = Math.max(0, Math.floor((now() - Number(clock.dataset.from)) / 1000))
      const planned = clock.dataset.planned
      const left = planned === '' ? null : Number(planned) - spoken
      const tone =
        left === null
          ? 'spoken'
          : left <= 0
            ? 'over'
            : left <= Number(clock.dataset.warning)
              ? 'soon'
              : 'calm'
      clock.querySelector('[data-clock-time]').textContent = spelled(left === null ? spoken : left)
      if (clock.dataset.clock === tone) continue
      clock.dataset.clock = tone
      clock.querySelector('[data-clock-words]').textContent = JSON.parse(clock.dataset.words)[tone]
    }
  }

  async function renew() {
    if (fetching) {
      again = true
      return
    }
    fetching = true
    try {
      const answer = await fetch(source, { cache: 'no-store' })
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
        const next = page.querySelector('[data-live]')
        if (next) region.innerHTML = next.innerHTML
        tick()
      }
    } catch {
      // The stream says when the network is back.
    }
    fetching = false
    if (again) {
      again = false
      renew()
    }
  }

  function heard() {
    heardAt = Date.now()
    if (lost) lost.hidden = true
  }

  function open() {
    if (stream) stream.close()
    stream = new EventSource(`/events/${region.dataset.live}/live/stream`)
    stream.addEventListener('clock', ({ data }) => {
      offset = Number(data) - Date.now()
      heard()
    })
    stream.onmessage = ({ lastEventId }) => {
      heard()
      if (lastEventId === revision) return
      revision = lastEventId
      renew()
    }
  }

  // A stream that was refused does not come back by itself, and one that fell asleep does not know it.
  function watch() {
    tick()
    const silence = Date.now() - heardAt
    if (lost && silence > 25000 && lost.hidden) {
      const at = new Date(heardAt)
      lost.textContent = lost.dataset.liveLost.replaceAll(
        '{time}',
        `${two(at.getHours())}:${two(at.getMinutes())}`,
      )
      lost.hidden = false
    }
    if (stream.readyState === 2 || silence > 50000) {
      heardAt = Math.max(heardAt, Date.now() - 45000)
      open()
    }
  }

  if (!('EventSource' in window)) return
  open()
  tick()
  setInterval(watch, 1000)
  addEventListener('online', open)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return
    open()
    if (document.querySelector('.live-screen')) navigator.wakeLock?.request('screen').catch(() => {})
  })
  if (document.querySelector('.live-screen')) navigator.wakeLock?.request('screen').catch(() => {})
})()
