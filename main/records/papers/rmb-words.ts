// The characters of Chinese amounts in words (banker's numerals), as on cheques and payment slips.

export const rmbWords = {
  digits: ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
  /** Thousands, hundreds, tens, ones within a group of four digits. */
  places: ['仟', '佰', '拾', ''],
  tenThousand: '万',
  hundredMillion: '亿',
  yuan: '元',
  jiao: '角',
  fen: '分',
  whole: '整',
  minus: '负',
} as const
