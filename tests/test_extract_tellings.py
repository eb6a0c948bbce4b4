"""One event told in a hundred ways: which words tell of it, which days are its own, and which days beside it are not.

Where a list here grows, look first whether a rule of `test_extract_traps.py` says the same.
"""

import datetime as dt

import pytest

from dashboard.data import areas
from dashboard.extract import proposers
from dashboard.extract.draft import draft

AREAS = areas.shipped()
SATURDAY = dt.date(2024, 6, 8)
MONDAY = dt.date(2024, 6, 10)

VISITS = (
    "Deputy governor Li Ming went on an inspection tour of Aohan Banner on June 6.",
    "Li Ming and his party stopped over in Aohan Banner on June 6 to look at reservoirs.",
    "On June 6, a working group led by Li Ming came to Aohan Banner for research on rural schools.",
    "The task force carried out on-the-spot research in Aohan Banner on June 6.",
    "Members of the committee walked the river bank in Aohan Banner on June 6.",
    "Li Ming went deep into pastures of Aohan Banner on June 6 to learn about grazing.",
    "Li Ming paid a courtesy call on herders in Aohan Banner on June 6.",
    "On June 6 Li Ming extended greetings to model workers at their homes in Aohan Banner.",
    "A supervision team headed by Li Ming arrived at Aohan Banner on June 6.",
    "Experts from Beijing conducted a field survey in Aohan Banner on June 6.",
    "Li Ming checked on flood defences in Aohan Banner on June 6.",
    "On June 6 the inspectors descended on three warehouses in Aohan Banner.",
    "An investigation group of the CPPCC conducted research in Aohan Banner on June 6.",
    "A team of doctors held a free clinic in Aohan Banner on June 6.",
    "Deputies to the congress inspected the enforcement of the law in Aohan Banner on June 6.",
    "The chamber organized a fact-finding trip to Aohan Banner on June 6.",
    "Li Ming led a group to study sand control in Aohan Banner on June 6.",
    "Entrepreneurs made an investment tour of Aohan Banner on June 6.",
    "The students did fieldwork in Aohan Banner on June 6.",
    "Judges held a circuit trial at a farm in Aohan Banner on June 6 and then inspected the disputed field.",
    "Li Ming accompanied the guests to a dairy farm in Aohan Banner on June 6.",
    "Reporters were taken to a wind farm in Aohan Banner on June 6.",
    "On June 6 the ambassador travelled by car from Chifeng to Aohan Banner.",
    "The consul general spent June 6 in Aohan Banner, where he met growers.",
    "Li Ming had a close look at the seed beds in Aohan Banner on June 6.",
    "A study group of the Democratic League was in Aohan Banner on June 6.",
    "Volunteers planted trees with herders in Aohan Banner on June 6.",
    "The working group visited households one by one in Aohan Banner on June 6.",
    "The vice mayor took part in a river patrol in Aohan Banner on June 6.",
    "On June 6 Li Ming joined night patrols in Aohan Banner.",
    "The committee viewed projects in Aohan Banner on June 6.",
    "Officials called in at a kindergarten in Aohan Banner on June 6.",
    "Engineers examined the cracked dam in Aohan Banner on June 6.",
    "A survey of wells was made in Aohan Banner on June 6 by a team of the bureau.",
    "The experts collected soil samples in Aohan Banner on June 6.",
    "Li Ming handed out relief goods in Aohan Banner on June 6.",
    "On June 6 the party secretary listened to villagers on the spot in Aohan Banner.",
    "The trade delegation looked over a mill in Aohan Banner on June 6.",
    "The visitors were received at a cooperative in Aohan Banner on June 6.",
    "Li Ming dropped by a bookshop in Aohan Banner on June 6.",
    "A group of deputies sampled school lunches in Aohan Banner on June 6.",
    "The mission's next stop was Aohan Banner, which it reached on June 6.",
    "Teachers from Hebei observed lessons in Aohan Banner on June 6.",
    "The mayor made the rounds of fire stations in Aohan Banner on June 6.",
    "A liaison group visited Aohan Banner for talks on June 6.",
    "Prosecutors made an unannounced check of shops in Aohan Banner on June 6.",
    "Vets vaccinated sheep in Aohan Banner on June 6.",
)

