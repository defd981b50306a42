# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ Rassegna del mattino
    [afternoon] 🌤️ Rassegna del pomeriggio
   *[evening] 🌙 Rassegna della sera
}
briefing-length = { $stories ->
    [one] { $stories } notizia
    [many] { $stories } di notizie
   *[other] { $stories } notizie
} · { $minutes } min
briefing-more = Ancora { $count } da leggere · /recent
briefing-more-than = Più di { $count } altre da leggere · /recent
briefing-nothing-since = Nessuna novità dalle { $time }.
briefing-nothing-since-day = Nessuna novità da { $day }, ore { $time }.
briefing-gaps = Alcune testate al momento non rispondono: possono mancare notizie in { $sections }{ $more ->
    [0] .
    [one] { "" } e in un’altra sezione.
    [many] { "" } e in altri { $more } di sezioni.
   *[other] { "" } e in altre { $more } sezioni.
}
briefing-nothing = Non è ancora uscito nulla. Chiedi di nuovo più tardi: la prima notizia sarà qui.
briefing-nothing-fits = Ancora nulla corrisponde alle tue impostazioni. /sections e /mute mostrano che cosa lasci fuori.

credit-line = Con informazioni di { $names }
credit-more = { $names } e { $count ->
    [one] un’altra
    [many] altri { $count } di testate
   *[other] altre { $count }
}
update-mark = Aggiornamento
alert-head = 🔴 Ultim’ora
notice-head = { $label ->
    [withdrawal] Notizia ritirata
   *[correction] Notizia corretta
}: #{ $number }

story-share = Condividi
story-save = Salva
story-saved = Salvata
story-sources = Fonti ({ $count })
story-older = ◀ Precedente
story-newer = Successiva ▶
story-note = { $label ->
    [update] Aggiornamento
   *[correction] Correzione
}: { $note }
story-withdrawn = Questa notizia è stata ritirata.
story-withdrawn-reason = Motivo: { $reason }
story-full = Leggi la notizia
story-unknown = La notizia #{ $number } non esiste.
story-which = Quale notizia? Manda /story e il suo numero, per esempio /story 12.
story-no-older = Prima di questa non ci sono altre notizie.
story-no-newer = Questa è la notizia più recente.
story-picture-credit = Immagine: { $credit }
story-picture-removed = Questa immagine non fa più parte della notizia.
story-mistake = Segnala un errore

mistake-ask = Che cosa c’è di sbagliato in «{ $headline }»?
mistake-how = Scrivilo in un solo messaggio: che cosa c’è scritto e che cosa dovrebbe esserci.
mistake-cancel = Lascia stare
mistake-cancelled = Va bene.
mistake-empty = Scrivilo a parole, per favore.
mistake-enough = La redazione ha ancora { $count } tue segnalazioni da leggere. Manda questa un po’ più tardi.
mistake-thanks = Grazie! La segnalazione è arrivata in redazione.

sources-title = Fonti
sources-none = Questa notizia non cita fonti.
sources-bears = { $count ->
    [one] a sostegno del punto { $points }
    [many] a sostegno dei punti { $points }
   *[other] a sostegno dei punti { $points }
}
sources-independent = { $count ->
    [one] { $count } testata indipendente
    [many] { $count } di testate indipendenti
   *[other] { $count } testate indipendenti
}
sources-first = La prima a darne notizia: { $outlet }
sources-back = Notizia

recent-title = Ultime notizie
recent-section = Ultime notizie · { $section }
recent-empty = Ancora nessuna notizia.
recent-no-section = Non c’è nessuna sezione «{ $section }».
recent-sections = Sezioni: { $sections }

search-title = Ricerca:
search-empty = Nessun risultato. Prova con meno parole o con altre.
search-ask = Che cosa cerchi? Manda /search e qualche parola, per esempio /search elezioni.

saved-title = Notizie salvate
saved-empty = Non hai ancora salvato nulla. Tocca «Salva» sotto una notizia e la ritrovi qui.
following-empty = Non segui ancora nulla. Tocca «Segui» sotto una notizia e gli sviluppi verranno per primi nelle tue rassegne.

