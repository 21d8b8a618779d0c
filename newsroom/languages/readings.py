"""How Han characters are read where a dictionary of single characters is not enough: surnames, places, given names.

Readings bear their tones; where several are in use, the likeliest stands first.
"""

# Surnames of one character, the common ones of China. One that is missing here leaves the order of a name unknown.
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊"
    "纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单"
    "杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾"
    "暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴郁胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍"
    "璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殳沃利蔚越夔隆"
    "师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公晋楚闫法汝鄢涂钦岳帅缑亢况郇有琴商牟佘佴伯赏"
    "墨哈谯年爱阳佟肖付代洗冼覃谌区朴员丘欧练苟邸来仝占揭辜展邝卿初海朗矫阎阿闪辉尧鹿原母奉敬战綦亓泮楼宾修尉么幺信布过麦苑郄迟"
    "由祖官冶撒黑召种繁折祭秘仉生粟詹鄞寻保普邬逢雒隋烟训禤阳"
)

# Surnames that are read otherwise than the character elsewhere, or in two ways.
_SURNAME_READINGS = """
单 shàn dān|仇 qiú chóu|曾 zēng|解 xiè jiě|查 zhā chá|区 ōu qū|朴 piáo pǔ|盖 gě gài|任 rén|华 huà|翟 zhái dí
覃 qín tán|缪 miào|谌 chén shèn|乐 yuè lè|宁 nìng|葛 gě|纪 jǐ|尉 wèi yù|员 yùn yuán|秘 bì mì|种 chóng zhǒng
召 shào zhào|繁 pó fán|能 nài néng|折 shé zhé|隗 wěi kuí|郇 xún huán|訾 zī|郗 xī chī|祭 zhài jì|逄 páng|黑 hè hēi
哈 hǎ|洗 xiǎn|柏 bǎi bó|牟 mù móu|那 nā|车 chē|盛 shèng|沈 shěn|冯 féng|叶 yè|贾 jiǎ|薄 bó|燕 yān|应 yīng|佴 nài
过 guō|曲 qū|相 xiàng|於 yū|宓 mì fú|乜 niè|莘 shēn xīn|晁 cháo|臧 zāng|冼 xiǎn|阚 kàn|万 wàn|余 yú|俞 yú|和 hé
洪 hóng|宿 sù|从 cóng|钭 tǒu|贲 bēn féi|厍 shè|殳 shū|句 gōu|佟 tóng|强 qiáng jiàng|卜 bǔ|占 zhān|隋 suí|肖 xiāo
代 dài|长 cháng|柳 liǔ|费 fèi bì|贺 hè|令 lìng|么 yāo|幺 yāo|仝 tóng|亓 qí|丰 fēng|都 dū|重 chóng|广 guǎng|干 gān
南 nán|居 jū|公 gōng|卿 qīng|有 yǒu|伯 bó|行 xíng|空 kōng|阿 ē|朝 cháo|殷 yīn|屈 qū|郄 qiè xì|褚 chǔ|度 dù|适 shì
茹 rú|大 dà|郝 hǎo|降 jiàng|丁 dīng|尹 yǐn|正 zhèng|沙 shā|塔 tǎ|会 huì|参 shēn|弓 gōng|济 jǐ|瞿 qú|要 yāo|钻 zuān
戚 qī
"""

# Surnames of two characters.
_COMPOUND_SURNAMES = """
欧阳 ōu yáng|司马 sī mǎ|诸葛 zhū gě|上官 shàng guān|司徒 sī tú|司空 sī kōng|夏侯 xià hóu|皇甫 huáng fǔ|尉迟 yù chí
公孙 gōng sūn|慕容 mù róng|令狐 líng hú|长孙 zhǎng sūn|宇文 yǔ wén|东方 dōng fāng|南宫 nán gōng|万俟 mò qí
澹台 tán tái|公冶 gōng yě|宗政 zōng zhèng|濮阳 pú yáng|淳于 chún yú|单于 chán yú|太叔 tài shū|申屠 shēn tú
轩辕 xuān yuán|钟离 zhōng lí|闻人 wén rén|西门 xī mén|百里 bǎi lǐ|呼延 hū yán|端木 duān mù|赫连 hè lián|独孤 dú gū
拓跋 tuò bá|闾丘 lǘ qiū|司寇 sī kòu|仲孙 zhòng sūn|鲜于 xiān yú|东郭 dōng guō|南门 nán mén|羊舌 yáng shé
梁丘 liáng qiū|左丘 zuǒ qiū|第五 dì wǔ|亓官 qí guān|巫马 wū mǎ|公西 gōng xī|漆雕 qī diāo|宰父 zǎi fǔ|谷梁 gǔ liáng
乐正 yuè zhèng|东门 dōng mén|哥舒 gē shū|叶赫 yè hè|纳兰 nà lán
"""