MEETINGS = (
    "The banner party committee met in Aohan Banner on June 6 to study safety.",
    "A work conference took place in Aohan Banner on June 6.",
    "The leading group held its second plenum in Aohan Banner on June 6.",
    "A mobilization rally was held in Aohan Banner on June 6.",
    "An exchange activity for young cadres was held in Aohan Banner on June 6.",
    "A press conference was held in Aohan Banner on June 6.",
    "Herders discussed grazing at a village assembly in Aohan Banner on June 6.",
    "The CPPCC held a consultation on water in Aohan Banner on June 6.",
    "The trade union organized a dialogue in Aohan Banner on June 6.",
    "A training course for vets opened in Aohan Banner on June 6.",
    "A matchmaking meeting for buyers ran in Aohan Banner on June 6.",
    "The board convened its annual general meeting in Aohan Banner on June 6.",
    "The council elected a new chairman at its assembly in Aohan Banner on June 6.",
    "A roundtable was hosted by the university in Aohan Banner on June 6.",
    "A kick-off meeting for the project was staged in Aohan Banner on June 6.",
    "The two sides signed a memorandum at talks in Aohan Banner on June 6.",
    "The 12th standing committee meeting closed in Aohan Banner on June 6.",
    "A coordination meeting brought the bureaus together in Aohan Banner on June 6.",
    "A promotion conference attracted 200 firms to Aohan Banner on June 6.",
    "An academic symposium gathered scholars in Aohan Banner on June 6.",
    "Li Ming presided over an on-site office meeting in Aohan Banner on June 6.",
    "The regional meeting on grassland was called in Aohan Banner on June 6.",
    "A commendation meeting was convened in Aohan Banner on June 6.",
    "On June 6 the joint conference held its first session in Aohan Banner.",
    "Delegates debated the draft rules at a plenary in Aohan Banner on June 6.",
    "A video link meeting connected the banners with Aohan Banner on June 6.",
    "The executive committee sat in Aohan Banner on June 6.",
    "A committee sitting took place in Aohan Banner on June 6.",
    "A town hall meeting filled the gym in Aohan Banner on June 6.",
    "Li Ming met with a delegation of Polish farmers in Aohan Banner on June 6.",
    "A court hearing was held at a farm in Aohan Banner on June 6.",
    "The association's members gathered for their annual meeting in Aohan Banner on June 6.",
    "A theoretical study session was held in Aohan Banner on June 6.",
    "The party group held a democratic life meeting in Aohan Banner on June 6.",
    "A public hearing drew 60 residents in Aohan Banner on June 6.",
    "A seminar, jointly run by two universities, opened in Aohan Banner on June 6.",
    "The review panel met in Aohan Banner on June 6.",
    "The summit of mayors wound up in Aohan Banner on June 6.",
    "A farmers' evening on soil was held in Aohan Banner on June 6.",
    "A reception for new members was held in Aohan Banner on June 6.",
    "An enlarged meeting of the committee was held in Aohan Banner on June 6.",
    "A think-in on tourism was held in Aohan Banner on June 6.",
    "The banner hosted a regional conference on June 6 in Aohan Banner.",
)

