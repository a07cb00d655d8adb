import type { SeedInitiativeParts } from './world.ts'

const march = {
  vi: 'Báo chí và trang của các tổ chức, tháng 3 năm 2025',
  en: 'Press and the bodies’ own sites, March 2025',
}
const vanHoa = { vi: 'Báo Văn Hóa, tháng 3 năm 2025', en: 'Văn Hóa, March 2025' }
const forum = { vi: 'Diễn đàn Toàn cầu Boston, tháng 5 năm 2025', en: 'Boston Global Forum, May 2025' }
const vfda = { vi: 'VFDA, tháng 12 năm 2024', en: 'VFDA, December 2024' }

/** Of each initiative what is known, with who said so; where the sources are silent, so are we. */
export const friendsOfFilm: SeedInitiativeParts = {
  notes: ['launch', 'welcome-friends', 'train-together', 'fund'],
  events: ['friends-roundtable'],
  goals: [
    {
      state: 'reached',
      title: {
        vi: 'Lập một nền tảng lâu dài cho hợp tác điện ảnh Việt – Mỹ',
        en: 'Found a lasting platform for film collaboration between Vietnam and the U.S.',
      },
      remark: {
        vi: 'Ra mắt tại Đại học Harvard ngày 11 tháng 3 năm 2025 (Báo Văn Hóa, tháng 3 năm 2025).',
        en: 'Launched at Harvard University on March 11, 2025 (Văn Hóa, March 2025).',
      },
    },
    {
      state: 'planned',
      title: {
        vi: 'Hỗ trợ dự án và kết nối nguồn lực của hai phía',
        en: 'Support projects and link the resources of both sides',
      },
      remark: {
        vi: 'Hợp tác sản xuất, công nghệ và trí tuệ nhân tạo (Báo Văn Hóa, tháng 3 năm 2025).',
        en: 'Co-production, technology and artificial intelligence (Văn Hóa, March 2025).',
      },
    },
    {
      state: 'planned',
      title: { vi: 'Mở đường cho tài năng trẻ Việt Nam', en: 'Open ways for young Vietnamese talent' },
      remark: {
        vi: 'Được công bố khi ra mắt (Báo Văn Hóa, tháng 3 năm 2025).',
        en: 'Announced at the launch (Văn Hóa, March 2025).',
      },
    },
    {
      state: 'planned',
      title: {
        vi: 'Kết nối Liên hoan phim Châu Á Đà Nẵng (DANAFF) với Boston',
        en: 'Connect the Da Nang Asian Film Festival (DANAFF) with Boston',
      },
      remark: {
        vi: 'Cam kết khi ra mắt (báo chí và trang của các tổ chức, tháng 3 năm 2025).',
        en: 'Promised at the launch (press and the bodies’ own sites, March 2025).',
      },
    },
  ],
  news: [
    {
      datedOn: '2025-03-11',
      source: march,
      title: {
        vi: 'Chương trình ra mắt tại Harvard với những người bạn đầu tiên',
        en: 'The program is launched at Harvard with its first friends',
      },
      body: {
        vi: 'Những người bạn đầu tiên được nêu tên là ông Michael Dukakis, ông Cameron Kerry, nguyên Quyền Bộ trưởng Thương mại Hoa Kỳ, và bà Ngô Phương Lan. Đại sứ Nguyễn Quốc Dũng, Đại sứ Đặng Hoàng Giang và bà Trần Thị Bích Vân hoan nghênh chương trình.',
        en: 'Michael Dukakis, Cameron Kerry, former Acting Secretary of Commerce, and Ngô Phương Lan were named as the first friends. Ambassadors Nguyễn Quốc Dũng and Đặng Hoàng Giang and Trần Thị Bích Vân welcomed the program.',
      },
    },
  ],
  figures: [
    {
      name: { vi: 'Những người bạn được nêu tên khi ra mắt', en: 'Friends named at the launch' },
      points: [{ on: '2025-03-11', value: 3, source: march }],
    },
  ],
}

