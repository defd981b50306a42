# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ Resumo da manhã
    [afternoon] 🌤️ Resumo da tarde
   *[evening] 🌙 Resumo da noite
}
briefing-length = { $stories ->
    [one] { $stories } notícia
    [many] { $stories } de notícias
   *[other] { $stories } notícias
} · { $minutes } min
briefing-more = E mais { $count } · /recent
briefing-more-than = E mais de { $count } outras · /recent
briefing-nothing-since = Nenhuma novidade desde as { $time }.
briefing-nothing-since-day = Nenhuma novidade desde { $day }, { $time }.
briefing-gaps = Alguns veículos não respondem no momento: podem faltar notícias de { $sections }{ $more ->
    [0] .
   *[other] { "" } e mais { $more }.
}
briefing-nothing = Ainda não há nada publicado. A primeira notícia estará aqui quando você pedir de novo.
briefing-nothing-fits = Ainda não há nada que combine com suas configurações. /sections e /mute mostram o que fica de fora.

credit-line = Com informações de: { $names }
credit-more = { $names } e mais { $count }
update-mark = Atualização
alert-head = 🔴 Urgente
notice-head = { $label ->
    [withdrawal] Retirada
   *[correction] Corrigida
}: #{ $number }

story-share = Compartilhar
story-save = Salvar
story-saved = Salva
story-sources = Fontes ({ $count })
story-older = ◀ Anterior
story-newer = Próxima ▶
story-note = { $label ->
    [update] Atualização
   *[correction] Correção
}: { $note }
story-withdrawn = Retiramos esta notícia.
story-withdrawn-reason = Motivo: { $reason }
story-full = Notícia completa
story-unknown = Não existe a notícia #{ $number }.
story-which = Qual notícia? Envie /story e o número dela, como /story 12.
story-no-older = Esta é a notícia mais antiga.
story-no-newer = Esta é a notícia mais recente.
story-picture-credit = Imagem: { $credit }
story-picture-removed = A notícia não tem mais esta imagem.
story-mistake = Comunicar erro

mistake-ask = O que está errado em “{ $headline }”?
mistake-how = Conte em uma só mensagem: o que está escrito e o que seria o certo.
mistake-cancel = Deixa para lá
mistake-cancelled = Tudo bem.
mistake-empty = Escreva com palavras, por favor.
mistake-enough = A redação tem { $count } avisos seus para ler. Envie este outro um pouco mais tarde.
mistake-thanks = Agradecemos! Seu aviso já está com a redação.

sources-title = Fontes
sources-none = Esta notícia não cita fontes.
sources-bears = { $count ->
    [one] sustenta o ponto { $points }
    [many] sustenta os pontos { $points }
   *[other] sustenta os pontos { $points }
}
sources-independent = { $count ->
    [one] { $count } veículo independente
    [many] { $count } de veículos independentes
   *[other] { $count } veículos independentes
}
sources-first = { $outlet } publicou primeiro
sources-back = Notícia

recent-title = Últimas
recent-section = Últimas · { $section }
recent-empty = Ainda não há notícias.
recent-no-section = Não há nenhuma seção “{ $section }”.
recent-sections = Seções: { $sections }

search-title = Busca:
search-empty = Nada encontrado. Tente com menos palavras ou com outras.
search-ask = O que você procura? Envie /search e algumas palavras, como /search eleições.

saved-title = Salvas
saved-empty = Você ainda não salvou nada. Toque em “Salvar” abaixo de uma notícia e ela aparece aqui.
following-empty = Você ainda não segue nada. Toque em “Seguir” abaixo de uma notícia, e a continuação vem primeiro nos seus resumos.

list-recent = Últimas
list-back = ◀
list-on = ▶
list-page = { $page }/{ $pages }

start-greeting = { $publication } dá as boas-vindas a você.
start-promise = Notícias de muitos veículos em poucos minutos e sem truques: cada uma diz quem noticiou.
start-how = Toque em um número para abrir uma notícia. /recent mostra as anteriores, /search busca o que você quiser e /help traz o resto.

help-title = O que posso fazer por você
help-inline = Em qualquer conversa, escreva @{ $username } e algumas palavras para compartilhar uma notícia.
help-reply = Responda a um resumo com um número e eu abro a notícia.