VISITS_ZH = (
    "6月6日，副市长李明到敖汉旗检查防汛工作。",
    "6月6日，李明一行赴敖汉旗学习考察。",
    "李明6月6日深入敖汉旗走访慰问困难群众。",
    "6月6日，政协委员视察敖汉旗乡村振兴示范点。",
    "6月6日，人大常委会组织部分代表对敖汉旗义务教育情况进行视察。",
    "6月6日，自治区督导组进驻敖汉旗。",
    "6月6日，专家组在敖汉旗现场踏勘。",
    "6月6日，李明率队到敖汉旗开展专题调研。",
    "6月6日，李明来到敖汉旗，实地了解春耕进展。",
    "6月6日，志愿服务队走进敖汉旗开展义诊活动。",
    "6月6日，市委书记李明带队深入敖汉旗，看变化、问民情。",
    "6月6日，检察官到敖汉旗回访案件当事人。",
    "6月6日，李明在敖汉旗看望一线职工。",
    "6月6日，企业家代表团到敖汉旗开展投资考察。",
    "6月6日，学生们赴敖汉旗开展暑期社会实践。",
    "6月6日，法官在敖汉旗巡回审判并走访村民。",
    "6月6日，记者团走进敖汉旗采风。",
    "6月6日，李明巡查敖汉旗河道。",
    "6月6日，李明下沉敖汉旗督导安全生产。",
    "6月6日，工作专班在敖汉旗逐户走访。",
    "6月6日，李明不打招呼，直奔敖汉旗超市暗访。",
    "6月6日，全市项目观摩团来到敖汉旗。",
    "6月6日，李明就民营经济发展到敖汉旗开展调研。",
    "6月6日，敖汉旗迎来浙江客商考察团。",
    "6月6日，李明到敖汉旗接待来访群众。",
    "6月6日，李明赴敖汉旗宣讲党的政策。",
    "6月6日，盟委书记李明在敖汉旗调研时强调，要抓好防汛。",
    "6月6日，农技人员到敖汉旗指导春播。",
    "6月6日，教育局对敖汉旗学校食堂开展抽查。",
    "6月6日，李明到敖汉旗包联村走访。",
)

MEETINGS_ZH = (
    "6月6日，敖汉旗召开安全生产工作会议。",
    "6月6日，敖汉旗委常委会召开会议。",
    "6月6日，京蒙协作座谈会在敖汉旗举行。",
    "6月6日，敖汉旗政协召开月协商座谈会。",
    "6月6日，敖汉旗举办法治讲座。",
    "6月6日，敖汉旗第十七届人大第三次会议开幕。",
    "6月6日，敖汉旗召开常务会议。",
    "6月6日，李明在敖汉旗主持召开民营企业座谈会。",
    "6月6日，敖汉旗委理论学习中心组举行集体学习。",
    "6月6日，敖汉旗法院召开新闻发布会。",
    "6月6日，敖汉旗与企业举行项目签约仪式。",
    "6月6日，敖汉旗召开防汛视频调度会。",
    "6月6日，李明在敖汉旗会见浙江客商。",
    "6月6日，敖汉旗组织召开听证会。",
    "6月6日，小米产业大会在敖汉旗开幕。",
    "6月6日，敖汉旗人大常委会召开第八次会议。",
    "6月6日，敖汉旗政协召开主席会议。",
    "6月6日，敖汉旗举办招商推介会。",
    "6月6日，敖汉旗召开干部大会。",
    "6月6日，敖汉旗召开“三北”工程攻坚战誓师大会。",
    "6月6日，敖汉旗召开“有事好商量”议事会。",
    "6月6日，敖汉旗工商联召开执委会议。",
    "6月6日，敖汉旗召开巡察反馈会。",
    "6月6日，敖汉旗开办养殖技术培训班。",
    "6月6日，全市教育工作现场推进会在敖汉旗召开。",
    "6月6日，敖汉旗举行读书分享会。",
    "6月6日，敖汉旗召开院坝会。",
    "6月6日，敖汉旗召开家长会。",
)

