// Keeps a screen of a live room true: takes in what is shown when something happens, and lets the clocks run between.
;(() => {
  const region = document.querySelector('[data-live]')
  if (!region || !('EventSource' in window)) return
  const source = region.dataset.liveSrc || location.pathname
  const lost = document.querySelector('[data-live-lost]')
  let offset = 0
  let revision = null
  let heardAt = Date.now()
  let stream
  let opensAt = 0
  let refusals = 0
  let fetching = false
  let again = false
  let retry
  let staleSince = null
  let until = Number(region.dataset.liveUntil) || Infinity

  const now = () => Date.now() + offset
  const two = (count) => String(count).padStart(2, '0')
  const spelled = (seconds) => {
    const whole = Math.abs(seconds)
    return `${seconds < 0 ? '−' : ''}${Math.floor(whole / 60)}:${two(whole % 60)}`
  }

  function turn(clock) {
    const spoken = Math.max(0, Math.floor((now() - Number(clock.dataset.from)) / 1000))
    const planned = clock.dataset.planned
    const left = planned === '' ? null : Number(planned) - spoken
    const isSoon = left !== null && left <= Number(clock.dataset.warning)
    const tone = left === null ? 'spoken' : left <= 0 ? 'over' : isSoon ? 'soon' : 'calm'
    const figures = spelled(left === null ? spoken : left)
    clock.querySelector('[data-clock-time]').textContent = figures
    clock.style.setProperty('--figures', figures.length)
    clock.style.setProperty('--part', left > 0 ? (left / planned) * 100 : 100)
    if (clock.dataset.clock === tone) return
    clock.dataset.clock = tone
    clock.querySelector('[data-clock-label]').textContent = JSON.parse(clock.dataset.texts)[tone]
  }

  function tick() {
    for (const clock of document.querySelectorAll('[data-clock]')) {
      if (clock.dataset.clock !== 'paused') turn(clock)
    }
    for (const place of document.querySelectorAll('[data-hour]')) {
      place.textContent = new Intl.DateTimeFormat(document.documentElement.lang, {
        timeStyle: 'short',
        timeZone: place.dataset.hour,
      }).format(now())
    }
  }

  // What was kept by another process may be older than what the stream has told: asked for again then.
  async function renew() {
    if (fetching) {
      again = true
      return
    }
    fetching = true
    clearTimeout(retry)
    let wait = 5000
    try {
      const answer = await fetch(source, { cache: 'no-store' })
      const page = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html')
      const next = page ? page.querySelector('[data-live]') : null
      if (next) {
        region.innerHTML = next.innerHTML
        until = Number(next.dataset.liveUntil) || Infinity
        wait = Number(next.dataset.liveRevision) < Number(revision) ? 300 : 0
        if (!wait) staleSince = null
        tick()
      }
    } catch {
      // Asked for again below.
    }
    fetching = false
    // The stream lives, and still what is shown may be old.
    if (wait) staleSince ??= Date.now()
    if (lost && staleSince === null && Date.now() - heardAt < 25000) lost.hidden = true
    if (wait) retry = setTimeout(renew, wait + Math.random() * wait)
    if (!again) return
    again = false
    renew()
  }

  function heard() {
    heardAt = Date.now()
    refusals = 0
    if (lost && staleSince === null) lost.hidden = true
  }

  function open() {
    if (stream) stream.close()
    stream = new EventSource(`/events/${region.dataset.live}/live/stream?revisions`)
    stream.addEventListener('clock', ({ data }) => {
      offset = Number(data) - Date.now()
      heard()
      tick()
    })
    stream.onmessage = ({ lastEventId }) => {
      heard()
      if (lastEventId === revision) return
      revision = lastEventId
      renew()
    }
    // Refused, it does not come back by itself: later and later, and what is shown is asked for meanwhile.
    stream.onerror = () => {
      if (stream.readyState !== 2) return
      opensAt = Date.now() + Math.min(1000 * 2 ** refusals++, 30000) * (0.5 + Math.random())
      if (refusals > 1) renew()
    }
  }

  function watch() {
    tick()
    if (now() >= until) {
      until = Infinity
      setTimeout(renew, Math.random() * 1000)
    }
    const silence = Date.now() - heardAt
    const isStale = staleSince !== null && Date.now() - staleSince > 3000
    if (lost && (isStale || silence > 25000) && lost.hidden) {
      const since = new Date(isStale ? staleSince : heardAt)
      const timeZone = lost.dataset.zone
      // The sentence stands in both languages, each with the hour as it writes it.
      const timeIn = (language) =>
        new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone }).format(since)
      const own = document.documentElement.lang
      lost.textContent = lost.dataset.liveLost
        .replace('{time}', timeIn(own))
        .replace('{other}', timeIn(own === 'vi' ? 'en' : 'vi'))
      lost.hidden = false
    }
    if (stream.readyState === 2) {
      if (Date.now() >= opensAt) open()
    } else if (silence > 50000 && Date.now() >= opensAt) {
      // It fell asleep, and does not know it.
      opensAt = Date.now() + 10000
      open()
    }
  }

  const stayAwake = () => {
    if (document.querySelector('.live-screen')) navigator.wakeLock?.request('screen').catch(() => {})
  }
  open()
  tick()
  stayAwake()
  setInterval(watch, 1000)
  addEventListener('online', open)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return
    open()
    stayAwake()
  })
})()