list-recent = Ultime notizie
list-back = ◀
list-on = ▶
list-page = { $page }/{ $pages }

start-greeting = Ti diamo il benvenuto su { $publication }.
start-promise = Le notizie di tante testate in pochi minuti, senza trucchi: di ognuna sai chi l’ha data.
start-how = Tocca un numero per aprire una notizia. Con /recent vedi le precedenti, con /search cerchi quello che vuoi, in /help trovi il resto.

help-title = Che cosa posso fare
help-inline = In qualsiasi chat, scrivi @{ $username } e qualche parola per condividere una notizia.
help-reply = Rispondi a una rassegna con un numero per aprire quella notizia.

command-start = Per cominciare
command-briefing = La tua rassegna, subito
command-recent = Le ultime notizie, tutte o di una sezione
command-story = Una notizia completa, dal suo numero
command-sources = Chi ha dato la notizia
command-search = Cerca tra le notizie
command-saved = Le notizie che hai salvato
command-following = Le notizie che segui
command-help = Che cosa posso fare

inline-start = Apri { $publication }
inline-nothing = Nessun risultato · apri { $publication }

error-unknown-command = Non conosco questo comando. In /help trovi che cosa posso fare.
error-old-button = Questo pulsante è scaduto. Manda di nuovo il comando.
error-list-gone = Questa lista è scaduta. Ripeti la ricerca.
error-number = In questa rassegna non c’è il numero { $number }.
error-apology = Qualcosa è andato storto da parte nostra. Riprova tra un minuto.
error-over-quota = Sono tante richieste insieme. Rispondo alle prime arrivate: aspetta un po’ prima di continuare.

settings-button = Impostazioni
settings-title = Impostazioni
settings-line = { $name }: { $value }
settings-times = Orari
settings-zone = Fuso orario
settings-sections = Sezioni
settings-mutes = Parole nascoste
settings-quiet = Ore di silenzio
settings-silent = Senza suono
settings-alerts = Ultim’ora
settings-stories = { $count ->
    [one] Al massimo { $count } notizia per rassegna
    [many] Al massimo { $count } di notizie per rassegna
   *[other] Al massimo { $count } notizie per rassegna
}
settings-pause = Pausa di una settimana
settings-resume = Riprendi
settings-back = ◀ Impostazioni
settings-next = Prossima rassegna: { $day } alle { $time }.
settings-no-times = Nessun orario scelto: chiedi /briefing quando vuoi.
settings-stopped = Invii fermi: non arriva più nulla in automatico. Riprendi quando vuoi.
settings-refused = Da { $day } non riesco a inviare nulla qui: { $reason ->
    [no_rights] non ho il permesso di scrivere.
    [closed] questo argomento del gruppo è chiuso.
    [not_found] Telegram non trova questa chat.
   *[other] Telegram rifiuta l’invio.
} Continuo a provare.
settings-changed = Salvato.
vote-done = Grazie.
vote-gone = Ritirato.
settings-admins = Solo chi amministra il gruppo può cambiare ciò che riceve.

settings-channel = Impostazioni del canale

ask-location = Condividi la tua posizione e ne ricavo il fuso orario. Il luogo non viene conservato.
ask-location-button = 📍 Condividi la mia posizione
ask-channel = Scegli un tuo canale o inoltrami un suo post. Mi serve il permesso di pubblicare lì.
ask-channel-button = Scegli un canale

channel-connect = Collega un canale
channel-connected = Canale collegato: { $title }. Orari: { $times } ({ $zone }). Puoi cambiarli qui:
channel-no-rights = Non posso pubblicare in quel canale. Aggiungimi tra gli amministratori con il permesso di pubblicare messaggi, poi riprova.
channel-admins = Può farlo solo chi amministra il canale.
channel-gone = Quel canale non è più collegato. Ricollegalo da /settings.

