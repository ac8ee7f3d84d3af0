import type { SearchDocument } from '#core/search/index'
import { searchable } from './cases'

/** Cases written by hand, each for something that search has to get right. */
export const writtenCases: SearchDocument[] = [
  // Names of places and people that are read in an unusual way.
  searchable('hotpot', '重庆山城火锅同业公会', {
    organisation: '重庆市火锅行业协会', modelName: '红汤党建', region: '重庆', period: '2018–2020', tags: ['行业协会', '党建/品牌'],
    text: '灶台边上设了“九宫格议事桌”，每一格坐一家门店，矛盾不出街。\n店长轮流值班，给新开张的小店当参谋，累计调解纠纷136起。',
  }),
  searchable('rider', '长沙橘子洲骑手驿站', {
    region: '湖南 长沙', tags: ['新就业群体', '驿站'], period: '2021',
    text: '骑手在这里歇脚、充电、喝热水。站长自己就是从骑手里成长起来的，他说长期坚持比什么都要紧。\n每晚有“半小时夜课”，讲交规，也讲急救。',
  }),
  searchable('herbs', '亳州药都诚信联盟', {
    region: '安徽 亳州', tags: ['诚信经营'],
    text: '药材市场里摊位上万，联盟把党员摊位的秤摆到门口，谁都可以来校。',
  }),
  searchable('clan', '曾氏祠堂家训课', { organisation: '曾厝村理事会', text: '曾经冷清的祠堂，如今每月初一开讲，老人讲、少年听。' }),
  searchable('lane', '仇家巷议事亭', { text: '仇家巷住着四百户，老街坊的心结在亭子里解开。' }),
  searchable('soup', '单县羊汤合作社', { region: '山东 菏泽', text: '汤馆共用一张检测台，谁家的汤不合格，当天停灶。' }),
  searchable('wall', '西安城墙讲解志愿队', { region: '陕西 西安', tags: ['志愿服务'], text: '队员来自各所高校，用五种语言讲城砖上的铭文。' }),
  searchable('vanguard', '先锋阅读角', { text: '候车厅里辟出一角，书可以带上路，到站再还。' }),
  searchable('tower', '双子大厦楼宇党委', { region: '福建 厦门', text: '电梯里的屏幕每天换一条便民消息，写字楼成了竖起来的社区。' }),
  searchable('electric', '乐清电器小镇服务站', { region: '浙江 温州', text: '开关厂的老师傅坐堂，帮小厂看图纸。' }),
  searchable('tea', '六安茶农夜校', { region: '安徽 六安', text: '春茶开园前，夜校把采摘、炒制、分级都讲一遍。' }),
  searchable('dock', '蚌埠码头班组擂台', { region: '安徽 蚌埠', text: '吊车司机比的是稳，装卸工比的是齐。' }),
  searchable('bank', '行走的银行课堂', { text: '信贷员背着平板进村，账当面算，字当面签。' }),
  searchable('oasis', '绿洲女企业家互助组', { text: '姐妹们凑份子买下冷库，摘下的果子不再烂在地里。' }),
  searchable('coffee', '云南咖啡庄园联合支部', { region: '云南 普洱', text: '几座庄园的党员编在一个支部，采果季互派人手。' }),
  searchable('grain', '河南粮仓守护队', { region: '河南 周口', text: '守护队轮流查温湿度，雨季每两个钟头巡一遍仓。' }),

  // Latin letters, numbers, marks, and characters beyond the first plane.
  searchable('app', '红管家App上线记', {
    tags: ['数字治理'],
    text: '居民下载App后扫码入格，物业和业委会在同一个QQ群里接单。大厅Wi-Fi免费，后台用Kubernetes编排，日志接入blockchain存证。',
  }),
  searchable('quality', '质量党建：ISO9001车间', { text: '车间通过ISO9001认证以后，又推行5S管理。B2B订单增长三成。' }),
  searchable('fund', '老区助学金', { text: '五年募集七千多万元，资助学生三千二百人。' }),
  searchable('water', '海岛供水工程', { text: '商会合力筹款7000多万元，把淡水引上了岛。' }),
  searchable('factory', '旧厂房改造园', { text: '总投资７０００万元，分期建成；最后一期２０１６年交付。' }),
  searchable('bridge', '跨江大桥认捐', { text: '认捐总额70000000元，由会计师逐笔审核。' }),
  searchable('villages', '百村联建', { text: '二〇一六年启动，一百二十个村结成对子。' }),
  searchable('three', '“三个一”工作法', { text: '“三个一”就是一张清单、一次走访、一份回执。' }),
  searchable('threes', '班前读报会', { text: '班会分成3个1：1刻钟读报，1刻钟点评，1刻钟布置。' }),
  searchable('astral', '𠮷祥里租客自治会', { text: '𠮷祥里的牌匾用的是古字“𠮷”，后来的人都跟着这么写。租客推选楼长，合伙打理晒台。' }),
  searchable('marks', '“把脉问诊”服务团', {
    text: '“一企一策”：先听——再看——后开方（每月一次）。满意率98.5%，单程3.5公里，热线0791-86668888，邮箱service@jingjian.example。夜班教C++和C#。',
  }),

  // Traditional and mixed scripts.
  searchable('taiwan', '臺灣青年創業驛站', {
    region: '福建 福州',
    text: '鼓勵兩岸青年駐點創業，設導師團隊，開辦「午間沙龍」。\n驛站與鄉鎮商會結對，解決租房難題。',
  }),
  searchable('academy', '乡村振兴學堂', { text: '學堂開在祠堂邊，请来农技员讲课，学员互相评课。' }),

  // One word in every kind of field, for the order of hits.
  searchable('bamboo-title', '竹编手艺合作社', { text: '篾匠带徒弟，一年出一批。' }),
  searchable('bamboo-model', '老街手艺复兴', { modelName: '竹编模式', text: '街口挂起幌子，老手艺有了新铺面。' }),
  searchable('bamboo-organisation', '青山里匠人会', { organisation: '青山竹编行会', text: '匠人会给手艺定了级。' }),
  searchable('bamboo-tag', '非遗进校园', { tags: ['竹编', '非遗'], text: '每周一节手工课。' }),
  searchable('bamboo-often', '山里的集市', { text: '竹编灯罩、竹编果篮、竹编茶盘，摊子上尽是竹编。' }),
  searchable('bamboo-once', '赶集日', { text: '有人卖山货，有人卖竹编，有人只是来看热闹。' }),
  searchable('bamboo-folded', '竹編館開門記', { text: '館裡常年免費。' }),
  searchable('bamboo-sound', '主编下乡记', { text: '报社的人住进村里写稿。' }),

  // Words near each other and far apart, and as a phrase.
  searchable('near', '手艺周末', { text: '茶席旁边就是剪纸台，等水开的工夫正好学一刀。' }),
  searchable('far', '节气小院', {
    text: `小院里先摆的是茶席。${'立春那天来的人最多，院门口的队伍排到了巷尾，等着领一碗热乎乎的春饼。'.repeat(4)}后来又添了剪纸。`,
  }),
  searchable('canteen', '银杏社区食堂', { text: '一荤两素，老人刷脸就餐。' }),
  searchable('kitchen', '公益厨房', { text: '食堂就在社区隔壁，菜单每周贴在门口。' }),

  // Longer names to mistype.
  searchable('books', '流动图书大篷车', { text: '大篷车每周跑一圈自然村，书由出版社更新。' }),
  searchable('silver', '银龄互助小站', { modelName: '银龄互助', period: '2021至今', text: '低龄老人照看高龄老人，服务时长存进“时间银行”。' }),
  searchable('property', '红色物业联盟', { text: '物业经理列席支部会议，业主在群里打分。', themes: ['服务会员与发展'] }),
  searchable('alleys', '巷道长制度', { text: '党员责任区划到每一条巷道，门牌旁边贴着姓名和电话。' }),
  searchable('maple', '枫桥样板间', { organisation: '枫桥街道商会党支部', text: '样板间里陈列着调解笔录的范本。' }),

  // What stands only in notes, citations and other small fields.
  searchable('reception', '小巷总理接待日', {
    text: [['来龙去脉', '接待日定在每旬的头一天。']], notes: '录音存于档案室第三柜。',
    sources: [{ author: '沈知微', title: '接待日观察笔记', container: '社区研究', date: '2019-05' }],
  }),
  searchable('wishes', '楼栋微心愿', { tags: ['党建/品牌', '志愿服务'], themes: ['活动与载体'], text: '心愿贴在墙上，谁揭下谁办。' }),
]