export const aiwsFilmPark: SeedInitiativeParts = {
  notes: ['film-park'],
  events: [],
  goals: [
    {
      state: 'planned',
      title: {
        vi: 'Xây dựng trường quay thiên nhiên có ứng dụng trí tuệ nhân tạo tại Nha Trang, Khánh Hòa',
        en: 'Build natural film studios, with artificial intelligence, at Nha Trang, Khánh Hòa',
      },
      remark: {
        vi: 'Theo các chuẩn mực của AI World Society (báo chí và trang của các tổ chức, tháng 3 năm 2025).',
        en: 'After the standards of AI World Society (press and the bodies’ own sites, March 2025).',
      },
    },
    {
      state: 'under-way',
      title: {
        vi: 'Kết nối với các trung tâm điện ảnh trên thế giới',
        en: 'Link the park with hubs of film around the world',
      },
      remark: {
        vi: 'Chín thành phố được nêu tên tháng 3 năm 2025; Awaji (Nhật Bản) tham gia ngày 12 tháng 5 năm 2025.',
        en: 'Nine cities were named in March 2025; Awaji, Japan, was added on May 12, 2025.',
      },
    },
    {
      state: 'planned',
      title: {
        vi: 'Đào tạo cùng Harvard, MIT, UCLA và các đối tác khác',
        en: 'Train people with Harvard, MIT, UCLA and others',
      },
      remark: { vi: 'Báo Văn Hóa, tháng 3 năm 2025.', en: 'Văn Hóa, March 2025.' },
    },
    {
      state: 'reached',
      title: {
        vi: 'Công bố dấu chất lượng “AIWS Film Quality”',
        en: 'Introduce the “AIWS Film Quality” seal',
      },
      remark: {
        vi: 'Năm nguyên tắc: nhân ái, nhân văn, minh bạch, công bằng, đổi mới (12 tháng 5 năm 2025).',
        en: 'Five principles: compassion, humanity, transparency, equity, innovation (May 12, 2025).',
      },
    },
  ],
  news: [
    {
      datedOn: '2025-05-12',
      source: forum,
      title: {
        vi: 'Awaji (Nhật Bản) tham gia, cùng dấu “AIWS Film Quality”',
        en: 'Awaji, Japan, joins, with the “AIWS Film Quality” seal',
      },
      body: {
        vi: 'Dấu chất lượng nêu năm nguyên tắc: nhân ái, nhân văn, minh bạch, công bằng và đổi mới.',
        en: 'The seal names five principles: compassion, humanity, transparency, equity and innovation.',
      },
    },
    {
      datedOn: '2025-03-11',
      source: vanHoa,
      title: { vi: 'Công viên điện ảnh AIWS ra mắt', en: 'The AIWS Film Park is launched' },
      body: {
        vi: 'Nha Trang, Khánh Hòa là nơi đặt công viên. Chín thành phố kết nối được nêu tên: Boston, New York, Hollywood, Washington DC, San Francisco, Paris, Rome, Venice và London.',
        en: 'Nha Trang, Khánh Hòa, is its home. Nine hub cities are named: Boston, New York, Hollywood, Washington DC, San Francisco, Paris, Rome, Venice and London.',
      },
    },
  ],
  figures: [
    {
      name: { vi: 'Thành phố kết nối với công viên', en: 'Cities linked with the park' },
      points: [
        { on: '2025-03-11', value: 9, source: vanHoa },
        {
          on: '2025-05-12',
          value: 10,
          source: forum,
        },
      ],
    },
  ],
}

export const pai: SeedInitiativeParts = {
  notes: ['ecosystem'],
  events: [],
  goals: [
    {
      state: 'under-way',
      title: {
        vi: 'Đưa bộ chỉ số đến các tỉnh, thành phố',
        en: 'Bring the index to the provinces and cities',
      },
      remark: {
        vi: 'Ra mắt tháng 11 năm 2023 tại Phú Yên; năm 2024 có 37 tỉnh, thành phố tham gia, gần gấp bốn lần năm đầu.',
        en: 'Launched in November 2023 in Phú Yên; in 2024, 37 provinces and cities took part, nearly four times as many as in the first year.',
      },
    },
    {
      state: 'planned',
      title: {
        vi: 'Tìm đối tác trong các cơ quan điện ảnh, trường đại học và doanh nghiệp công nghệ Hoa Kỳ',
        en: 'Find partners among film bodies, universities and technology firms in the United States',
      },
      remark: {
        vi: 'TS. Ngô Phương Lan nêu tại Harvard (Báo Văn Hóa, tháng 3 năm 2025).',
        en: 'As Dr Ngô Phương Lan said at Harvard (Văn Hóa, March 2025).',
      },
    },
  ],
  news: [
    {
      datedOn: '2024-12-11',
      source: vfda,
      title: {
        vi: 'PAI 2024 được công bố tại Ninh Bình: Phú Yên đứng đầu năm thứ hai',
        en: 'PAI 2024 is announced at Ninh Bình: Phú Yên is first for the second year',
      },
      body: {
        vi: 'Theo sau là Quảng Ninh, Nghệ An, Đà Nẵng, TP. Hồ Chí Minh, Thừa Thiên Huế, Thanh Hóa, Hà Tĩnh, Tuyên Quang và Ninh Bình. Phú Yên và Thanh Hóa được khen về hỗ trợ tài chính; Ninh Bình và Đà Nẵng về hạ tầng và thủ tục rõ ràng. Thứ hạng thuộc về địa phương như khi xếp hạng; điểm số không được công bố.',
        en: 'Quảng Ninh, Nghệ An, Đà Nẵng, TP. Hồ Chí Minh, Thừa Thiên Huế, Thanh Hóa, Hà Tĩnh, Tuyên Quang and Ninh Bình follow. Phú Yên and Thanh Hóa were praised for financial support, Ninh Bình and Đà Nẵng for infrastructure and clear procedure. A rank belongs to the place as it was then; scores are not public.',
      },
    },
  ],
  figures: [
    {
      name: { vi: 'Tỉnh, thành phố tham gia', en: 'Provinces and cities that took part' },
      points: [{ on: '2024-12-11', value: 37, source: vfda }],
    },
  ],
}