# Place names and words of names whose reading does not follow from their characters one by one.
_WORDS = """
长春 cháng chūn|长沙 cháng shā|长治 cháng zhì|宿州 sù zhōu|宿迁 sù qiān|六盘水 liù pán shuǐ|阿坝 ā bà
景德镇 jǐng dé zhèn|重庆 chóng qìng|六安 lù ān|六合 lù hé|厦门 xià mén|厦大 xià dà|蚌埠 bèng bù|亳州 bó zhōu
台州 tāi zhōu|天台 tiān tāi|丽水 lí shuǐ|乐清 yuè qīng|乐山 lè shān|乐陵 lào líng|乐亭 lào tíng|乐平 lè píng
都江堰 dū jiāng yàn|成都 chéng dū|济南 jǐ nán|济宁 jǐ níng|济源 jǐ yuán|大理 dà lǐ|洪洞 hóng tóng|会稽 kuài jī
东阿 dōng ē|阿城 ā chéng|单县 shàn xiàn|莘县 shēn xiàn|莘庄 xīn zhuāng|解州 xiè zhōu|涡阳 guō yáng|番禺 pān yú
东莞 dōng guǎn|荥阳 xíng yáng|荥经 yíng jīng|铅山 yán shān|黄陂 huáng pí|监利 jiàn lì|蔚县 yù xiàn|朝阳 cháo yáng
长子 zhǎng zǐ|中牟 zhōng mù|尉犁 yù lí|柏林 bó lín|百色 bǎi sè|渑池 miǎn chí|泌阳 bì yáng|浚县 xùn xiàn|乐昌 lè chāng
歙县 shè xiàn|黟县 yī xiàn|枞阳 zōng yáng|砀山 dàng shān|盱眙 xū yí|邗江 hán jiāng|甪直 lù zhí|浒墅关 xǔ shù guān
吴堡 wú bǔ|吐鲁番 tǔ lǔ fān|和田 hé tián|噶尔 gá ěr|厦深 xià shēn|繁峙 fán shì|宁蒗 níng làng|六枝 liù zhī|郫都 pí dū
犍为 qián wéi|筠连 jūn lián|珙县 gǒng xiàn|什邡 shí fāng|大城 dài chéng|侯马 hóu mǎ|闽侯 mǐn hòu|井陉 jǐng xíng
蠡县 lǐ xiàn|任丘 rén qiū|任县 rén xiàn|勃利 bó lì|桦川 huà chuān|珲春 hún chūn|岫岩 xiù yán|桓仁 huán rén|讷河 nè hé
穆棱 mù líng|东港 dōng gǎng|阜新 fù xīn|阜阳 fù yáng|抚州 fǔ zhōu|婺源 wù yuán|郴州 chēn zhōu|耒阳 lěi yáng
汨罗 mì luó|攸县 yōu xiàn|沅陵 yuán líng|儋州 dān zhōu|崖州 yá zhōu|澄迈 chéng mài|尉氏 wèi shì|鄄城 juàn chéng
莒县 jǔ xiàn|郯城 tán chéng|临朐 lín qú|即墨 jí mò|茌平 chí píng|牟平 mù píng|葛洲坝 gě zhōu bà|秭归 zǐ guī
郧阳 yún yáng|猇亭 xiāo tíng|栖霞 qī xiá|堡镇 bǎo zhèn|宁波 níng bō|鄞州 yín zhōu|象山 xiàng shān|嵊州 shèng zhōu
嵊泗 shèng sì|衢州 qú zhōu|瓯海 ōu hǎi|平阳 píng yáng|缙云 jìn yún|长兴 cháng xīng|新西兰 xīn xī lán|加拿大 jiā ná dà
秘鲁 bì lǔ|伽马 gā mǎ|塞尔维亚 sài ěr wéi yà|塞浦路斯 sài pǔ lù sī|塞内加尔 sài nèi jiā ěr|塞舌尔 sài shé ěr
塞拉利昂 sài lā lì áng|吉布提 jí bù tí|佛得角 fó dé jiǎo|佛罗伦萨 fó luó lún sà|佛山 fó shān|釜山 fǔ shān|大阪 dà bǎn
大连 dà lián|大学 dà xué|银行 yín háng|商行 shāng háng|行业 háng yè|航行 háng xíng|音乐 yīn yuè|乐团 yuè tuán
乐队 yuè duì|中国 zhōng guó|中央 zhōng yāng|重点 zhòng diǎn|重工 zhòng gōng|起重 qǐ zhòng|校长 xiào zhǎng
市长 shì zhǎng|会长 huì zhǎng|会计 kuài jì|都市 dū shì|首都 shǒu dū|京都 jīng dū|调查 diào chá|大厦 dà shà
供销 gōng xiāo|商会 shāng huì|协会 xié huì|联合会 lián hé huì|地铁 dì tiě|大阪城 dà bǎn chéng|藏族 zàng zú
西藏 xī zàng|博物馆 bó wù guǎn|种子 zhǒng zi|传媒 chuán méi|传播 chuán bō|教育 jiào yù|便民 biàn mín|朝鲜 cháo xiǎn
石油 shí yóu|参考 cān kǎo|相互 xiāng hù|中兴 zhōng xīng
"""

