/** Months as reference managers of other languages write them. */
import { expect, test } from 'vitest';
import { fileDate } from '../../src/formats/file-dates';

test.each([
  ['French', 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'],
  ['German', 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'],
  ['Spanish', 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'],
  ['Portuguese', 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'],
  ['Italian', 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'],
  ['Dutch', 'januari februari maart april mei juni juli augustus september oktober november december'],
  ['Czech', 'leden únor březen duben květen červen červenec srpen září říjen listopad prosinec'],
  ['Polish', 'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień'],
  ['Czech, in the genitive', 'ledna února března dubna května června července srpna září října listopadu prosince'],
  [
    'Polish, in the genitive',
    'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  ],
  ['Turkish', 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık'],
  ['Danish', 'januar februar marts april maj juni juli august september oktober november december'],
  ['Swedish', 'januari februari mars april maj juni juli augusti september oktober november december'],
  ['Russian', 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'],
])('a date with a month in %s', (_, months) => {
  const read = months.split(' ').map((month) => fileDate(`5 ${month} 2019`));
  expect(read).toEqual(months.split(' ').map((_, n) => `2019-${String(n + 1).padStart(2, '0')}-05`));
});