times-none = nessuno
times-daily = tutti i giorni
times-weekdays = dal lunedì al venerdì
times-on = di { $days }
times-only-weekdays = Solo lun-ven
times-full = Gli orari possono essere al massimo { $count }. Prima togline uno.
times-type = Oppure scrivi /schedule e gli orari: /schedule 7:30 18:00 lun-ven
times-unknown = Non ho capito. Prova con /schedule 7:30 18:00 lun-ven, con una città, come /schedule Milano, o con /schedule silenzio 22-7.

zone-type = Oppure scrivi una città o un fuso: /schedule Palermo
zone-located = Il tuo fuso orario è { $zone }.
zone-here = 📍 Dalla mia posizione
zone-unknown = Non conosco questa città. Scrivine una più grande lì vicino, come /schedule Palermo.

sections-all = Tutte
sections-last = Serve almeno una sezione. /pause e /stop fermano gli invii.
sections-how = Tocca quelle che vuoi seguire. Se sono tutte selezionate, ricevi anche quelle nuove.

mute-none = nessuna
mute-how = Con /mute e una parola nascondi le notizie che la citano; con /unmute le fai tornare.
mute-done = Le notizie che citano «{ $word }» sono nascoste. Per rivederle: /unmute { $word }
unmute-done = Le notizie che citano «{ $word }» sono di nuovo visibili.
unmute-unknown = «{ $word }» non è nascosto. /mute mostra che cosa lo è.
mute-too-long = È troppo lungo. Manda al massimo 30 lettere, per esempio /mute golf.
mute-too-many = Le parole nascoste sono già tante. Prima togline una: le trovi in /mute.
mute-no-words = Lì non c’è nessuna parola da cercare. Mandane una, per esempio /mute golf.

pause-done = In pausa fino a { $day }. Per riprendere prima: /resume
resume-done = Che bello riaverti qui!
stop-done = Non arriverà più nulla in automatico. Le tue impostazioni restano; per ricominciare, /start o /resume.

stop-elsewhere = { $count ->
    [one] Un altro argomento di questo gruppo riceve ancora le rassegne; manda /stop anche lì.
    [many] Altri { $count } di argomenti di questo gruppo ricevono ancora le rassegne; manda /stop anche lì.
   *[other] Altri { $count } argomenti di questo gruppo ricevono ancora le rassegne; manda /stop anche lì.
}

start-subscribed = Gli orari delle tue rassegne: { $times } ({ $zone }).
group-greeting = Ciao! { $publication } porta la rassegna in questo gruppo: { $times } ({ $zone }). Chi amministra può cambiare gli orari con /settings.

command-schedule = Orari, fuso orario, ore di silenzio
command-sections = Che cosa segui
command-mute = Nascondi ciò che cita una parola
command-unmute = Mostralo di nuovo
command-settings = Tutte le tue impostazioni
command-pause = Niente invii per un po’
command-resume = Fine della pausa
command-stop = Ferma gli invii

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = Le notizie in breve, con le loro fonti, quando vuoi tu.
profile-description = { $publication } ti porta brevi rassegne da tante testate: il titolo, i punti chiave e chi ha dato la notizia. Tocca un numero per leggere la notizia completa e vedere le fonti. Scegli tu gli orari, le sezioni e ciò che preferisci non vedere.

credit-one = Una sola testata

settings-marks = Rimandi alle fonti
reading-last = Serve almeno una lingua; «Tutte» le prende tutte.
settings-reading = Lingue delle notizie
settings-nothing-new = Avvisa se non c’è nulla
settings-pictures = Immagini
settings-language = Lingua
settings-language-client = Come in Telegram
language-unknown = Non parlo questa lingua. Parlo: { $languages }.
command-language = La lingua in cui ti parlo

zone-which = Quale di questi luoghi?
quiet-now = Ore di silenzio: { $hours }. In quelle ore i messaggi arrivano senza suono. Per toglierle: /schedule silenzio no
quiet-none = Non ci sono ore di silenzio. Per sceglierle: /schedule silenzio 22-7
times-too-many = { $sent } orari sono troppi: al massimo { $count }. Non è cambiato nulla.
times-no-times = Manca l’ora. Aggiungila, come in /schedule 7:30 lun-ven.