# Characters that are read alone otherwise than the dictionary's first reading says, in names of places and bodies.
_ALONE = """
长 cháng|都 dū|曲 qū|行 xíng|柏 bǎi|堡 bǎo|降 jiàng|朝 cháo|地 dì|的 de|和 hé|中 zhōng|兴 xīng|塞 sài|上 shàng|大 dà
车 chē|亚 yà|伽 jiā|娜 nà|卡 kǎ|茜 qiàn|薇 wēi|莎 shā|雅 yǎ|俄 é|莫 mò|尼 ní|什 shí|若 ruò|瓦 wǎ|拉 lā|哈 hā|那 nà
阿 ā|藏 zàng|会 huì|石 shí
"""

# Characters with several readings in common use in the names of people and places.
_SEVERAL = """
乐 lè yuè|长 cháng zhǎng|朝 cháo zhāo|行 xíng háng|重 chóng zhòng|晟 shèng chéng|茜 qiàn xī|盛 shèng chéng|柏 bǎi bó
莘 shēn xīn|隽 jùn juàn|峤 qiáo jiào|颉 jié xié|焘 tāo dào|炅 jiǒng guì|娜 nà nuó|镐 gǎo hào|筠 yún jūn|车 chē jū
拓 tuò tà|阿 ā ē|堡 bǎo pù|泊 bó pō|澄 chéng dèng|瑱 tiàn zhèn|伽 jiā qié|率 shuài lǜ|靓 jìng liàng|杉 shān shā
朴 pǔ piáo|莞 wǎn guǎn|琢 zhuó zuó|曾 zēng céng|单 dān shàn|解 jiě xiè|浒 hǔ xǔ|圩 wéi xū|涡 wō guō|番 fān pān
蔚 wèi yù|陂 pí bēi|泌 mì bì|牟 móu mù|厦 xià shà|覃 tán qín|藏 zàng cáng|传 chuán zhuàn|奇 qí jī|畜 xù chù
调 tiáo diào|降 jiàng xiáng|弹 tán dàn|宿 sù xiǔ|省 shěng xǐng|缪 miào móu|翟 zhái dí|荥 xíng yíng|会 huì kuài
六 liù lù|繁 fán pó|侗 dòng tóng|尉 wèi yù|适 shì kuò|盖 gài gě|璇 xuán|茄 jiā qié|仇 chóu qiú|区 qū ōu|咖 kā gā
枞 cōng zōng
"""

# Traditional characters, each before the simplified one whose readings stand here (after OpenCC).
_TRADITIONAL = (
    "萬万業业東东豐丰臨临為为麗丽麼么樂乐雲云亞亚從从會会傳传倫伦餘余蘭兰關关興兴內内馮冯區区華华協协單单佔占厙厍廈厦縣县參参臺台葉叶吳吴員员團团糰团國国壩坝孫孙學学寧宁宮宫爾尔巖岩嶠峤佈布幹干榦干廣广莊庄"
    "慶庆應应彈弹強强歸归撫抚樸朴樅枞棲栖樺桦樑梁稜棱歐欧濟济滸浒渦涡澠渑點点燾焘獨独琿珲璿璇甌瓯監监蓋盖盤盘碭砀離离種种祕秘紀纪納纳經经維维縉缙繆缪羅罗聯联滎荥薩萨計计訥讷諸诸調调諶谌穀谷賁贲費费賀贺賈贾"
    "車车軒轩轅辕遷迁過过邁迈連连遲迟適适鄖郧裡里鍾钟鐘钟鈄钭鐵铁鉛铅銀银銷销鎮镇長长門门聞闻閩闽閭闾闞阚隊队陽阳陘陉雋隽彫雕靚靓頡颉館馆馬马魯鲁鮮鲜黃黄"
)


def _table(text: str) -> dict[str, tuple[str, ...]]:
    cells = (cell.split() for cell in text.replace("\n", "|").split("|") if cell)
    return {characters: tuple(readings) for characters, *readings in cells}


SURNAME_READINGS = _table(_SURNAME_READINGS)
COMPOUND_SURNAMES = _table(_COMPOUND_SURNAMES)
WORDS = _table(_WORDS)
ALONE = {character: readings[0] for character, readings in _table(_ALONE).items()}
SEVERAL = _table(_SEVERAL)
SIMPLIFIED = str.maketrans(_TRADITIONAL[::2], _TRADITIONAL[1::2])
