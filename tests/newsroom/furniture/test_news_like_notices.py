"""News whose sentences begin like a site's words to its reader."""

import pytest

from bot.newsroom.furniture.furniture import is_furniture

NEWS = """
Entre 2022 y 2024, el uso de Telegram creció un 30 % en el país.
Entre abril e maio, o Telegram removeu 40 mil contas no Brasil.
Entre los detenidos hay tres administradores de un grupo de WhatsApp.
В нашем канале нет воды с понедельника, рассказали жители посёлка.
«Мы сообщали об этом в нашем канале ещё в мае», — сказал губернатор.
Regístrese para votar antes del lunes, pidió la junta electoral a los jóvenes.
Registra el país una caída del 3 % para el trimestre, según el banco central.
Registra caída de 3 por ciento para el peso frente al dólar.
Join thousands of workers and a strike becomes a movement, the union leader said.
Officials consider donating the old terminal to the museum.
Countries consider donating surplus vaccines to poorer neighbours.
404 people died in road accidents last year, the police said.
404 vessels were registered in the port in October.
Anna Meier ist Reporterin bei der BBC und wurde am Montag festgenommen.
Peter Weiss ist Korrespondent der Zeitung, deren Büro die Polizei durchsuchte.
Witnesses can contact police by emailing tips@police.example, a spokeswoman said.
Have news sites lost their readers for good?
Have a tip and you may get rich: the betting scandal widens.
Follow the money, prosecutors said, and Facebook accounts lead to the mayor.
Sigue la polémica en redes sociales por la subida de tarifas.
Sigue sin aparecer el ferry, y las redes sociales se llenan de rumores.
Recibe amenazas por correo la alcaldesa de Varnholt.
Recibe el puerto un correo con una amenaza de bomba.
Powered by two electric engines, the ferry can carry 400 passengers.
By continuing to fund the war, the council lost its majority.
Deel van de Facebook-gegevens is gelekt.
Get ready for Facebook fines, the regulator told companies.
Watches worth two million euros were stolen from a shop on Tuesday.
See also the fall in fares that the city reported in May.
More from the council than words is needed, residents said.
Read more books was the advice of the minister to schools.
Read also means studied in Britain, the court noted.
Don't miss the boat: the ferry strikes begin on Monday.
Saiba mais tarde ou mais cedo o país pagará, disse o ministro.
Lea también fue detenida en el puerto.
Leia também foi ouvida pela polícia.
Lees meer boeken, zegt de minister.
Mira también ganó la medalla de plata.
Puede interesarle al juez el correo que envió la alcaldesa.
Segui il denaro, ha detto il procuratore, e arrivi a Facebook.
Siga o dinheiro, disse o procurador.
Click farms in the port city were raided on Monday.
Click here was all the victims had to do, prosecutors said.
Scroll down any high street and one in five shops is empty.
Advertisement spending fell 12 percent in October.
Support our work, the nurses shouted at the minister.
Call us cowards, the general said, but we kept our men alive.
Email us or lose us, the teachers told the ministry.
Share prices fell 3 percent on Tuesday.
Sign up for our war, said the recruiting poster that was banned.
Join our fight, the opposition leader told the crowd.
Join us on Saturday, the organisers of the march said in their call.
Follow our example, the mayor of Varnholt told other cities.
Correction: the market fell by 10 percent from its peak in May.
Published by a small press, the novel won the prize on Tuesday.
Posted by the mayor on Monday, the video drew two million views.
Updated on Monday, the plan foresees four more boats.
Listen to the people, the bishop told the government.
Last updated in 1998, the law does not mention drones.
Leave a comment was what voters did, in their thousands.
Topics: war, grain and gas were on the table in Geneva.
Filed under seal in 2021, the indictment was opened on Tuesday.
Getty Images sued the company for copyright infringement.
Reuters was the first to report the talks.
Cookies were sold for charity outside the court.
We use cookies, the baker said, to keep the children quiet.
Copyright 2023 rules do not apply, the court said.
This site uses more water than the town, residents say.
Our page uses irony, the satirist told the judge.
By clicking on the link the victims gave away their passwords.
Download our app and we own you, a former employee said of the company.
Do you have a tip? The waiters of Varnholt no longer get any.
If you buy a house, we may earn nothing, said the mayor.
Create an account of what happened, the judge asked the witnesses.
Already a subscriber to the theory, the minister spoke of a plot.
Keep reading the bill, the speaker told members at midnight.
Start your trial on Monday, the judge told the prosecutors.
Unlock this phone, the court ordered the company.
Accept all terms or leave, the landlord told his tenants.
Please enable the people to vote, the observer pleaded.
Become a member of the union, and the employer must talk to you.
Jetzt testen die Häfen auch Fähren ohne Besatzung.
Weiterlesen können die Schüler nur, wenn die Bücherei bleibt.
Teilen Sie das Brot mit Freunden, sagte der Bischof.
Abonnenten der Zeitung erhielten am Montag eine gefälschte E-Mail.
Folge unserer Politik ist ein höherer Preis, sagte der Kanal-Betreiber.
Melden sich unsere Kunden über WhatsApp, antwortet ein Roboter, sagte die Bank.
Jetzt sendet unser Kanal wieder, sagte der Chef des Senders.
Abonnez-vous à la liberté, disait l'affiche.
Suivez l'argent, a dit la juge.
Partagez vos terres avec vos amis, disait le roi.
Inscrivez-vous sur les listes avant le 31 décembre, rappelle le ministère.
Connectez-vous, répètent les médecins aux patients isolés.
Cliquez-moi ça, disait le photographe au tribunal.
Créez un compte de campagne, exige la loi des candidats.
Téléchargez l'application, disaient les escrocs à leurs victimes.
Подписчики канала Telegram нашего губернатора узнали об этом первыми.
Следите за руками, сказал судья.
Нажмите на тормоз, просили пассажиры водителя.
Поделитесь хлебом с друзьями, сказал епископ.
Читайте законы, посоветовал депутат.
Пишите нам правду, просил президент учёных.
Войдите в положение, чтобы понять, сказал адвокат.
Abone sayısı 3 milyona ulaşan kanalımız kapatıldı, dedi sunucu.
تابع الرئيس أيضا سير العمل في الميناء.
تابعت الحكومة عن كثب إغلاق القناة.
اشترك ثلاثة لاعبين في قناة واحدة مع صديقنا المدرب.
关注我们的海洋，科学家呼吁。
点击量最高的视频来自渔民。
下载量超过一亿次的应用被我们的法院禁止。
订阅费上涨百分之三十，公司周二宣布。
登録者数は300万人に達した。
関連記事の削除を裁判所が命じた。
구독료가 30% 오른다고 회사가 밝혔다.
제보는 500건이 넘었다고 경찰이 밝혔다.
Ikuti jejak ayahnya, ia menjadi pelaut di kanal kami, kata warga.
Simak saja angkanya, kata menteri itu.
Baca juga menjadi kebiasaan, kata guru itu.
Daftar nama calon diumumkan untuk membaca peta politik.
Masuk akal untuk membaca ulang undang-undang itu, kata hakim.
Anda benar, kata presiden.
Assine aqui, disse o juiz ao réu.
Seja assinante ou não, todos pagarão, disse o ministro.
Iscriviti al sindacato, ha detto il segretario.
Condividi il pane con gli amici, ha detto il papa.
Ricevi una mail, clicchi, e perdi tutto: l'allarme della polizia.
Accedi al mare e trovi plastica, dicono i pescatori.
Acompanhe o dinheiro e verá as redes sociais pagas, disse o promotor.
Siga adelante, dijo el juez.
Únete o muere, decían los carteles de WhatsApp de la banda.
Descarga eléctrica mata a tres obreros en nuestro canal, dice el alcalde.
Descarga de agua en el canal de nuestra ciudad preocupa a los vecinos.
Comparte celda con dos amigos el exministro.
Haga clic y pierda su dinero: así operaba la red de fraude.
Suscribe el país un acuerdo para exportar gas por 3.000 millones de euros.
Suscribieron ambos gobiernos un pacto para leer los datos de pasajeros.
Has alcanzado el límite, le dijo el árbitro al jugador.
Ha raggiunto il limite il bacino di Varnholt.
Hai raggiunto il limite, gli ha detto la giudice.
Primo mese a tariffa zero per i pendolari del porto.
Il primo mese costa alla regione tre milioni.
Первый месяц стоит за решёткой бывший мэр.
Ilk ay 400 lira olan ücret 600 liraya çıktı.
Das Angebot endet am Freitag, sagte der Hafenbetreiber den Streikenden.
Danach nur noch 3 Euro kostet die Überfahrt ab Januar.
Jetzt Abo kündigen, rät die Verbraucherzentrale.
Unfortunately, our site was flooded, the archaeologist said.
Choose a plan, the mediator told both sides.
The rest of this story is known: the bank failed in 2008.
Cancel anytime, the airline had promised its passengers.
Before you continue to blame the crew, read the report, the union said.
Page not found: the chapter on torture is missing from the report.
"""


@pytest.mark.parametrize("sentence", NEWS.strip().splitlines())
def test_news_that_begins_like_a_notice_stays(sentence: str) -> None:
    assert not is_furniture(sentence)