pause-unknown = Non ho capito per quanto tempo. Prova con /pause 3, /pause 2 settimane, /pause fino a venerdì o /pause per sempre.
pause-over = Quel giorno è già passato. Prova con /pause fino a venerdì.
pause-too-long = È più di un anno. Con /pause per sempre non arriva nulla finché non mandi /resume.

error-media = Leggo parole, numeri e comandi. Mandami qualche parola e cerco le notizie.
error-number-where = In quale rassegna? Rispondi a quella che vuoi con { $number } e apro la notizia.

briefing-of = Rassegna di { $day }, con le correzioni
briefing-none-of = Non c’è nessuna rassegna di { $day }.
briefing-too-old = Conservo le rassegne per { $days } giorni. Prova con /briefing ieri.
briefing-day-unknown = Di che giorno? Prova con /briefing ieri o con una data, come /briefing 21 novembre.

about-text = { $publication } è una piccola redazione: prepara ogni notizia a partire da più testate, citate in fondo.
about-corrections = Ogni errore viene corretto in tutti i messaggi in cui compare, ed è la prima cosa che trovi nella rassegna successiva.
about-contact = Contatti: { $contact }
command-about = Chi siamo

privacy-title = Che cosa conservo di questa chat
privacy-chat = Il suo id, il tipo, la lingua e da quando la conosco
privacy-settings = Ciò che imposti qui: orari, fuso, sezioni, parole nascoste, ore di silenzio, pause
privacy-saved = Le notizie che hai salvato e quelle che segui · 👍 👎
privacy-messages = Quali notizie mostrano o hanno mostrato qui i miei messaggi, per poterle correggere; per { $days } giorni
privacy-deliveries = Quali rassegne sono arrivate qui e quando; per { $days } giorni
privacy-updates = Ciò che mandi, fino alla risposta; per altri { $days } giorni solo un’impronta, per non rispondere due volte
privacy-mistakes = Gli errori che hai segnalato, finché la redazione non se n’è occupata
privacy-not = Non conservo nomi, numeri di telefono né luoghi. Se condividi la posizione, ne tengo solo il fuso orario.
privacy-how = /export ti manda tutto; /forget cancella tutto, subito.
command-privacy = Che cosa conservo di te
command-export = Tutto ciò che conservo di te, in un file
command-forget = Cancella tutto ciò che conservo di te

export-caption = Tutto ciò che conservo di questa chat.
forget-ask = Cancellare tutto ciò che conservo di questa chat? Le rassegne finiscono e le notizie salvate si perdono. Non si può annullare.
forget-yes = Cancella tutto
forget-no = Non cancellare
forget-kept = Non è stato cancellato nulla.
forget-done = Fatto: tutto ciò che riguarda questa chat è stato cancellato. Per ricominciare da capo: /start