LINKS = {  # between a meeting on Thursday, June 6, and a visit: the days of June that it was on
    "The same day": (6, 6),
    "Later the same day": (6, 6),
    "Later that day": (6, 6),
    "That evening": (6, 6),
    "That same afternoon": (6, 6),
    "The next day": (7, 7),
    "The following morning": (7, 7),
    "The morning after": (7, 7),
    "A day later": (7, 7),
    "One day later": (7, 7),
    "Two days later": (8, 8),
    "Three days earlier": (3, 3),
    "The previous day": (5, 5),
    "The day before": (5, 5),
    "A day earlier": (5, 5),
    "On the previous afternoon": (5, 5),
    "On the eve of the meeting": (5, 5),
    "Earlier that day": (6, 6),
    "Earlier in the day": (6, 6),
    "In the afternoon": (6, 6),
    "In the afternoon of the same day": (6, 6),
    "After the meeting": (6, 6),
    "Before the meeting": (6, 6),
    "Ahead of the meeting": (6, 6),
    "Following the meeting": (6, 6),
    "On Friday": (7, 7),
    "On Friday morning": (7, 7),
    "The day before the meeting": (5, 5),
    "The day after the meeting": (7, 7),
    "On the morning of June 7": (7, 7),
    "On Wednesday, the day before the meeting,": (5, 5),
    "Prior to the meeting, on June 4,": (4, 4),
    "Earlier in the week, on Monday,": (3, 3),
    "Over the weekend": (8, 9),
    "At the weekend": (8, 9),
    "On Saturday and Sunday": (8, 9),
    "From Friday to Sunday": (7, 9),
    "During the next two days": (7, 8),
    "Over the two days before": (4, 5),
    "In the two days after the meeting": (7, 8),
    "On the 7th": (7, 7),
    "Between June 7 and 9": (7, 9),
    "From June 7 through 9": (7, 9),
    "June 7 to 8": (7, 8),
    "As early as June 3": (3, 3),
    "By the evening of June 7": (7, 7),
    "On the afternoon of the day before": (5, 5),
    "Straight after the meeting": (6, 6),
    "The evening before": (5, 5),
    "On the following day": (7, 7),
    "On the day that followed": (7, 7),
    "Just one day later": (7, 7),
    "On the Friday": (7, 7),
    "On Friday of that week": (7, 7),
    "The Tuesday before": (4, 4),
    "The following Saturday": (8, 8),
    "On the Saturday after the meeting": (8, 8),
}

DAYS_OF_A_VISIT = (  # all from June 4 to 6
    "The team visited Aohan Banner from June 4 to 6.",
    "The team visited Aohan Banner from June 4 through June 6.",
    "The team visited Aohan Banner on June 4, 5 and 6.",
    "Between June 4 and 6 the team visited Aohan Banner.",
    "Between June 4 and June 6, the team toured farms in Aohan Banner.",
    "From Tuesday to Thursday the team visited Aohan Banner.",
    "The team's three-day visit to Aohan Banner ended on June 6.",
    "A three-day visit to Aohan Banner, which ended on June 6, took the team to farms.",
    "The team made a three-day tour of Aohan Banner starting June 4.",
    "The three-day tour of Aohan Banner began on June 4.",
    "The team arrived in Aohan Banner on June 4 for a three-day visit.",
    "The team arrived in Aohan Banner on June 4 and left on June 6.",
    "The team arrived in Aohan Banner on Tuesday and stayed until Thursday.",
    "The team stayed in Aohan Banner from June 4 to 6.",
    "The team spent three days in Aohan Banner, from June 4 to 6.",
    "The team concluded its visit to Aohan Banner on June 6. It had arrived on June 4.",
    "The team visited Aohan Banner. The visit lasted from June 4 to June 6.",
    "The team visited Aohan Banner. The visit ran from Tuesday to Thursday.",
    "During a visit to Aohan Banner from June 4 to 6, the team called for care.",
    "On a tour of Aohan Banner from June 4-6, the team saw farms.",
    "The team visited Aohan Banner (June 4-6).",
    "The team paid a visit to Aohan Banner on 4–6 June.",
    "The team went to Aohan Banner on June 4. It returned on June 6.",
    "The team travelled to Aohan Banner on June 4 and returned to Beijing on June 6.",
    "On June 4 the team drove to Aohan Banner. On June 5 it went on to Ningcheng County. On June 6 it reached Harqin Banner.",
    "On Tuesday the team visited Aohan Banner, on Wednesday Ningcheng County and on Thursday Harqin Banner.",
    "The inspection of Aohan Banner, held from June 4 to 6, covered farms.",
    "An inspection was carried out in Aohan Banner from June 4 to June 6.",
    "The team carried out an inspection in Aohan Banner over three days from June 4.",
    "The team was in Aohan Banner from June 4 until June 6.",
    "The team set out on June 4 and toured Aohan Banner until June 6.",
    "The team wrapped up a three-day inspection of Aohan Banner on June 6.",
    "Over three days, June 4 to 6, the team visited Aohan Banner.",
    "The team began a three-day field trip to Aohan Banner on June 4.",
    "The team's trip to Aohan Banner took place on June 4-6.",
    "The trip to Aohan Banner took place from Tuesday, June 4, to Thursday, June 6.",
    "The team visited Aohan Banner on Tuesday, Wednesday and Thursday.",
    "The visit to Aohan Banner started on June 4 and concluded two days later.",
    "The team visited Aohan Banner for three days beginning June 4.",
    "The team visited Aohan Banner from 4 June, and left two days later.",
)

