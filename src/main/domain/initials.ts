/**
 * The first letters of Chinese characters' readings (拼音首字母): 大衣 is `dy`. The platform's own pinyin order says the
 * reading, so there is no dictionary to load; characters with a second everyday reading are listed, and count as both.
 */

/** The first character of each letter in pinyin order; no reading begins with i, u or v. */
const FIRST = Array.from('阿八嚓咑妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀')
const LETTERS = Array.from('abcdefghjklmnopqrstwxyz')
/** In goods, places and surnames: 长 is chang and zhang. */
const READINGS = `
  长cz 重cz 弹dt 调dt 行xh 粘zn 靓lj 泊bp 耙pb 匙sc 幢zc 翟dz 囤td 镐gh 埔pb 茄qj 刹sc 伺cs 栅zs 辗zn 藏cz 朝cz 车cj 仇cq
  传cz 单dsc 降jx 解jx 将jq 强qj 乐ly 率ls 蔓mw 便bp 扁bp 脯fp 蛤hg 曾cz 系xj 校xj 咖kg 卡kq 壳kq 奇qj 区qo 圈qj 券qx
  厦sx 省sx 盛cs 石sd 识sz 属sz 宿sx 拓tz 尾wy 尉wy 蔚wy 遗yw 吓xh 纤xq 吁xy 嘘xs 轧yz 折zs 畜xc 查cz 种zc 召zs 繁fp
  参csn 荨xq 荠jq 莞gw 葚rs 晟cs 覃qt 鹄hg 喔w 蚵kh 溃kh 括kg 贾jg 沈sc 番fp 膀bp 磅bp 暴bp 瀑bp 秘mb 尿ns 炮pb 龟gj
  虾xh 槛kj 郗xc 嚣xa 貉hm 咀jz 缪mj 乜mn 俟sq 仡yg 佴ne 圩wx 荥xy 骠pb 杓bs 歙sx 沓td 镡tc 酢zc 鳜gj
`
const several = new Map(
  READINGS.trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 1), entry.slice(1)] as const),
)
const pinyinOrder = new Intl.Collator('zh-CN-u-co-pinyin')
const known = new Map<string, string>()

/** The letters that a character's readings begin with, the commonest first. */
export function initialsOf(character: string): string {
  let letters = known.get(character)
  if (letters === undefined) {
    letters = several.get(character) ?? letterOf(character)
    known.set(character, letters)
  }
  return letters
}

function letterOf(character: string): string {
  let low = 0
  let high = FIRST.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (pinyinOrder.compare(FIRST[middle] ?? '', character) <= 0) low = middle
    else high = middle - 1
  }
  return LETTERS[low] ?? ''
}