mistake-corrected = Avevi segnalato un errore in «{ $headline }» e l’abbiamo corretto: { $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = silenzio, silenziosa, silenzioso, silenziose, silenziare, silenzia, modalità silenziosa, modalita silenziosa, ore di silenzio, ora di silenzio, orario di silenzio, orari di silenzio, fascia di silenzio, ore silenziose, fascia silenziosa, senza suono, senza suoni, senza audio, muto, quiete, tranquillo, non disturbare
typed-off = no, off, stop, basta, niente, nulla, nessuno, nessuna, nessun, mai, fine, togli, togliere, via, rimuovi, rimuovere, elimina, eliminare, annulla, annullare, spegni, spegnere, spento, spenta, spente, disattiva, disattivare, disattivo, disattivato, disattivata, disattivate, disabilita, disabilitare
typed-every-day = tutti i giorni, ogni giorno, ciascun giorno, quotidiano, quotidiana, quotidiani, quotidianamente, giornaliero, giornaliera, giornalmente, tutta la settimana
typed-weekdays = feriali, feriale, giorni feriali, giorno feriale, lavorativi, lavorativo, giorni lavorativi, giorno lavorativo, giorni di lavoro, giorno di lavoro, in settimana, durante la settimana, infrasettimanali, infrasettimanale, giorni infrasettimanali, giorni della settimana
typed-weekends = fine settimana, finesettimana, fine-settimana, weekend, weekends, week end, week-end, week, nel fine settimana, nei fine settimana
typed-until = fino a, fino al, fino allo, fino alla, fino ad, fino, sino a, sino al, sino allo, sino alla, sino ad, sino, a, ad, al, alla, alle, all'
typed-since = da, dal, dalla, a partire da, a partire dal
typed-forever = sempre, per sempre, indefinitamente, a tempo indeterminato, tempo indeterminato, definitivamente, senza limite, senza limiti, senza fine, illimitato, all'infinito, infinito, fino a nuovo avviso, nuovo avviso, fino a nuovo ordine, nuovo ordine
typed-fillers = a, ad, al, allo, alla, ai, agli, alle, all', e, ed, o, oppure, poi, il, lo, la, i, gli, le, l', di, del, dello, della, dei, degli, delle, dell', d', da, dal, dallo, dalla, dai, dagli, dalle, dall', in, nel, nello, nella, nei, negli, nelle, nell', su, per, tra, fra, durante, verso, ogni, ognuno, ciascun, tutto, tutta, tutti, tutte, giorno, giorni, ora, ore, h, hr, hrs, punto, end, entro
typed-noon = mezzogiorno
typed-midnight = mezzanotte
typed-half-past = e mezza, e mezzo
typed-quarter-past = e un quarto, e quarto
typed-quarter-to = meno un quarto, meno quarto
typed-half-to = { "" }
typed-next = prossimo, prossima, che viene
typed-last = scorso, scorsa, passato
typed-next-week = settimana prossima, prossima settimana, settimana che viene, settimana entrante
typed-week-ends = fine della settimana, fine settimana compreso, resto della settimana, tutta la settimana, dopo il fine settimana, dopo il weekend
typed-next-week-ends = fine della settimana prossima, fine della prossima settimana
typed-feasts = natale=12-25, vigilia di natale=12-24, san silvestro=12-31, epifania=01-06
typed-next-month = mese prossimo, prossimo mese
typed-month-ends = fine mese, fine del mese, resto del mese, tutto il mese
typed-year-ends = capodanno, anno nuovo, fine anno, fine dell'anno, anno prossimo, prossimo anno
typed-spans = settimana prossima=7, prossima settimana=7, quindicina=15, dopodomani=2, giorno=1, giorni=1, settimana=7, settimane=7, mese=30, mesi=30, settimana e mezza=11, mese e mezzo=45, mezzo mese=15
typed-numbers = un=1, uno=1, una=1, primo=1, due=2, tre=3, quattro=4, cinque=5, sei=6, sette=7, otto=8, nove=9, dieci=10, undici=11, dodici=12, quindici=15, venti=20, trenta=30, un paio di=2
typed-endings = { "" }
typed-morning = mattino, mattina, del mattino
typed-evening = { "" }
typed-night = { "" }
typed-day-names = { "" }

story-follow = Segui
story-followed = Segui già
story-follows = Gli sviluppi apriranno i tuoi notiziari.
story-follows-not = Non segui più questa notizia.
follow-mark = La segui
update-new = Novità: { $note }
story-earlier = Prima:
settings-rich = Notizie come pagina
rich-more = Continua a leggere
rich-changes = Che cosa è cambiato
settings-topic = Impostazioni di questo argomento
stop-done-topic = In questo argomento non arriva più nulla da solo. Le impostazioni restano; /start o /resume fa ripartire l’invio.

web-skip = Vai alle notizie
web-search = Cerca
web-telegram = Su Telegram
web-corrections = Correzioni
web-no-corrections = Finora non c’è stato nulla da correggere.
web-page = Sul web
web-missing = Questa pagina non esiste.
