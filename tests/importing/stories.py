"""Invented texts to set pages with: for each story its title, deck, paragraphs and captions in both languages."""

STORIES = {
    "salt": {
        "section": ("風物", "Places"),
        "traditional": True,
        "title": ("曬鹽的人", "The People Who Dry the Sea"),
        "zh": [
            "島的南端有一片鹽田，石板鋪成的格子一共七百二十個，每一格都比書桌略大。清晨五點，潮水沿著水溝流進來，鹽工"
            "踩著水車，把海水一格一格往高處送。",
            "太陽是唯一的爐火。夏天的中午，石板燙得不能赤腳站立，海水在三個小時裡變成滷水，再過兩天，邊上就會結出一"
            "圈白色的花。老鹽工許阿川說，花開得慢，鹽才不苦。",
            "# 雨來之前",
            "最怕的是午後的雷雨。雲一黑，全村的人都往田裡跑，用木耙把還沒有乾透的鹽推進屋裡。前年夏天下了四十天的雨，"
            "整個季節只收了一百二十擔，連種田的親戚也過來幫忙。",
            "如今鹽田由十一戶人家輪流照管。年輕人在村口開了一間小店，賣鹽，也賣用鹽醃的檸檬。客人問最好的鹽是哪一種，"
            "他們總是回答：是今天早上的那一格。",
        ],
        "en": [
            "At the southern end of the island lies a field of seven hundred and twenty stone pans, each a little larger "
            "than a desk. At five in the morning the tide comes in along the ditches, and the workers tread their wheels "
            "and lift the water from pan to pan.",
            "The sun is the only stove. At noon in summer nobody can stand on the slabs with bare feet. In three hours "
            "the sea turns to brine, and after two more days a ring of white flowers opens at the edges. When they open "
            "slowly, old Xu says, the salt will not be bitter.",
            "What they fear is thunder in the afternoon. As soon as the clouds turn black the whole village runs to the "
            "field and pushes the half-dry salt under a roof with wooden rakes.",
        ],
        "captions": [
            ("清晨的鹽田", "The pans at daybreak", "攝影／許望潮"),
            ("收鹽用的木耙。", "Wooden rakes for the harvest", ""),
        ],
        "quote": "花開得慢，鹽才不苦。",
        "box": ("鹽的吃法", "How to Use It", ["烤魚之前先抹一層粗鹽。", "醃檸檬要放滿四十天。"],
                ["Rub the fish before it meets the fire.", "Leave the lemons for forty days."]),
    },
    "clock": {
        "section": ("人物", "People"),
        "title": ("修钟的姐妹", "Two Sisters and a Tower Clock"),
        "zh": [
            "钟楼在老城的十字路口，四面各有一个表盘，最小的一面也有两米高。一九五六年，铁匠铺的孟师傅接下了看钟的差"
            "事，每隔三天爬一次楼梯，给三个钟锤上弦。楼梯一共有 138 级，他走了四十一年。",
            "孟师傅去世以后，两个女儿轮流上楼。姐姐孟春管走时，妹妹孟秋管打点。姐姐的本子上记着每天快了几秒、慢了几"
            "秒，妹妹的本子上记着风向，因为刮北风的时候，城南的人听不见钟声。",
            "# 停摆的那一天",
            "2011 年的冬天特别冷，机油冻住了，大钟在凌晨四点十七分停了下来。城里没有人打电话来问，可是那天早上，"
            "菜市场开门晚了，学校的铃也晚了，连报纸都送晚了。姐妹俩用热水袋把齿轮捂热，到中午才让它重新走起来。",
            "后来有公司愿意出钱，把机芯换成电子的，一年只差一秒。姐妹俩没有答应。妹妹说，钟要是不用人管，人也就不用"
            "抬头看它了。",
            "# 徒弟",
            "去年，中学的物理老师带着十二个学生上楼，每人学会了上弦。现在，每个星期三下午都是学生值班，本子上多了一"
            "栏：今天是谁抬头看了钟。",
        ],
        "en": [
            "The tower stands at the crossing of the old town, with a dial on each of its four sides; the smallest is two "
            "metres high. In 1956 a blacksmith by the name of Meng was asked to look after the clock. Every third day he "
            "climbed the hundred and thirty-eight steps to wind the weights, and he did so for forty-one years.",
            "When he died his daughters took turns. Chun, the elder, keeps the time, and Qiu keeps the bell. One has a "
            "notebook of the seconds gained and lost, the other a notebook of the wind, because when it blows from the "
            "north the southern streets cannot hear the hours.",
            "# The Day It Stopped",
            "In the cold winter of 2011 the oil froze, and the clock stood still at seventeen minutes past four. Nobody "
            "telephoned to ask. But the market opened late that morning, the school bell was late, and so were the "
            "newspapers. The sisters warmed the wheels with hot-water bottles, and it was noon before they turned again.",
            "A company offered to pay for an electronic movement that would lose a second in a year. They said no. If a "
            "clock needs nobody, Qiu says, then nobody needs to look up.",
        ],
        "captions": [
            ("孟春在给钟上弦。", "Meng Chun winds the weights", "图 / 石砚秋"),
            ("记着风向的本子", "The notebook of the wind", "图 / 石砚秋"),
        ],
        "quote": "钟要是不用人管，人也就不用抬头看它了。",
        "box": ("大钟小档案", "The Clock in Brief", ["三个钟锤共重四百公斤。", "分针长一米三，木制包铜。"],
                ["Its three weights come to four hundred kilograms.", "The minute hand is wood under copper."]),
    },
    "river": {
        "section": ("行走", "Journeys"),
        "title": ("沿着一条看不见的河", "Along a River Nobody Sees"),
        "zh": [
            "地图上，白石河在城西消失，又在城东重新出现，中间的三公里全部埋在马路下面。设计师林知遥用一个夏天把它"
            "走了一遍：她跟着井盖走，跟着潮湿的墙根走，跟着夜里最早醒来的蛙声走。",
            "河是 1983 年盖上的。那时候河水发黑，居民们高兴了很久，因为窗户终于可以打开。盖板上面先是停车场，后来是"
            "菜市场，再后来是 26 家修鞋、配钥匙、卖鱼竿的小铺子。",
            "# 听水的地方",
            "林知遥在地图上标出了 19 个能听见水声的地方。有一个在银行门口，蹲下来系鞋带才听得到；有一个在幼儿园的"
            "滑梯下面，孩子们早就知道，他们把那里叫作龙的肚子。",
            "她把地图印成手帕，送给铺子里的人。修鞋的老周看了半天说，难怪我这里的皮子总是干得慢。没过多久，每家铺子"
            "的门口都挂出了一块小牌子，写着河面离地多少米。",
            "# 掀开一块盖板",
            "今年春天，街道办掀开了第一块盖板，在洞口装上玻璃和一盏灯。水比三十年前清了许多，能看见底下的卵石。开灯"
            "的那天晚上，来了两百多人，大家排着队，一个一个低头往下看。",
            "林知遥说，她不打算把河全部挖出来。城市需要停车场，也需要秘密。知道脚下有一条河，走路的样子就会不一样。",
        ],
        "en": [
            "On the map the Baishi River vanishes in the west of the city and comes back in the east; the three "
            "kilometres between them lie under the road. Lin Zhiyao, a designer, spent a summer walking it. She followed "
            "the manhole covers, the damp at the foot of walls, and the first frogs to wake at night.",
            "It was covered in 1983. The water was black then, and for a long time people were glad that they could open "
            "their windows. On the slabs there was a car park, then a market, and then twenty-six small shops for shoes, "
            "keys and fishing rods.",
            "Lin has marked nineteen places where the water can be heard. One is in front of a bank, and you have to "
            "crouch as if to tie your laces. Another is under the slide of a kindergarten; the children have always known "
            "it, and call it the belly of the dragon.",
            "This spring the first slab was lifted, and a pane of glass and a lamp were put over the hole. More than two "
            "hundred people came on the first evening and waited in line to look down. She does not mean to dig up the "
            "rest. A city needs its car parks, she says, and it needs its secrets.",
        ],
        "captions": [
            ("玻璃下面的河水。", "The river under its pane of glass", "摄影 / 顾南舟"),
            ("手帕地图", "A map to put in your pocket", ""),
            ("修鞋铺门口的小牌子", "The sign at the cobbler's", "摄影 / 顾南舟"),
        ],
        "quote": "知道脚下有一条河，走路的样子就会不一样。",
        "box": ("去听水", "Where to Listen", ["清晨六点以前车少，水声最清楚。", "雨后第二天水最大。"],
                ["Come before six, while there are no cars.", "The water is loudest on the day after rain."]),
    },
    "noodles": {
        "section": ("对话", "Interview"),
        "title": ("面条有多长", "How Long Is a Noodle"),
        "zh": [
            "在县城的东门外，金满仓开了三十年面馆。他的面只有一种粗细，却有七种长短。我们在下午三点，店里最空的时候，"
            "坐下来聊了一会儿。",
            "问：为什么要分长短？",
            "答：小孩子吃短的，省得弄脏衣服；赶车的人吃短的，快；谈事情的人吃长的，低头的时间多，想清楚了再开口。",
            "问：最长的一根有多长？",
            "答：十一米四。那是给一位老先生做八十岁生日，他坐着吃，孙子站在凳子上帮他提着，全店的人都放下筷子看。他"
            "吃完了说，这一辈子也没有这么慢过。",
            "问：机器做的面，你吃得出来吗？",
            "答：吃得出来。机器的力气从头到尾一样大，人的力气会累，所以手擀的面，越到后面越软。我爱吃后面那一截。",
            "问：以后呢？",
            "答：女儿在省城学画画，她说回来给我画一面墙，把七种长短都画上。墙我已经刷白了，等她。",
        ],
        "en": [
            "Jin Mancang has kept his noodle shop outside the east gate for thirty years. There is only one thickness on "
            "the menu, and seven lengths. We sat down with him at three in the afternoon, when the shop is empty.",
            "Q: Why so many lengths?",
            "A: Children get short ones, for the sake of their clothes. Drivers get short ones, too, because they are in "
            "a hurry. People who have something to settle get long ones. They keep their heads down, and think before "
            "they speak.",
            "Q: And the longest of all?",
            "A: Eleven metres and forty centimetres. It was for a gentleman of eighty. He sat, and his grandson stood on "
            "a stool and held it up for him, and the whole shop put down their chopsticks to watch.",
            "Q: Can you taste a machine?",
            "A: You can. A machine is equally strong from end to end. A man gets tired, and so the last part is softer. "
            "I like the last part best.",
        ],
        "captions": [("面案上的金满仓。", "Jin Mancang at his board", "图 / 罗听雨")],
        "quote": "人的力气会累，所以手擀的面，越到后面越软。",
        "box": ("七种长短", "Seven Lengths", ["最短的一拃，最长的绕店一圈。"], ["The shortest is a span, the longest goes round the shop."]),
    },
    "lighthouse": {
        "section": ("书评", "Reviews"),
        "title": ("灯塔看守人的词典", "A Dictionary for Keepers"),
        "zh": [
            "这本书没有故事，只有 412 个词条，从“岸”到“昨夜的船”。作者卫思远在一座无人岛上守了九年灯塔，每天"
            "要写日志，写到第三年，他发现自己一直在重复同样的几十个词，于是开始给每个词写一段说明。",
            "说明都很短。“雾：看不见的时候，听。”“油：闻到它就是还亮着。”“信：船来的那一天，不拆，先放在桌上看"
            "一会儿。”读的人会慢慢明白，这些说明里藏着一个人怎样度过冬天。",
            "# 没有写的词",
            "有意思的是没有收进去的词。全书没有“孤独”，也没有“海鸥”。作者在后记里解释，前一个词他在岛上没有用过，"
            "后一个词用得太多，已经分不清是说鸟，还是说时间。",
            "装帧也值得一提。书脊是露出来的，线的颜色和救生圈一样；每一页的右下角印着那一天日落的时间，翻得快一些，"
            "就能看见白天变长，又变短。",
        ],
        "en": [
            "There is no story in this book, only four hundred and twelve entries, from Anchor to Yesterday. Wei Siyuan "
            "kept a light on an empty island for nine years. He had to write a log, and in the third year he noticed that "
            "he used the same few dozen words, and began to explain them.",
            "The explanations are short. Fog: when you cannot see, listen. Oil: as long as you smell it, it burns. Letter: "
            "on the day of the boat, leave it closed on the table and look at it for a while. Little by little we come to "
            "understand how a man gets through a winter.",
            "The words that are missing tell us more. There is no entry for loneliness, and none for gulls. He never used "
            "the first, he says in the afterword, and the second so often that he no longer knew whether it meant the "
            "birds or the time of day.",
        ],
        "captions": [("露出书脊的装帧", "The open spine of the book", "Photo by Ada Wren")],
        "quote": "雾：看不见的时候，听。",
        "box": ("本书信息", "The Book", ["海角出版社，三百零八页。"], ["Cape Press, three hundred and eight pages."]),
    },
    "kites": {
        "section": ("手艺", "Crafts"),
        "title": ("风筝的骨头", "The Bones of a Kite"),
        "zh": [
            "做风筝先做骨头。竹子要选南坡的，晒足一百天，再用炭火慢慢烤弯。左边的翅膀和右边的翅膀，重量不能差过一"
            "粒米，不然飞到半空就会偏头。",
            "秦家的院子里挂着六十多副骨架，有燕子，有蜻蜓，有一条二十八节的蜈蚣。秦守拙今年七十四岁，眼睛不好，烤竹"
            "子全凭手指：烫一下，缩回来，数三下，再伸出去。",
            "他说糊纸是衣服，画画是脸面，都可以请人，骨头不行。骨头是风筝自己的脾气，要和它商量。",
            "每年清明前的星期天，全镇的人都到河滩上试飞。风太大不放，风太小不放，秦守拙把一撮炉灰撒在空中，看它往哪"
            "边走，走多快，然后点点头。孩子们等的就是这一下点头。",
        ],
        "en": [
            "A kite begins with its bones. The bamboo must come from a southern slope, dry for a hundred days, and be "
            "bent slowly over charcoal. One wing may not weigh a grain of rice more than the other, or the kite will "
            "turn its head in mid-air.",
            "More than sixty frames hang in the courtyard of the Qin family: swallows, dragonflies, and a centipede of "
            "twenty-eight joints. Qin Shouzhuo is seventy-four, and his eyes are weak. He works by his fingers: touch, "
            "draw back, count to three, and touch again.",
            "Paper is only clothing, he says, and paint is only a face. Others may do those. The bones are the temper of "
            "a kite, and one has to talk things over with them.",
        ],
        "captions": [
            ("二十八节的蜈蚣", "A centipede of twenty-eight joints", ""),
            ("炭火上的竹条。图 / 叶小满", "Bamboo over charcoal", ""),
        ],
        "quote": "骨头是风筝自己的脾气，要和它商量。",
        "box": ("放飞须知", "Before You Fly", ["离电线至少三百米。", "手上戴一副棉手套。"],
                ["Stay three hundred metres from any wire.", "Wear cotton gloves."]),
    },
}