DAYS_OF_A_MEETING = (  # the same
    "The forum was held in Chifeng from June 4 to 6.",
    "The three-day forum closed in Chifeng on June 6.",
    "The three-day forum opened in Chifeng on June 4.",
    "The forum opened in Chifeng on June 4 and closed on June 6.",
    "The forum opened in Chifeng on Tuesday and ran until Thursday.",
    "The forum, which opened in Chifeng on June 4, closed on June 6.",
    "The forum took place in Chifeng on June 4-6.",
    "The forum ran in Chifeng between June 4 and 6.",
    "A three-day forum concluded in Chifeng on Thursday.",
    "The session lasted three days, from June 4 to 6, and was held in Chifeng.",
    "The congress met in Chifeng from June 4 to 6.",
    "The second session of the congress opened in Chifeng on June 4. It closed on June 6.",
    "The second session of the congress opened in Chifeng on June 4. The session ended on June 6.",
    "The session was held in Chifeng. It began on June 4 and ended on June 6.",
    "From June 4 to 6, the fifth forum on millet was held in Chifeng.",
    "Held in Chifeng from June 4 to 6, the forum drew 200 people.",
    "The forum, held in Chifeng on June 4 to 6, drew 200 people.",
    "Some 200 people attended the forum in Chifeng from June 4 to 6.",
    "The course, held in Chifeng from June 4 through 6, was a training course for vets.",
    "A training course for vets, running from June 4 to 6, was held in Chifeng.",
    "The seminar began on June 4 in Chifeng and lasted three days.",
    "Over three days from June 4, a seminar was held in Chifeng.",
    "The meeting in Chifeng was held on June 4, 5 and 6.",
    "The meeting was held in Chifeng over three days (June 4-6).",
    "Chifeng hosted a three-day conference from June 4 to 6.",
    "The three-day conference, which ended in Chifeng on June 6, was attended by 200 people.",
    "The conference wrapped up in Chifeng on June 6 after three days.",
    "After three days of debate, the conference ended in Chifeng on June 6.",
    "Running from June 4 to 6, the conference was held in Chifeng.",
)

DAYS_OF_A_VISIT_ZH = (
    "6月4日至6日，李明到敖汉旗调研。",
    "6月4日到6日，李明在敖汉旗调研。",
    "李明于6月4日至6日赴敖汉旗考察。",
    "6月4日，李明到敖汉旗开展为期三天的调研。",
    "考察团6月4日抵达敖汉旗，6日离开。",
    "考察团6月4日到敖汉旗，5日到宁城县，6日到喀喇沁旗。",
    "6月4日，考察团到敖汉旗考察。5日，考察团到宁城县考察。6日，考察团到喀喇沁旗考察。",
    "考察团在敖汉旗进行了为期三天的考察，6月6日结束。",
    "连续三天，从6月4日到6日，李明走访了敖汉旗。",
    "6月4日起，李明用三天时间走访敖汉旗。",
    "6月4日—6日，李明率队赴敖汉旗考察。",
    "6月4日、5日、6日，李明到敖汉旗走访。",
    "本周二至周四，李明到敖汉旗调研。",
    "6月4日开始，为期三天的考察在敖汉旗进行，考察团走访了企业。",
)

DAYS_OF_A_MEETING_ZH = (
    "6月4日至6日，论坛在赤峰市举行。",
    "为期三天的论坛6月6日在赤峰市闭幕。",
    "为期三天的论坛6月4日在赤峰市开幕。",
    "论坛6月4日在赤峰市开幕，6日闭幕。",
    "6月4日，培训班在赤峰市开班，为期3天。",
    "赤峰市人大会议6月4日开幕，6月6日闭幕。",
    "6月4日上午，大会在赤峰市开幕。会期三天。",
    "论坛于6月4日-6日在赤峰市召开。",
    "研讨会在赤峰市召开，会议从6月4日持续到6日。",
)

