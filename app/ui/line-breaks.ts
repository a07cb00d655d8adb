// Names of places whose parts read as one word. Authors hold others with a no-break space of their own.
const compounds = [
  ...[
    'Việt Nam',
    'Viet Nam',
    'Hà Nội',
    'Đà Nẵng',
    'Hải Phòng',
    'Cần Thơ',
    'Hội An',
    'Nha Trang',
    'Đà Lạt',
    'Vũng Tàu',
  ],
  ...[
    'Hạ Long',
    'Sài Gòn',
    'Hồ Chí Minh',
    'Phú Quốc',
    'Châu Á',
    'Châu Âu',
    'Châu Phi',
    'Châu Mỹ',
    'Đông Nam Á',
  ],
  ...['Hoa Kỳ', 'Hàn Quốc', 'Nhật Bản', 'Trung Quốc', 'Thái Lan', 'Ấn Độ', 'Liên Hợp Quốc', 'Liên Hiệp Quốc'],
  ...[
    'New York',
    'New Delhi',
    'New Zealand',
    'Los Angeles',
    'San Francisco',
    'San José',
    'Hong Kong',
    'Hồng Kông',
  ],
  ...[
    'Las Vegas',
    'Kuala Lumpur',
    'Abu Dhabi',
    'Sri Lanka',
    'United States',
    'United Kingdom',
    'United Nations',
  ],
]
const held = new RegExp(
  `(?<!\\p{L})(?:${compounds.map((words) => words.normalize('NFC')).join('|')})(?!\\p{L})`,
  'giu',
)

// A university is one name: "Đại học Harvard", "Harvard University".
const universities = /(?<!\p{L})(?:Đại học \p{Lu}[\p{L}.]*|\p{Lu}\p{L}+ (?:University|College))(?!\p{L})/gu

const joined = (words: string) => words.replaceAll(' ', '\u00a0')

/**
 * Keeps a dash on the line of what is before it, both ends of a range ("18:00–20:30", "3–9") and the parts of a known
 * compound ("Đà Nẵng", "New York") on one line.
 */
export function heldTogether(text: string): string {
  return text
    .normalize('NFC')
    .replace(held, joined)
    .replace(universities, joined)
    .replaceAll(' – ', '\u00a0– ')
    .replace(/(?<=\d|\d\u00a0[AP]M)–(?=\d)/g, '–\u2060')
}
