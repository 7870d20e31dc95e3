/** Chinese and Korean family names in Latin letters, for citation keys that people can remember and type. */
import { eastAsianName, isEastAsian } from '../paper/east-asian-names';

/** The most frequent Chinese family names, simplified and traditional, in Pinyin without tones. https://en.wikipedia.org/wiki/List_of_common_Chinese_surnames */
const pinyin = `李li 王wang 张張zhang 刘劉liu 陈陳chen 杨楊yang 赵趙zhao 黄黃huang 周zhou 吴吳wu 徐xu 孙孫sun 胡hu 朱zhu 高gao 林lin 何he
郭guo 马馬ma 罗羅luo 梁liang 宋song 郑鄭zheng 谢謝xie 韩韓han 唐tang 冯馮feng 于yu 董dong 萧蕭肖xiao 程cheng 曹cao 袁yuan 邓鄧deng
许許xu 傅fu 沈shen 曾zeng 彭peng 吕呂lu 苏蘇su 卢盧lu 蒋蔣jiang 蔡cai 贾賈jia 丁ding 魏wei 薛xue 叶葉ye 阎閻闫yan 余餘yu 潘pan
杜du 戴dai 夏xia 钟鍾锺zhong 汪wang 田tian 任ren 姜jiang 范範fan 方fang 石shi 姚yao 谭譚tan 廖liao 邹鄒zou 熊xiong 金jin 陆陸lu
郝hao 孔kong 白bai 崔cui 康kang 毛mao 邱qiu 秦qin 江jiang 史shi 顾顧gu 侯hou 邵shao 孟meng 龙龍long 万萬wan 段duan 钱錢qian
汤湯tang 尹yin 黎li 易yi 常chang 武wu 乔喬qiao 贺賀he 赖賴lai 龚龔gong 文wen 庞龐pang 樊fan 兰蘭lan 殷yin 施shi 陶tao 洪hong
翟zhai 安an 颜顏yan 倪ni 严嚴yan 牛niu 温溫wen 芦蘆lu 季ji 俞yu 章zhang 鲁魯lu 葛ge 伍wu 韦韋wei 申shen 尤you 毕畢bi 聂聶nie
丛叢cong 焦jiao 向xiang 柳liu 邢xing 路lu 岳yue 齐齊qi 沿yan 梅mei 莫mo 庄莊zhuang 辛xin 管guan 祝zhu 左zuo 涂塗tu 谷gu 祁qi
时時shi 舒shu 耿geng 牟mou 卜bu 路lu 詹zhan 关關guan 苗miao 凌ling 费費fei 纪紀ji 靳jin 盛sheng 童tong 欧歐ou 甄zhen 项項xiang
曲qu 成cheng 游you 阳陽yang 裴pei 席xi 卫衛wei 查zha 屈qu 鲍鮑bao 位wei 覃qin 霍huo 翁weng 隋sui 植zhi 甘gan 景jing 薄bo 单單shan
包bao 司si 柏bai 宁寧ning 柯ke 阮ruan 桂gui 闵閔min 解xie 强強qiang 柴chai 华華hua 车車che 冉ran 房fang 边邊bian 辜gu 吉ji
饶饒rao 刁diao 瞿qu 戚qi 丘qiu 古gu 米mi 池chi 滕teng 晋晉jin 苑yuan 邬鄔wu 臧zang 畅暢chang 宫宮gong 来來lai 嵺liao 苟gou
全quan 褚chu 廉lian 简簡jian 娄婁lou 盖蓋gai 符fu 奚xi 木mu 穆mu 党黨dang 燕yan 郎lang 邸di 冀ji 谈談tan 姬ji 屠tu 连連lian
郜gao 晏yan 栾欒luan 郁yu 商shang 蒙meng 计計ji 喻yu 揭jie 窦竇dou 迟遲chi 宇yu 敖ao 糜mi 鄢yan 冷leng 卓zhuo 花hua 仇qiu`;
const compound = `欧阳歐陽ouyang 司马司馬sima 上官shangguan 诸葛諸葛zhuge 东方東方dongfang 皇甫huangfu 慕容murong 令狐linghu 司徒situ 南宫南宮nangong 宇文yuwen`;

/** Names of so many characters with their sounds. */
const entries = (list: string, size: number): [name: string, sound: string][] =>
  [...list.matchAll(/(\p{sc=Han}+)([a-z]+)/gu)].flatMap(([, names = '', sound = '']) =>
    (names.match(new RegExp(`.{${size}}`, 'gu')) ?? []).map((name): [string, string] => [name, sound]),
  );
/** Of names listed twice the first, which is the more frequent, counts. */
const surnames = new Map([...entries(pinyin, 1), ...entries(compound, 2)].reverse());

/** Korean family names as they are usually written. */
const korean: Record<string, string> = {
  ...{
    김: 'kim',
    이: 'lee',
    박: 'park',
    최: 'choi',
    정: 'jung',
    강: 'kang',
    조: 'cho',
    윤: 'yoon',
    장: 'jang',
    임: 'lim',
  },
  ...{
    한: 'han',
    오: 'oh',
    서: 'seo',
    신: 'shin',
    권: 'kwon',
    황: 'hwang',
    안: 'ahn',
    송: 'song',
    류: 'ryu',
    유: 'yoo',
  },
  ...{
    전: 'jeon',
    홍: 'hong',
    고: 'ko',
    문: 'moon',
    양: 'yang',
    손: 'son',
    배: 'bae',
    백: 'baek',
    허: 'heo',
    남: 'nam',
  },
  ...{ 심: 'shim', 노: 'noh', 하: 'ha', 곽: 'kwak', 성: 'sung', 차: 'cha', 주: 'joo', 우: 'woo', 구: 'koo', 민: 'min' },
  ...{ 남궁: 'namgung', 황보: 'hwangbo', 제갈: 'jegal', 선우: 'sunwoo' },
};

/** The family name of a Chinese or Korean name in Latin letters, lower case; undefined if it is not known. */
export function latinSurname(name: string): string | undefined {
  const parts = eastAsianName(name);
  const whole = parts?.family ?? name;
  if (!isEastAsian(whole) || /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(name)) return undefined;
  const sound = (text: string) => surnames.get(text) ?? (Object.hasOwn(korean, text) ? korean[text] : undefined);
  if (parts) return sound(whole);
  // Written together: a family name of two characters, else of one.
  return whole.length < 2 || whole.length > 4 ? undefined : (sound(whole.slice(0, 2)) ?? sound(whole.slice(0, 1)));
}