OTHER_DAYS_BESIDE_A_VISIT = (  # on June 6
    "Li Ming visited Aohan Banner on June 6. Work there began on May 20.",
    "Li Ming visited Aohan Banner on June 6, where a dam had burst on May 20.",
    "Li Ming visited Aohan Banner, hit by hail on May 20, on June 6.",
    "On June 6, Li Ming visited a plant in Aohan Banner that opened on May 20.",
    "Li Ming toured a school in Aohan Banner on June 6. The school was founded on May 4, 1952.",
    "Li Ming inspected Aohan Banner on June 6 and asked that repairs be done by June 20.",
    "Li Ming inspected Aohan Banner on June 6 and said another check would follow on June 20.",
    "After a forum in Beijing on May 20, experts visited Aohan Banner on June 6.",
    "Following complaints received since May 20, inspectors visited Aohan Banner on June 6.",
    "Li Ming visited Aohan Banner on June 6. A herder told him that lambs had died on May 20.",
    "Li Ming visited Aohan Banner on June 6. Wang Fang, who visited in May, had asked for a pump.",
    "Li Ming visited Aohan Banner on June 6 at the invitation of growers made on May 20.",
    "Li Ming visited Aohan Banner on Thursday, two weeks after the flood of May 20.",
    "Li Ming, appointed on May 20, visited Aohan Banner on June 6.",
    "Li Ming visited Aohan Banner on June 6 to see wells drilled between May 1 and May 20.",
    "A team visited Aohan Banner on June 6. The last such visit was on April 3.",
    "Ten days after the storm, on June 6, Li Ming visited Aohan Banner.",
    "Li Ming visited Aohan Banner on June 6. Sowing started on May 1 and ended on May 20.",
    "Li Ming visited Aohan Banner on June 6. The county's plan runs until June 30.",
    '"I was here on May 20 and nothing had been done," said Li Ming, the mayor, as he visited Aohan Banner on June 6.',
    'Li Ming visited Aohan Banner on June 6. "Since May 20 no rain has come," a farmer said.',
    "Li Ming visited Aohan Banner on June 6. The second round of visits is planned for June 12.",
)

OTHER_DAYS_BESIDE_A_MEETING = (
    "The committee met in Chifeng on June 6. It will report by June 20.",
    "The committee met in Chifeng on June 6 to prepare the congress, which opens on June 20.",
    "The committee, elected on May 3, met in Chifeng on June 6.",
    "The committee met in Chifeng on June 6 and reviewed work done since January 1.",
    "Meeting in Chifeng on June 6, the committee adopted rules that apply from July 1.",
    "On June 6, a meeting was held in Chifeng on the rules issued on May 20.",
    "A meeting on the floods of May 20 was held in Chifeng on June 6.",
    "A meeting held in Chifeng on June 6 heard that 20 dikes had failed on May 20.",
    "A meeting was held in Chifeng on June 6 in the run-up to Children's Day on June 1.",
    "Ahead of the rainy season, which starts on June 20, a meeting was held in Chifeng on June 6.",
    "Two weeks after the fire of May 20, the command met in Chifeng on June 6.",
    "The command met in Chifeng on June 6. On May 20 a fire had destroyed 20 hectares.",
    "The command met in Chifeng on June 6. A fire broke out on May 20 in Aohan Banner.",
    "The command met in Chifeng on June 6. The first harvest is expected on June 15.",
    "The committee met in Chifeng on June 6. Its last meeting was on April 2.",
    "The committee met in Chifeng on June 6. The previous meeting, on April 2, had been postponed.",
    "The committee met in Chifeng on June 6. Applications were accepted between May 1 and May 20.",
    '"We began on May 20," said Li Ming, the mayor, at a meeting in Chifeng on June 6.',
    "The meeting, originally set for May 30, was held in Chifeng on June 6.",
    "The committee met in Chifeng on June 6. The law has been in force since May 1.",
)

