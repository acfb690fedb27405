"""Invented sentences, headings, captions and names for pages, in Chinese, English and four more languages."""

ZH = """渡口的老人每天清早把船板擦三遍，再坐下来等第一个客人。
山里的茶要在谷雨之前采完，晚一天，叶子就老一分。
这座桥修了四次，每一次都比从前矮一些，河床却越来越高。
图书馆搬进了旧粮仓，书架之间还闻得到麦子的气味。
她用了 11 年，把镇上 260 口水井一口一口画在纸上。
冬天的集市只开半天，卖炭的人总是最后一个离开。
铁匠铺的火已经熄了十年，风箱却还挂在墙上。
孩子们把捡来的石头排成一行，说那是他们的城墙。
到了 1987 年，最后一班渡轮也停了，码头改成晒谷场。
钟楼上的钟比火车站的慢七分钟，镇上的人都照着它过日子。
雨水顺着瓦沟流进水缸，一缸水可以用上三天。
木匠说，好木头会说话，坏木头只会响。
染坊的后院有一口大缸，蓝色一直渗到砖缝里去。
他把每一封退回的信都收在铁盒里，一共 73 封。
河对岸的人听得见这边的锣声，却看不见戏台。
种橘子的人家，每年留一棵树不摘，给过路的鸟。
修伞的师傅走了以后，巷口的凳子一直空着。
新来的邮差记不住门牌，只记得每家门前种的是什么花。
旧地图上没有这条路，因为当年画图的人没有走到这里。
祖母腌的萝卜要在坛子里睡够四十天，谁也不许提前打开。
风从海上来的时候，渔网要收到屋里，盐也要盖好。
磨坊的石磨一天可以磨 90 斤豆子，水少的时候只有一半。
他们在屋顶上种菜，把雨靴挂在烟囱边上晾干。
剧团最穷的那一年，全部家当只有两口箱子和一面鼓。
窑里的火要烧足三十个小时，看火的人不能合眼。
船一靠岸，猫就从仓库里跑出来，排着队等鱼。
老师把黑板漆成绿色，说这样孩子们看得见春天。
这里的雪一年只下一次，下雪那天学校放假。
他数过，从山脚到庙门一共有 1420 级台阶。
合作社买了一台旧榨油机，油香一直飘到公路上。
织布的人说，线断了可以接，花样错了就得从头再来。
最早的一张照片里，这条街上只有三棵树和一口井。""".splitlines()
EN = """The old ferryman wipes the planks three times each morning before he sits down to wait.
Tea from the upper slopes must be picked before the spring rains are over.
The bridge has been rebuilt four times, and each time it has come out a little lower.
A library has moved into the granary, where the shelves still smell of wheat.
She spent eleven years drawing the two hundred and sixty wells of the town.
In winter the market opens for half a day, and the charcoal seller is the last to go.
The forge has been cold for a decade, yet the bellows still hang upon the wall.
Children lay the pebbles out in a long row and call it the wall of their city.
In 1987 the last ferry stopped running, and the landing became a threshing floor.
The tower clock is seven minutes behind the station, and the whole town lives by it.
Rain runs along the gutters into a jar, and one jar of water lasts three days.
Good timber speaks, says the carpenter, while bad timber only creaks.
Behind the dye works stands a vat whose colour has soaked into the bricks.
He keeps every returned letter in a tin, seventy-three of them in all.
People across the river can hear the gongs but cannot see the stage.
Each orchard leaves one tree unpicked for the birds that are passing through.
Since the umbrella mender left, the stool at the corner has remained empty.
The new postman cannot remember numbers, only the flowers that grow by each door.
No road appears here on the old map, because the surveyor never came this far.
Her grandmother let the radishes sleep for forty days, and nobody might open the crock.
When the wind comes in from the sea, nets are taken indoors and the salt is covered.
The millstone grinds ninety pounds of beans a day, or half of that when water is short.
They grow vegetables on the roof and hang their boots beside the chimney to dry.
In its poorest year the troupe owned two trunks and a single drum.
A kiln needs thirty hours of fire, and whoever watches it may not sleep.
As soon as a boat comes in, the cats leave the warehouse and line up for fish.
Our teacher painted the blackboard green so that children could see the springtime.
Snow falls once a year in this valley, and on that day there is no school.
He counted fourteen hundred and twenty steps between the foot of the hill and the gate.
The cooperative bought a second-hand oil press, and its smell reaches the highway.
A broken thread can be tied again, the weaver says, but a wrong pattern means starting over.
The earliest photograph of the street shows three trees and a well.""".splitlines()
HEADS = [
    ("渡口的早晨", "Morning at the Ferry"),
    ("井与人", "Of Wells and People"),
    ("慢七分钟", "Seven Minutes Late"),
    ("给鸟留一棵树", "One Tree for the Birds"),
    ("从头再来", "Starting Over"),
    ("屋顶上的菜园", "Gardens on the Roof"),
    ("没有门牌的信", "Letters Without Numbers"),
    ("火要烧足", "Thirty Hours of Fire"),
]
CAPTIONS = [
    ("清晨的渡口", "The ferry landing at dawn"),
    ("粮仓里的书架。", "Shelves in the former granary"),
    ("挂在墙上的风箱", "Bellows upon the wall"),
    ("钟楼与车站。", "The clock tower seen from the station"),
    ("染坊后院的大缸", "A vat behind the dye works"),
    ("晾在烟囱边的雨靴", "Boots drying by the chimney"),
    ("等鱼的猫。", "Cats waiting for the boats"),
]
NAMES = ["沈听河", "陆小满", "郑白桥", "方知秋", "顾南枝"]
SECTIONS = [("人物", "People"), ("地方", "Places"), ("手艺", "Crafts"), ("书评", "Reviews"), ("对话", "Dialogue")]
MAGAZINES = [("河畔", "RIVERSIDE"), ("山与城", "HILL AND TOWN"), ("四时", "FOUR SEASONS")]
NEVER_FIRST = "，。、；：！？”’）》」』"
TRADITIONAL = str.maketrans(
    "渡个开卖离铁铺还挂墙孩们来说边听这桥边里树后门书图馆进气镇纸场车站钟楼过顺缸坏响间东师旧张从条让画为当没时网给盐盖磨买台机线断错样织龙头渔岁层剧团穷两鼓窑烧仓库鱼亲把绿课单级",
    "渡個開賣離鐵鋪還掛牆孩們來說邊聽這橋邊裡樹後門書圖館進氣鎮紙場車站鐘樓過順缸壞響間東師舊張從條讓畫為當沒時網給鹽蓋磨買臺機線斷錯樣織龍頭漁歲層劇團窮兩鼓窯燒倉庫魚親把綠課單級",
)
DE = """Am Morgen tragen die Frauen das Salz von den Becken zum Markt, und der alte Schreiber notiert das Gewicht.
Die Fischerboote werden nur an Sonntagen benutzt, denn die Landungsbrücke ist seit dem letzten Hochwasser gesperrt.
Wer die Glocke der Schule hört, weiß nicht immer, ob sie den Beginn oder das Ende der Unterrichtsstunde verkündet.
Auf den Dächern der Werkstätten wachsen Kräuter, und die Nachbarn teilen die Ernte wie früher das Brennholz.
Der Müller zählt die Säcke zweimal, weil sein Vater sich einmal um einen einzigen verrechnet hat.
Im Herbst werden die Netze geflickt, und die Kinder dürfen die Knoten bis zum Abend nachzählen.
Eine Straßenbahn fuhr hier nie, obwohl die Schienen schon vor dem Rathaus bereitlagen.
Das Brot aus dem Gemeindeofen schmeckt nach Buchenholz und hält sich länger als eine Woche.
Niemand weiß mehr, wer die Bank unter der Linde aufgestellt hat, aber jeder hat schon auf ihr gesessen.
Zwischen den Häusern hängt die Wäsche so dicht, dass man den Kirchturm erst vom Hafen aus sieht.
Die Bibliothekarin leiht ihre Bücher auch den Schiffern, die erst im Frühjahr wiederkommen.
Nach dem Gewitter stehen die Gärtner früher auf und richten die Bohnenstangen wieder gerade.""".splitlines()
FR = """Chaque matin, le passeur essuie trois fois les planches avant de s'asseoir pour attendre.
La boulangère garde une miche de côté pour le facteur, qui arrive toujours après la fermeture.
On a reconstruit le pont quatre fois, et chaque fois il est revenu un peu plus bas qu'avant.
Les pêcheurs réparent leurs filets sur la place, à l'ombre des platanes que personne n'a plantés.
Dans la cour de l'école, les enfants dessinent à la craie une rivière qui ne déborde jamais.
Le vieux moulin ne tourne plus depuis dix ans, mais sa roue grince encore les jours de vent.
Elle a passé onze années à peindre les puits de la ville, sans jamais en oublier un seul.
Au marché d'hiver, le marchand de charbon est le dernier à partir, bien après la tombée du jour.
Les lettres sans adresse restent dans une boîte en fer, et quelqu'un les relit chaque printemps.
Sous les toits, on fait sécher les poires sur de longues claies, puis on les garde jusqu'à Pâques.
La gare est fermée, pourtant les habitants règlent toujours leurs montres sur son horloge.
Quand le vent vient de la mer, il faut rentrer le linge et couvrir les tas de sel.""".splitlines()
ES = """Cada mañana el barquero seca tres veces las tablas antes de sentarse a esperar al primer viajero.
La panadera guarda un pan para el cartero, que siempre llega cuando la tienda ya está cerrada.
El puente se ha levantado cuatro veces, y en cada ocasión ha quedado un poco más bajo que antes.
Los pescadores remiendan las redes en la plaza, a la sombra de unos plátanos que nadie plantó.
En el patio de la escuela los niños dibujan con tiza un río que nunca se desborda.
El viejo molino no gira desde hace diez años, pero su rueda cruje todavía los días de viento.
Ella dedicó once años a pintar los pozos del pueblo, y no se olvidó de ninguno.
En el mercado de invierno el carbonero es el último en marcharse, mucho después del anochecer.
Las cartas sin dirección se guardan en una caja de hierro, y alguien las lee cada primavera.
Bajo los tejados se secan las peras sobre largas esteras y se conservan hasta la Semana Santa.
La estación está cerrada, aunque los vecinos aún ponen sus relojes en hora según el suyo.
Cuando el viento viene del mar hay que recoger la ropa y cubrir los montones de sal.""".splitlines()
PT = """Todas as manhãs o barqueiro enxuga três vezes as tábuas antes de se sentar à espera do primeiro passageiro.
A padeira guarda um pão para o carteiro, que chega sempre depois de a loja ter fechado.
A ponte já foi reconstruída quatro vezes, e de cada vez ficou um pouco mais baixa do que antes.
Os pescadores consertam as redes na praça, à sombra das árvores que ninguém plantou.
No pátio da escola as crianças desenham com giz um rio que nunca transborda.
O velho moinho não gira há dez anos, mas a sua roda ainda range nos dias de vento.
Ela passou onze anos a pintar os poços da vila e não se esqueceu de nenhum.
Na feira de inverno o carvoeiro é o último a partir, muito depois do anoitecer.
As cartas sem endereço ficam numa caixa de ferro, e alguém as lê em cada primavera.
Debaixo dos telhados secam-se as peras em longas esteiras, que duram até à Páscoa.
A estação está fechada, mas os moradores continuam a acertar os relógios pelo dela.
Quando o vento vem do mar é preciso recolher a roupa e cobrir os montes de sal.""".splitlines()
SENTENCES = {"en": EN, "de": DE, "fr": FR, "es": ES, "pt": PT, "zh": ZH}
WESTERN_HEADS = {
    "en": [head for _, head in HEADS],
    "de": ["Salz und Gewicht", "Die Glocke der Schule", "Unter der Linde", "Brot aus dem Ofen", "Netze im Herbst"],
    "fr": ["Le matin du passeur", "Des puits et des gens", "Lettres sans adresse", "Le vieux moulin", "Sous les toits"],
    "es": ["La mañana del barquero", "Pozos y vecinos", "Cartas sin dirección", "El viejo molino", "Bajo los tejados"],
    "pt": ["A manhã do barqueiro", "Poços e vizinhos", "Cartas sem endereço", "O velho moinho", "Vento do mar"],
}
WRITERS = ["Anna Beck", "Tomas Hall", "Maria Lind", "Paul Keller", "Ines Duarte", "Rosa Marin", "Hugo Laval"]
BY = {"en": "By", "de": "Von", "fr": "Par", "es": "Por", "pt": "Por"}