command-start = Começar
command-briefing = O que há de novo para você, agora
command-recent = Últimas notícias, todas ou de uma seção
command-story = Uma notícia completa, pelo número
command-sources = Quem deu a notícia
command-search = Buscar notícias por palavras
command-saved = As notícias que você salvou
command-following = As notícias que você segue
command-help = O que posso fazer por você

inline-start = Abrir { $publication }
inline-nothing = Nada encontrado · abrir { $publication }

error-unknown-command = Não conheço esse comando. Veja em /help o que posso fazer.
error-old-button = Este botão não vale mais. Envie o comando de novo.
error-list-gone = Esta lista expirou. Faça a busca de novo.
error-number = Neste resumo não há nenhum número { $number }.
error-apology = Algo deu errado do nosso lado. Tente de novo em um minuto.
error-over-quota = Foi muita coisa de uma vez. Respondo ao que chegou primeiro; espere um pouco antes de continuar.

settings-button = Ajustes
settings-title = Ajustes
settings-line = { $name }: { $value }
settings-times = Horários
settings-zone = Fuso horário
settings-sections = Seções
settings-mutes = Palavras ocultas
settings-quiet = Horas de silêncio
settings-silent = Sem som
settings-alerts = Alertas urgentes
settings-stories = { $count ->
    [one] Até { $count } notícia por resumo
    [many] Até { $count } de notícias por resumo
   *[other] Até { $count } notícias por resumo
}
settings-pause = Pausar por uma semana
settings-resume = Retomar
settings-back = ◀ Ajustes
settings-next = Próximo resumo: { $day }, { $time }.
settings-no-times = Não há horários: peça /briefing quando quiser.
settings-stopped = Envios parados: nada chega sozinho. Retome quando quiser.
settings-refused = Desde { $day }, não consigo enviar nada aqui: { $reason ->
    [no_rights] não tenho permissão para escrever.
    [closed] o tópico está fechado.
    [not_found] o Telegram não encontra esta conversa.
   *[other] o Telegram recusa o envio.
} Continuo tentando.
settings-changed = Salvo.
vote-done = Obrigado.
vote-gone = Retirado.
settings-admins = Só quem administra o grupo pode mudar o que ele recebe.

settings-channel = Ajustes do canal

ask-location = Compartilhe onde você está e eu descubro o seu fuso horário. O lugar não fica guardado.
ask-location-button = 📍 Enviar minha localização
ask-channel = Escolha um dos seus canais ou encaminhe para mim uma publicação dele. Preciso de permissão para publicar lá.
ask-channel-button = Escolher um canal

channel-connect = Conectar um canal
channel-connected = Canal conectado: { $title }. Resumos: { $times } ({ $zone }). Você pode mudar aqui:
channel-no-rights = Não posso publicar nesse canal. Torne-me administrador com permissão para publicar mensagens e tente de novo.
channel-admins = Só quem administra o canal pode fazer isso.
channel-gone = Esse canal não está mais conectado. Conecte de novo em /settings.

times-none = nenhum
times-daily = todos os dias
times-weekdays = nos dias úteis
times-on = · { $days }
times-only-weekdays = Só nos dias úteis
times-full = Cabem { $count } horários. Tire um antes.
times-type = Ou escreva /schedule e os horários: /schedule 7:30 18:00 seg-sex
times-unknown = Não entendi. Tente /schedule 7:30 18:00 seg-sex, uma cidade, como /schedule Luanda, ou /schedule silêncio 22-7.

zone-type = Ou escreva uma cidade ou um fuso: /schedule Recife
zone-located = Seu fuso horário é { $zone }.
zone-here = 📍 Pela minha localização
zone-unknown = Não conheço essa cidade. Escreva uma maior por perto, como /schedule Recife.

sections-all = Todas
sections-last = É preciso ao menos uma seção. /pause e /stop encerram os envios.
sections-how = Toque no que você quer seguir. Com todas marcadas, as seções novas também chegam.

mute-none = nenhuma
mute-how = Com /mute e uma palavra, as notícias que a mencionam ficam ocultas; com /unmute, voltam.
mute-done = As notícias que mencionam “{ $word }” ficam ocultas. Para voltar a ver: /unmute { $word }
unmute-done = As notícias que mencionam “{ $word }” estão de volta.
unmute-unknown = “{ $word }” não está silenciado. /mute mostra o que está.
mute-too-long = É longo demais. Envie até 30 letras, como /mute golfe.
mute-too-many = Já há muitas palavras ocultas. Tire uma antes: estão em /mute.
mute-no-words = Não há nenhuma palavra aí para procurar. Envie uma, como /mute golfe.

