/** Names for very many goods and customers: no brands, no persons. */
import type { Chance } from '../../src/main/demo/invented/chance.ts'

const FOR = ['女士', '男士', '儿童', '中老年', '女童', '男童', '情侣', '大码']
const SEASON = ['春季', '夏季', '秋季', '冬季', '春秋', '四季']
const CLOTH = ['纯棉', '亚麻', '真丝', '羊毛', '针织', '牛仔', '灯芯绒', '雪纺', '羽绒', '格纹']
const GARMENT = ['大衣', '衬衫', 'T恤', '长裙', '连衣裙', '卫衣', '风衣', '短裤', '阔腿裤', '马甲', '毛衣', '旗袍']
const PLACE = ['高山', '古树', '明前', '雨前', '陈年', '头春', '谷雨', '云雾', '岩韵', '山野']
const GRADE = ['特级', '一级', '二级', '三级', '珍藏', '口粮']
const TEA = ['龙井', '普洱', '铁观音', '大红袍', '白毫银针', '碧螺春', '正山小种', '茉莉花茶', '六安瓜片', '黑茶']
const PACK = ['散装', '罐装', '礼盒', '饼茶', '砖茶', '袋泡']
const SIDE = ['东街', '西街', '南门', '北门', '桥头', '河边', '山下', '城中', '老街', '新区', '湖畔', '码头']
const TRADE = ['茶馆', '服装店', '杂货店', '工作室', '茶楼', '布庄', '学校', '公司', '饭店', '茶友']

export const COLOURS = ['黑', '白', '米', '藏青', '酒红', '墨绿']
export const SIZES = ['S', 'M', 'L', 'XL', 'XXL']

export function garmentTitle(chance: Chance): string {
  return chance.pick(FOR) + chance.pick(SEASON) + chance.pick(CLOTH) + chance.pick(GARMENT)
}

export function teaTitle(chance: Chance): string {
  return `${chance.pick(PLACE)}${chance.pick(TEA)}${chance.pick(GRADE)}${chance.pick(PACK)} ${chance.between(5, 99) * 10}g`
}

export const customerName = (chance: Chance, number: number): string =>
  `${chance.pick(SIDE)}${chance.pick(TRADE)} ${String(number).padStart(5, '0')}`
