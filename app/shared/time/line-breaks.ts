import { withKeptWords } from '#app/shared/i18n/kept-words.ts'

// Names of places whose parts read as one word. Authors hold others with a tilde (shared/i18n/kept-words.ts).
const compounds = `Việt Nam|Viet Nam|Hà Nội|Đà Nẵng|Hải Phòng|Cần Thơ|Hội An|Nha Trang|Đà Lạt|Vũng Tàu
Hạ Long|Sài Gòn|Hồ Chí Minh|Phú Quốc|Thừa Thiên Huế|Quảng Nam|Quảng Ninh|Quảng Bình|Quảng Trị|Quảng Ngãi
Ninh Bình|Nam Định|Bắc Ninh|Bắc Giang|Thái Nguyên|Thái Bình|Thanh Hóa|Nghệ An|Hà Tĩnh|Khánh Hòa
Lâm Đồng|Đồng Nai|Bình Dương|Bình Định|Bình Thuận|Phan Thiết|Phú Yên|Tuy Hòa|Quy Nhơn|Buôn Ma Thuột
Đắk Lắk|Gia Lai|Kon Tum|Tây Ninh|Long An|Tiền Giang|Bến Tre|Vĩnh Long|Kiên Giang|An Giang|Cà Mau|Bạc Liêu
Sóc Trăng|Lào Cai|Sa Pa|Hà Giang|Cao Bằng|Lạng Sơn|Điện Biên Phủ|Điện Biên|Sơn La|Hòa Bình|Yên Bái|Phú Thọ
Hải Dương|Hưng Yên|Vĩnh Phúc|Mỹ Sơn|Hoàng Sa|Trường Sa|Biển Đông|Sông Hồng|Sông Hương|Sông Hàn
Châu Á|Châu Âu|Châu Phi|Châu Mỹ|Châu Đại Dương|Đông Nam Á|Đông Á|Nam Á|Thái Bình Dương|Đại Tây Dương
Hoa Kỳ|Hàn Quốc|Triều Tiên|Nhật Bản|Trung Quốc|Đài Loan|Thái Lan|Ấn Độ|Úc Đại Lợi|Bồ Đào Nha|Tây Ban Nha
Thổ Nhĩ Kỳ|Ả Rập Xê Út|Thụy Điển|Thụy Sĩ|Đan Mạch|Na Uy|Hà Lan|Ba Lan|Phần Lan|Ai Cập|Hy Lạp|Hồng Kông
Liên Hợp Quốc|Liên Hiệp Quốc|Liên bang Nga|Vương quốc Anh|Nhà Trắng
New York|New Delhi|New Zealand|New Orleans|New Jersey|New Mexico|New Hampshire|Los Angeles|San Francisco|San José
San Diego|Santa Monica|Hong Kong|Las Vegas|Kuala Lumpur|Abu Dhabi|Sri Lanka|Phnom Penh|Siem Reap|Chiang Mai
Tel Aviv|Mexico City|Buenos Aires|Rio de Janeiro|São Paulo|Cape Town|South Korea|North Korea|South Africa
Saudi Arabia|Ho Chi Minh City|Ha Noi|Da Nang|United States|United Kingdom|United Nations|White House
Washington DC|Washington, D\\.C\\.`.split(/[|\n]/)
const held = new RegExp(
  `(?<!\\p{L})(?:${compounds
    .map((one) => one.normalize('NFC'))
    .sort((a, b) => b.length - a.length)
    .join('|')})(?!\\p{L})`,
  'giu',
)

// A university is one name: "Đại học Harvard", "Harvard University".
const universities = /(?<!\p{L})(?:Đại học \p{Lu}[\p{L}.]*|\p{Lu}\p{L}+ (?:University|College))(?!\p{L})/gu

const joined = (words: string) => words.replaceAll(' ', '\u00a0')

/**
 * Keeps a dash on the line of what is before it, both ends of a range ("18:00–20:30", "3–9") and the parts of a known
 * compound ("Đà Nẵng", "New York") on one line, and what its author marked.
 */
export function heldTogether(text: string): string {
  return withKeptWords(text.normalize('NFC'))
    .replace(held, joined)
    .replace(universities, joined)
    .replaceAll(' – ', '\u00a0– ')
    .replace(/(?<=\d|\d\u00a0[AP]M)–(?=\d)/g, '–\u2060')
}