OTHER_DAYS_IN_CHINESE = (
    "6月6日，李明到敖汉旗调研。该项目5月20日开工。",
    "6月6日，李明到敖汉旗5月20日投产的工厂调研。",
    "6月6日，敖汉旗召开会议，传达5月20日全市会议精神。",
    "6月6日，敖汉旗召开会议，部署6月20日前的工作。",
    "5月20日暴雨发生后，6月6日，李明到敖汉旗查看灾情。",
    "继5月20日走访后，6月6日，李明再次到敖汉旗走访。",
    "6月6日，敖汉旗召开座谈会。李明说，5月20日以来没有下雨。",
    "6月6日，敖汉旗召开会议，总结1月1日至5月20日的工作。",
    "6月6日，敖汉旗召开推进会，要求6月20日前完成。",
    "6月6日，法院在敖汉旗开庭，此案5月20日立案，法官会前走访了牧民。",
)

HEADS = ("Tuesday. ", "Tuesday: ", "June 4. ", "4 June – ", "Tuesday, 4 June. ", "June 4 (Tuesday): ", "* 4 June: ", "TUESDAY – ")
ENTRIES = {
    "visit": (
        "A visit to Aohan Banner by a delegation from Beijing.",
        "An 18-member delegation from Beijing spent the day in Aohan Banner.",
        "Li Ming was in Aohan Banner to look at straw checkerboards.",
        "Inspection of wells in Aohan Banner by the water committee.",
        "A river patrol was made in Aohan Banner.",
    ),
    "meeting": (
        "Executive meeting of the banner government in Aohan Banner.",
        "Hearing on heating prices in Aohan Banner, chaired by Li Ming.",
        "The standing committee met in Aohan Banner.",
    ),
}


@pytest.fixture(autouse=True)
def by_rules_alone(monkeypatch):
    monkeypatch.setattr(proposers, "installed", lambda: ())


def told(words: str, published: dt.date = SATURDAY) -> list[tuple[str, str, str]]:
    article = draft(words, published=published, areas=AREAS, people={}, today=dt.date(2026, 11, 28)).article
    return [(e.kind, f"{e.start}", f"{e.end}") for e in article.events]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        *(("visit", words) for words in (*VISITS, *VISITS_ZH, *OTHER_DAYS_BESIDE_A_VISIT)),
        *(("meeting", words) for words in (*MEETINGS, *MEETINGS_ZH, *OTHER_DAYS_BESIDE_A_MEETING)),
    ],
)
def test_words_that_tell_of_one_event_on_one_day(kind, words):
    assert told(words) == [(kind, "2024-06-06", "2024-06-06")]


@pytest.mark.parametrize("words", OTHER_DAYS_IN_CHINESE)
def test_other_days_in_chinese(words):
    ((_kind, *days),) = told(words)
    assert days == ["2024-06-06", "2024-06-06"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        *(("visit", words) for words in (*DAYS_OF_A_VISIT, *DAYS_OF_A_VISIT_ZH)),
        *(("meeting", words) for words in (*DAYS_OF_A_MEETING, *DAYS_OF_A_MEETING_ZH)),
    ],
)
def test_words_that_tell_of_three_days(kind, words):
    assert told(words) == [(kind, "2024-06-04", "2024-06-06")]


@pytest.mark.parametrize(("link", "days"), LINKS.items())
def test_a_day_told_by_that_of_a_meeting_before_it(link, days):
    comma = "" if link.endswith(",") else ","
    words = f"The committee met in Chifeng on Thursday, June 6. {link}{comma} members visited a farm in Aohan Banner."
    first, last = (f"2024-06-{day:02}" for day in days)
    assert told(words, MONDAY) == [("meeting", "2024-06-06", "2024-06-06"), ("visit", first, last)]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(("kind", "entry"), [(kind, entry) for kind, entries in ENTRIES.items() for entry in entries])
def test_an_entry_of_a_chronicle(head, kind, entry):
    first = "Monday, June 3: The budget committee held a meeting in Chifeng."
    last = "Friday, June 7: Li Hua visited a school in Ningcheng County."
    words = f"The week in brief\n\n{first}\n\n{head}{entry}\n\n{last}"
    assert (kind, "2024-06-04", "2024-06-04") in told(words, MONDAY)
    assert len(told(words, MONDAY)) == 3
