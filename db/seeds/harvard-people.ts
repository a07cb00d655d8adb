import type { Bilingual, SeedPerson } from './world.ts'

const vfda: Bilingual = {
  vi: 'Hiệp hội Xúc tiến Phát triển Điện ảnh Việt Nam (VFDA)',
  en: 'Vietnam Film Development Association (VFDA)',
}
const bgf: Bilingual = { vi: 'Diễn đàn Toàn cầu Boston', en: 'Boston Global Forum' }
const mission: Bilingual = {
  vi: 'Phái đoàn thường trực Việt Nam tại Liên Hợp Quốc',
  en: 'Permanent Mission of Viet Nam to the United Nations',
}

/** The nine who spoke at Harvard. The order of precedence is ours. */
export const harvardPeople: SeedPerson[] = [
  {
    key: 'dang-hoang-giang',
    name: 'Đặng Hoàng Giang',
    honorific: { vi: 'Đại sứ', en: 'Ambassador' },
    position: {
      vi: 'Đại diện thường trực Việt Nam tại Liên Hợp Quốc',
      en: 'Permanent Representative of Viet Nam to the United Nations',
    },
    affiliation: mission,
    biography: {
      vi: 'Đại sứ Đặng Hoàng Giang là Đại diện thường trực của Việt Nam tại Liên Hợp Quốc, New York.',
      en: 'Ambassador Đặng Hoàng Giang is the Permanent Representative of Viet Nam to the United Nations in New York.',
    },
    precedence: 10,
  },
  {
    key: 'michael-dukakis',
    name: 'Michael Dukakis',
    honorific: { vi: 'Thống đốc', en: 'Governor' },
    position: { vi: 'Nguyên Thống đốc bang Massachusetts', en: 'Former Governor of Massachusetts' },
    affiliation: bgf,
    biography: {
      vi: 'Ông Michael Dukakis là nguyên Thống đốc bang Massachusetts. Ông đến với bàn tròn từ Diễn đàn Toàn cầu Boston.',
      en: 'Michael Dukakis is a former Governor of Massachusetts. He came to the roundtable from the Boston Global Forum.',
    },
    precedence: 20,
  },
  {
    key: 'ngo-phuong-lan',
    name: 'Ngô Phương Lan',
    honorific: { vi: 'TS.', en: 'Dr' },
    affiliation: vfda,
    biography: {
      vi: 'Tiến sĩ Ngô Phương Lan đại diện cho Hiệp hội Xúc tiến Phát triển Điện ảnh Việt Nam, đơn vị đang đưa Bộ chỉ số thu hút đoàn phim (PAI) đến các địa phương.',
      en: 'Dr Ngô Phương Lan speaks for the Vietnam Film Development Association, which is bringing the Production Attraction Index (PAI) to the provinces.',
    },
    precedence: 30,
  },
  {
    key: 'nguyen-anh-tuan',
    name: 'Nguyễn Anh Tuấn',
    position: { vi: 'Đồng Chủ tịch kiêm Giám đốc điều hành', en: 'Co-chair and Chief Executive Officer' },
    affiliation: bgf,
    biography: {
      vi: 'Ông Nguyễn Anh Tuấn là Đồng Chủ tịch kiêm Giám đốc điều hành Diễn đàn Toàn cầu Boston. Tại Harvard, ông công bố chương trình “Những người bạn phát triển điện ảnh Việt – Mỹ”.',
      en: 'Nguyễn Anh Tuấn is co-chair and CEO of the Boston Global Forum. At Harvard he announced the program “Friends of Vietnam – U.S. Film Collaboration”.',
    },
    precedence: 40,
  },
  {
    key: 'nguyen-hoang-nguyen',
    name: 'Nguyễn Hoàng Nguyên',
    position: {
      vi: 'Tham tán Công sứ, Phó Trưởng Phái đoàn',
      en: 'Minister-Counsellor, Deputy Head of the Permanent Mission',
    },
    affiliation: mission,
    biography: {
      vi: 'Ông Nguyễn Hoàng Nguyên là Tham tán Công sứ, Phó Trưởng Phái đoàn thường trực Việt Nam tại Liên Hợp Quốc.',
      en: 'Nguyễn Hoàng Nguyên is Minister-Counsellor and Deputy Head of the Permanent Mission of Viet Nam to the United Nations.',
    },
    precedence: 50,
  },
  {
    key: 'meg-montagnino',
    name: 'Meg Montagnino',
    position: { vi: 'Người đứng đầu', en: 'Head' },
    affiliation: { vi: 'Cơ quan điện ảnh bang Massachusetts', en: 'Massachusetts state film office' },
    biography: {
      vi: 'Bà Meg Montagnino đứng đầu cơ quan điện ảnh của bang Massachusetts.',
      en: 'Meg Montagnino leads the film office of the state of Massachusetts.',
    },
    precedence: 60,
  },
  {
    key: 'tony-bui',
    name: 'Tony Bùi',
    position: { vi: 'Đạo diễn điện ảnh, giáo sư', en: 'Film director and professor' },
    affiliation: { vi: 'Đại học Columbia', en: 'Columbia University' },
    biography: {
      vi: 'Tony Bùi là đạo diễn điện ảnh và giáo sư Đại học Columbia. Nhờ sự kết nối của ông, các tác phẩm kinh điển của điện ảnh Việt Nam đã đến với Criterion Channel.',
      en: 'Tony Bùi is a film director and a professor at Columbia University. Through him, classic Vietnamese films reached the Criterion Channel.',
    },
    precedence: 70,
  },
  {
    key: 'angela-peri',
    name: 'Angela Peri',
    position: { vi: 'Nhà sáng lập', en: 'Founder' },
    affiliation: { vi: 'Boston Casting', en: 'Boston Casting' },
    biography: {
      vi: 'Bà Angela Peri là nhà sáng lập Boston Casting.',
      en: 'Angela Peri is the founder of Boston Casting.',
    },
    precedence: 80,
  },
  {
    key: 'mars',
    name: 'Mars',
    position: {
      vi: 'Nhà đầu tư và nhà sản xuất phim quốc tế',
      en: 'International film investor and producer',
    },
    biography: {
      vi: 'Mars là nhà đầu tư và nhà sản xuất phim hoạt động trên phạm vi quốc tế.',
      en: 'Mars invests in films and produces them internationally.',
    },
    precedence: 90,
  },
]
