import type { Locale } from '../locale.js';

// As Taiwan writes it.
export default {
  tag: 'zh-Hant-TW',
  intl: 'zh-TW',
  name: '中文',
  currency: 'TWD',
  currencyLabel: '{name}（{code}）',
  currencies: {
    TWD: ['NT$', '新台幣'], USD: ['US$', '美元'], EUR: ['€', '歐元'], JPY: ['¥', '日圓'], CNY: ['CN¥', '人民幣'], HKD: ['HK$', '港幣'],
    SGD: ['SGD', '新加坡幣'], KRW: ['￦', '韓元'], GBP: ['£', '英鎊'], AUD: ['AU$', '澳幣'], CAD: ['CA$', '加幣'], CHF: ['CHF', '瑞士法郎'],
    INR: ['₹', '印度盧比'], MYR: ['MYR', '馬來西亞令吉'], THB: ['THB', '泰銖'], VND: ['₫', '越南盾'], IDR: ['IDR', '印尼盾'], PHP: ['PHP', '菲律賓披索'],
    NZD: ['NZ$', '紐西蘭幣'],
  },
  group: ',',
  point: '.',
  months: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
  shortMonths: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
  weekdays: ['週日', '週一', '週二', '週三', '週四', '週五', '週六'],
  date: '{year}年{month}月{day}日',
  shortDate: '{year}/{month}/{day}',
  dateTime: '{year}年{month}月{day}日 {weekday} {time}',
  shortDateTime: '{year}/{month}/{day} {weekday} {time}',
  month: '{year}年{month}月',
  columnDay: '{day} 日 {weekday}',
  stop: '。',
  space: '',
  colon: '：',
  comma: '、',
  semicolon: '；',
  operands: '、',
  within: '　',
  // Intl's 和 would stand between numbers without a blank.
  and: '、',
  or: ' 或 ',
} satisfies Locale;
