// Browsers write a day and an hour in their own language, not in the page's: beside it stands what was chosen in the page's.
;(() => {
  const locale = document.documentElement.lang || 'vi'
  const days = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    hour: 'numeric',
    minute: '2-digit',
    ...(locale === 'vi' && { hourCycle: 'h23' }),
  })

  // What is in the field is the clock of a place: no zone of this browser may come into it.
  function words({ value }) {
    const at = new Date(`${value}Z`)
    return Number.isNaN(at.getTime()) ? '' : `${clock.format(at)}, ${days.format(at)}`
  }

  function say(field) {
    const is = field.nextElementSibling
    const said = is?.className === 'clock-label' ? is : document.createElement('span')
    said.className = 'clock-label'
    said.textContent = words(field)
    if (said !== is) field.after(said)
  }

  const all = () => document.querySelectorAll('input[type=datetime-local]').forEach(say)
  // Before the page is hydrated nothing may be added to it: it would be drawn anew, and lose what was typed.
  function begin() {
    document.addEventListener('input', ({ target }) => {
      if (target.type === 'datetime-local') say(target)
    })
    addEventListener('typing-is-back', all, true)
    all()
  }
  if (!('__remixContext' in window) || 'hydrated' in document.documentElement.dataset) begin()
  else addEventListener('hydrated', begin, { once: true })
})()