pause-done = Em pausa até { $day }. Para voltar antes, /resume.
resume-done = Que bom ter você de volta!
stop-done = Nada mais vai chegar sozinho. Seus ajustes ficam guardados; para voltar, /start ou /resume.

stop-elsewhere = { $count ->
    [one] Outro tópico deste grupo ainda recebe resumos; envie /stop lá também.
    [many] Outros { $count } de tópicos deste grupo ainda recebem resumos; envie /stop lá também.
   *[other] Outros { $count } tópicos deste grupo ainda recebem resumos; envie /stop lá também.
}

start-subscribed = Seus resumos: { $times } ({ $zone }).
group-greeting = Olá! { $publication } traz resumos de notícias para este grupo: { $times } ({ $zone }). Quem administra pode mudar isso com /settings.

command-schedule = Horários, fuso horário e horas de silêncio
command-sections = O que você segue
command-mute = Ocultar o que menciona uma palavra
command-unmute = Voltar a mostrar
command-settings = Tudo o que você pode ajustar
command-pause = Não receber nada por um tempo
command-resume = Encerrar a pausa
command-stop = Parar os envios

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = Resumos curtos de notícias, com as fontes e na hora que você quiser.
profile-description = { $publication } traz resumos curtos do que muitos veículos publicam: o título, os pontos principais e quem deu a notícia. Toque em um número para ler a notícia completa e ver as fontes. Você escolhe os horários, as seções e o que prefere não ver.

credit-one = Um só veículo

settings-marks = Marcas de fontes
reading-last = É preciso ao menos um idioma; “Todas” pega todos.
settings-reading = Idiomas das notícias
settings-nothing-new = Avisar se não houver novidades
settings-pictures = Imagens
settings-language = Idioma
settings-language-client = Como no Telegram
language-unknown = Não falo esse idioma. Falo: { $languages }.
command-language = O idioma em que falo com você

zone-which = Qual destes lugares?
quiet-now = Horas de silêncio: { $hours }. O que chega nesse período vem sem som. Para tirar: /schedule silêncio não
quiet-none = Não há horas de silêncio. Para definir: /schedule silêncio 22-7
times-too-many = São { $sent } horários e cabem { $count }. Nada mudou.
times-no-times = Há dias, mas falta a hora. Inclua uma, como em /schedule 7:30 seg-sex.

pause-unknown = Não entendi por quanto tempo. Tente /pause 3, /pause 2 semanas, /pause até sexta ou /pause sempre.
pause-over = Esse dia já passou. Tente /pause até sexta.
pause-too-long = Isso é mais de um ano. Com /pause sempre, nada chega até você enviar /resume.

error-media = Leio palavras, números e comandos. Envie algumas palavras e eu busco notícias.
error-number-where = De qual resumo? Responda a ele com { $number } e eu abro a notícia.

briefing-of = Resumo de { $day }, já corrigido
briefing-none-of = Não há resumo de { $day }.
briefing-too-old = Guardo os resumos por { $days } dias. Tente /briefing ontem.
briefing-day-unknown = De que dia? Tente /briefing ontem ou uma data, como /briefing 21 de novembro.

about-text = { $publication } é uma redação pequena: faz cada notícia com o que vários veículos publicaram e cita todos no fim.
about-corrections = O que estava errado é corrigido em todas as mensagens em que aparece, e o seu próximo resumo começa por esse aviso.
about-contact = Contato: { $contact }
command-about = Quem faz isto

privacy-title = O que guardo desta conversa
privacy-chat = O id, o tipo, o idioma e desde quando a conheço
privacy-settings = O que você ajusta aqui: horários, fuso, seções, palavras ocultas, horas de silêncio, pausas
privacy-saved = As notícias que você salvou e as que segue · 👍 👎
privacy-messages = Quais notícias as minhas mensagens mostram ou mostraram aqui, para poder corrigi-las; por { $days } dias
privacy-deliveries = Quais resumos foram enviados aqui e quando; por { $days } dias
privacy-updates = O que você envia, até ter resposta; por mais { $days } dias, só uma impressão digital, para não responder duas vezes
privacy-mistakes = Os erros que você comunicou, até a redação resolver
privacy-not = Não guardo nome, telefone nem lugar. Se você compartilha a localização, fico na hora só com o fuso horário.
privacy-how = /export envia tudo para você; /forget apaga tudo agora.
command-privacy = O que guardo sobre você
command-export = Tudo o que guardo sobre você, em um arquivo
command-forget = Apagar tudo o que guardo sobre você

