// The reader's own time, place, and way here.
;(() => {
  const vi = document.documentElement.lang.startsWith('vi')
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const days = vi
    ? ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']
    : ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
  const months =
    'January February March April May June July August September October November December'.split(' ')

  function clock(date, zone) {
    const at = {}
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    for (const part of format.formatToParts(date)) at[part.type] = part.value
    at.key = `${at.year}-${at.month}-${at.day}`
    at.same = `${at.key} ${at.hour}:${at.minute}`
    return at
  }
  const day = (c) => days[new Date(Date.UTC(c.year, c.month - 1, c.day)).getUTCDay()]
  const date = (c) =>
    vi ? `${day(c)}, ${c.day} tháng ${c.month}` : `${day(c)}, ${months[c.month - 1]} ${c.day}`
  const time = (c) => {
    const hour = Number(c.hour)
    if (vi) return `${String(hour).padStart(2, '0')}:${c.minute}`
    return `${hour % 12 || 12}:${c.minute}\u00a0${hour < 12 ? 'AM' : 'PM'}`
  }
  // Browsers keep names that cities have laid down.
  const today = {
    Calcutta: 'Kolkata',
    Kiev: 'Kyiv',
    Katmandu: 'Kathmandu',
    Rangoon: 'Yangon',
  }
  const called = (zone) => today[zone] ?? zone.replaceAll('_', ' ')
  const city = (zone) =>
    /Saigon|Ho_Chi_Minh/.test(zone) ? (vi ? 'Việt Nam' : 'Vietnam') : called(zone.split('/').pop())

  for (const element of own ? document.querySelectorAll('[data-reader]') : []) {
    const start = new Date(element.dataset.start)
    const there = clock(start, element.dataset.zone)
    const here = clock(start, own)
    if (there.same === here.same) continue
    const end = clock(new Date(element.dataset.end), own)
    const withDay = element.dataset.reader === 'day' || here.key !== there.key
    const until = end.key === here.key ? `–\u2060${time(end)}` : `\u00a0– ${date(end)}, ${time(end)}`
    const from =
      !vi && end.key === here.key && time(end).slice(-2) === time(here).slice(-2)
        ? time(here).slice(0, -3)
        : time(here)
    const short = element.dataset.reader === 'times'
    const line = document.createElement('span')
    line.className = 'reader-time'
    line.textContent = `${withDay ? `${short ? day(here) : date(here)}, ` : ''}${from}${until} (${short ? '' : vi ? 'giờ của bạn, ' : 'your time, '}${city(own)})`
    element.append(line)
  }

  const via = /[?&](via=\w{7})\b/.exec(location.search)
  if (via) for (const a of document.querySelectorAll('[href^="/vi/"],[href^="/en/"]')) a.search ||= via[1]

  for (const link of document.querySelectorAll('a[data-language]')) {
    link.addEventListener('click', () => {
      link.hash = location.hash
    })
  }
})()