export-caption = Tudo o que guardo desta conversa.
forget-ask = Apagar tudo o que guardo desta conversa? Os resumos acabam e as notícias salvas se perdem. Não dá para desfazer.
forget-yes = Apagar tudo
forget-no = Não apagar
forget-kept = Nada foi apagado.
forget-done = Pronto: tudo desta conversa foi apagado. Com /start, começa do zero.

mistake-corrected = Você comunicou um erro em “{ $headline }” e ele já foi corrigido: { $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = silêncio, silencio, horas de silêncio, horas de silencio, horário de silêncio, horario de silencio, silencioso, silenciar, sem som, não perturbe, nao perturbe, não perturbar, nao perturbar, não incomodar, nao incomodar
typed-off = não, nao, off, nada, nunca, nenhum, nenhuma, tirar, remover, fora, desligar, desligado, desligada, desativar, desativado, desativada, desactivar
typed-every-day = diário, diario, diária, diaria, diariamente, todo dia, todo o dia, todos os dias, cada dia
typed-weekdays = dias úteis, dias uteis, dia útil, dia util, úteis, uteis, dias de semana, dia de semana, dias da semana, durante a semana, dias de trabalho
typed-weekends = fim de semana, fins de semana, fim-de-semana, fins-de-semana, final de semana, finais de semana, fds
typed-until = até, ate, a, à, ao
typed-since = desde, a partir de, a partir da
typed-forever = sempre, para sempre, pra sempre, indefinidamente, por tempo indeterminado, sem limite, sem prazo, sem fim, até novo aviso, novo aviso, até segunda ordem, segunda ordem
typed-fillers = a, à, ao, aos, às, as, o, os, e, ou, em, de, do, da, dos, das, no, na, nos, nas, desde, por, pela, pelas, para, pra, entre, durante, cada, todo, toda, todos, todas, ponto, h, hs, hr, hrs, hora, horas, dentro
typed-noon = meio-dia, meio dia
typed-midnight = meia-noite, meia noite
typed-half-past = e meia
typed-quarter-past = e um quarto, e quarto
typed-quarter-to = menos um quarto, menos quarto
typed-half-to = { "" }
typed-next = próximo, próxima, que vem, seguinte
typed-last = passado, passada, último, última
typed-next-week = semana que vem, próxima semana, semana próxima, semana seguinte
typed-week-ends = fim da semana, final da semana, resto da semana, semana toda, semana inteira, depois do fim de semana
typed-next-week-ends = fim da semana que vem, final da semana que vem, fim da próxima semana
typed-feasts = natal=12-25, dia de natal=12-25, véspera de natal=12-24
typed-next-month = mês que vem, próximo mês, mês seguinte
typed-month-ends = fim do mês, final do mês, fim de mês, resto do mês, mês todo, mês inteiro
typed-year-ends = ano novo, fim do ano, final do ano, fim de ano, próximo ano, ano que vem
typed-spans = semana que vem=7, próxima semana=7, mês que vem=30, quinzena=15, depois de amanhã=2, meio ano=182, dia=1, dias=1, semana=7, semanas=7, mês=30, meses=30, semana e meia=11, mês e meio=45, meio mês=15
typed-numbers = um=1, uma=1, dois=2, duas=2, três=3, quatro=4, cinco=5, seis=6, sete=7, oito=8, nove=9, dez=10, onze=11, doze=12, quinze=15, vinte=20, trinta=30, um par de=2
typed-endings = { "" }
typed-morning = { "" }
typed-evening = { "" }
typed-night = { "" }
typed-day-names = { "" }

story-follow = Seguir
story-followed = A seguir
story-follows = O que vier depois abre os seus boletins.
story-follows-not = Já não segue esta notícia.
follow-mark = Segue esta notícia
update-new = Novidade: { $note }
story-earlier = Antes:
settings-rich = Notícias em página
rich-more = Continuar a ler
rich-changes = O que mudou
settings-topic = Definições deste tópico
stop-done-topic = Neste tópico já não chega nada por si. As definições ficam guardadas; /start ou /resume recomeça.

web-skip = Ir para as notícias
web-search = Procurar
web-telegram = No Telegram
web-corrections = Correções
web-no-corrections = Ainda não foi preciso corrigir nada.
web-page = Na web
web-missing = Essa página não existe.
