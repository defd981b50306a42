# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ Le brief du matin
    [afternoon] 🌤️ Le brief de l’après-midi
   *[evening] 🌙 Le brief du soir
}
briefing-length = { $stories ->
    [one] { $stories } article
    [many] { $stories } d’articles
   *[other] { $stories } articles
} · { $minutes } min
briefing-more = Encore { $count } à lire · /recent
briefing-more-than = Plus de { $count } autres à lire · /recent
briefing-nothing-since = Rien de nouveau depuis { $time }.
briefing-nothing-since-day = Rien de nouveau depuis le { $day } à { $time }.
briefing-gaps = Certains médias ne répondent pas en ce moment : des articles peuvent manquer dans { $sections }{ $more ->
    [0] .
    [one] { "" } et { $more } autre rubrique.
    [many] { "" } et { $more } d’autres rubriques.
   *[other] { "" } et { $more } autres rubriques.
}
briefing-nothing = Rien n’est encore publié. Redemandez un peu plus tard : le premier article sera ici.
briefing-nothing-fits = Rien ne correspond encore à vos réglages. /sections et /mute montrent ce que vous laissez de côté.

credit-line = D’après { $names }
credit-more = { $names } et { $count ->
    [one] { $count } autre
    [many] { $count } d’autres
   *[other] { $count } autres
}
update-mark = Mise à jour
alert-head = 🔴 Alerte info
notice-head = { $label ->
    [withdrawal] Article retiré
   *[correction] Article corrigé
} : #{ $number }

story-share = Partager
story-save = Enregistrer
story-saved = Enregistré
story-sources = Sources ({ $count })
story-older = ◀ Plus ancien
story-newer = Plus récent ▶
story-note = { $label ->
    [update] Mise à jour
   *[correction] Correction
} : { $note }
story-withdrawn = Cet article a été retiré.
story-withdrawn-reason = Motif : { $reason }
story-full = Lire l’article
story-unknown = L’article #{ $number } n’existe pas.
story-which = Quel article ? Envoyez /story et son numéro, par exemple /story 12.
story-no-older = C’est l’article le plus ancien.
story-no-newer = C’est l’article le plus récent.
story-picture-credit = Image : { $credit }
story-picture-removed = Cette image ne figure plus dans l’article.
story-mistake = Signaler une erreur

mistake-ask = Quelle est l’erreur dans « { $headline } » ?
mistake-how = Expliquez-la en un seul message : ce qui est écrit et ce qu’il faudrait lire.
mistake-cancel = Annuler
mistake-cancelled = D’accord.
mistake-empty = Écrivez-le avec des mots, s’il vous plaît.
mistake-enough = La rédaction a encore { $count } de vos signalements à lire. Envoyez celui-ci un peu plus tard.
mistake-thanks = Merci ! C’est transmis à la rédaction.

sources-title = Sources
sources-none = Cet article ne cite pas de sources.
sources-bears = { $count ->
    [one] à l’appui du point { $points }
    [many] à l’appui des points { $points }
   *[other] à l’appui des points { $points }
}
sources-independent = { $count ->
    [one] { $count } média indépendant
    [many] { $count } de médias indépendants
   *[other] { $count } médias indépendants
}
sources-first = D’abord publié par { $outlet }
sources-back = Article

recent-title = Derniers articles
recent-section = Derniers articles · { $section }
recent-empty = Pas encore d’articles.
recent-no-section = Il n’y a pas de rubrique « { $section } ».
recent-sections = Rubriques : { $sections }

search-title = Recherche :
search-empty = Aucun résultat. Essayez avec moins de mots, ou d’autres.
search-ask = Que cherchez-vous ? Envoyez /search et quelques mots, par exemple /search élections.

saved-title = Articles enregistrés
saved-empty = Rien d’enregistré pour l’instant. Touchez « Enregistrer » sous un article pour le retrouver ici.
following-empty = Vous ne suivez rien pour l’instant. Touchez « Suivre » sous un article : la suite viendra en tête de vos briefs.

list-recent = Derniers articles
list-back = ◀
list-on = ▶
list-page = { $page }/{ $pages }

start-greeting = Bienvenue sur { $publication }.
start-promise = L’actualité de nombreux médias en quelques minutes, sans détour : chaque article dit d’où vient l’info.
start-how = Touchez un numéro pour ouvrir l’article. /recent affiche les précédents, /search trouve ce que vous cherchez et /help présente le reste.

help-title = Ce que je sais faire
help-inline = Dans n’importe quelle discussion, tapez @{ $username } et quelques mots pour partager un article.
help-reply = Répondez à un brief par un numéro pour ouvrir l’article.

command-start = Pour commencer
command-briefing = Votre brief, tout de suite
command-recent = Les derniers articles, tous ou d’une rubrique
command-story = Un article complet, par son numéro
command-sources = D’où vient l’info
command-search = Chercher des articles
command-saved = Vos articles enregistrés
command-following = Les sujets que vous suivez
command-help = Ce que je sais faire

inline-start = Ouvrir { $publication }
inline-nothing = Aucun résultat · ouvrir { $publication }

error-unknown-command = Je ne connais pas cette commande. /help montre ce que je sais faire.
error-old-button = Ce bouton n’est plus valable. Renvoyez la commande.
error-list-gone = Cette liste a expiré. Relancez la recherche.
error-number = Il n’y a pas de numéro { $number } dans ce brief.
error-apology = Un problème est survenu de notre côté. Réessayez dans une minute.
error-over-quota = Cela fait beaucoup d’un coup. Je réponds aux premiers messages ; patientez un peu avant de continuer.

settings-button = Réglages
settings-title = Réglages
settings-line = { $name } : { $value }
settings-times = Horaires
settings-zone = Fuseau horaire
settings-sections = Rubriques
settings-mutes = Mots masqués
settings-quiet = Heures de silence
settings-silent = Sans son
settings-alerts = Alertes info
settings-stories = { $count ->
    [one] { $count } article au plus par brief
    [many] { $count } d’articles au plus par brief
   *[other] { $count } articles au plus par brief
}
settings-pause = Pause d’une semaine
settings-resume = Reprendre
settings-back = ◀ Réglages
settings-next = Prochain brief : { $day } à { $time }.
settings-no-times = Aucun horaire choisi : demandez /briefing quand vous voulez.
settings-stopped = Envois arrêtés : plus rien n’arrive automatiquement. Reprenez quand vous voulez.
settings-refused = Depuis le { $day }, impossible d’envoyer quoi que ce soit ici : { $reason ->
    [no_rights] je n’ai pas le droit d’écrire.
    [closed] ce sujet du groupe est fermé.
    [not_found] Telegram ne trouve pas cette discussion.
   *[other] Telegram refuse l’envoi.
} Je continue d’essayer.
settings-changed = C’est enregistré.
vote-done = Merci.
vote-gone = Retiré.
settings-admins = Seuls les admins peuvent changer ce que reçoit ce groupe.

settings-channel = Réglages du canal

ask-location = Partagez votre position et j’en déduis votre fuseau horaire. Le lieu n’est pas conservé.
ask-location-button = 📍 Partager ma position
ask-channel = Choisissez un de vos canaux ou transférez-moi l’une de ses publications. Il me faut le droit d’y publier.
ask-channel-button = Choisir un canal

channel-connect = Connecter un canal
channel-connected = Canal connecté : { $title }. Briefs : { $times } ({ $zone }). Pour changer, c’est ici :
channel-no-rights = Je ne peux pas publier dans ce canal. Ajoutez-moi aux admins avec le droit de publier des messages, puis réessayez.
channel-admins = Seuls les admins du canal peuvent le faire.
channel-gone = Ce canal n’est plus connecté. Reconnectez-le depuis /settings.

times-none = aucun
times-daily = tous les jours
times-weekdays = en semaine
times-on = le { $days }
times-only-weekdays = En semaine seulement
times-full = { $count } horaires au maximum. Retirez-en un d’abord.
times-type = Ou tapez /schedule et vos horaires : /schedule 7:30 18:00 lun-ven
times-unknown = Je n’ai pas compris. Essayez /schedule 7:30 18:00 lun-ven, une ville comme /schedule Montréal, ou /schedule silence 22-7.

zone-type = Ou tapez une ville ou un fuseau : /schedule Bruxelles
zone-located = Votre fuseau horaire : { $zone }.
zone-here = 📍 D’après ma position
zone-unknown = Je ne connais pas cette ville. Tapez-en une plus grande à proximité, comme /schedule Bruxelles.

sections-all = Toutes
sections-last = Il faut au moins une rubrique. /pause et /stop arrêtent les envois.
sections-how = Touchez ce que vous voulez suivre. Si tout est coché, les nouvelles rubriques s’ajoutent d’elles-mêmes.

mute-none = aucun
mute-how = /mute suivi d’un mot masque les articles qui le mentionnent ; /unmute les réaffiche.
mute-done = Les articles qui mentionnent « { $word } » sont masqués. Pour les revoir : /unmute { $word }
unmute-done = Les articles qui mentionnent « { $word } » sont de retour.
unmute-unknown = « { $word } » n’est pas masqué. /mute montre ce qui l’est.
mute-too-long = C’est trop long. Envoyez 30 lettres au plus, par exemple /mute golf.
mute-too-many = Vous masquez déjà beaucoup de mots. Retirez-en un d’abord : la liste est dans /mute.
mute-no-words = Il n'y a pas de mot à chercher là-dedans. Envoyez-en un, par exemple /mute golf.

pause-done = En pause jusqu’au { $day }. Pour reprendre avant : /resume
resume-done = C’est reparti !
stop-done = Plus rien n’arrivera automatiquement. Vos réglages sont conservés ; pour reprendre, /start ou /resume.

stop-elsewhere = { $count ->
    [one] Un autre sujet de ce groupe reçoit encore des briefs ; envoyez-y aussi /stop.
    [many] { $count } d’autres sujets de ce groupe reçoivent encore des briefs ; envoyez-y aussi /stop.
   *[other] { $count } autres sujets de ce groupe reçoivent encore des briefs ; envoyez-y aussi /stop.
}

start-subscribed = Vos briefs : { $times } ({ $zone }).
group-greeting = Bonjour ! { $publication } apporte ses briefs à ce groupe : { $times } ({ $zone }). Les admins peuvent changer les horaires avec /settings.

command-schedule = Horaires, fuseau horaire, heures de silence
command-sections = Ce que vous suivez
command-mute = Masquer ce qui mentionne un mot
command-unmute = Ne plus masquer un mot
command-settings = Tous vos réglages
command-pause = Ne rien recevoir pendant un temps
command-resume = Mettre fin à la pause
command-stop = Arrêter les envois

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = L’actualité en bref, avec ses sources, quand vous voulez.
profile-description = { $publication } vous envoie des briefs tirés de nombreux médias : le titre, les points clés et d’où vient l’info. Touchez un numéro pour lire l’article complet et voir ses sources. À vous de choisir les horaires, les rubriques et ce que vous préférez ne pas voir.

credit-one = Un seul média

settings-marks = Renvois aux sources
reading-last = Il faut au moins une langue ; « Toutes » les prend toutes.
settings-reading = Langues des articles
settings-nothing-new = Dire s’il n’y a rien de neuf
settings-pictures = Images
settings-language = Langue
settings-language-client = Comme dans Telegram
language-unknown = Je ne parle pas cette langue. Je parle : { $languages }.
command-language = La langue dans laquelle je vous parle

zone-which = De quel lieu s’agit-il ?
quiet-now = Heures de silence : { $hours }. Les messages arrivent alors sans son. Pour y mettre fin : /schedule silence non
quiet-none = Pas d’heures de silence. Pour en choisir : /schedule silence 22-7
times-too-many = { $sent } horaires, c’est trop : { $count } au maximum. Rien n’a changé.
times-no-times = Il manque l’heure. Ajoutez-la, comme dans /schedule 7:30 lun-ven.

pause-unknown = Je n’ai pas compris pour combien de temps. Essayez /pause 3, /pause 2 semaines, /pause jusqu’à vendredi ou /pause pour toujours.
pause-over = Ce jour est déjà passé. Essayez /pause jusqu’à vendredi.
pause-too-long = C’est plus d’un an. Avec /pause pour toujours, rien n’arrive tant que vous n’envoyez pas /resume.

error-media = Je lis les mots, les numéros et les commandes. Envoyez-moi quelques mots et je cherche des articles.
error-number-where = Quel brief ? Répondez-y par { $number } et j’ouvre l’article.

briefing-of = Le brief du { $day }, corrections comprises
briefing-none-of = Pas de brief le { $day }.
briefing-too-old = Je conserve les briefs { $days } jours. Essayez /briefing hier.
briefing-day-unknown = Quel jour ? Essayez /briefing hier ou une date, comme /briefing 21 novembre.

about-text = { $publication } est une petite rédaction : elle compose chaque article à partir de plusieurs médias, cités sous l’article.
about-corrections = Toute erreur est corrigée dans chaque message où elle figure, et votre brief suivant commence par vous le dire.
about-contact = Contact : { $contact }
command-about = Qui sommes-nous

privacy-title = Ce que je conserve de cette discussion
privacy-chat = Son identifiant, son type, sa langue et depuis quand je la connais
privacy-settings = Vos réglages ici : horaires, fuseau, rubriques, mots masqués, heures de silence, pauses
privacy-saved = Les articles que vous avez enregistrés, ceux que vous suivez · 👍 👎
privacy-messages = Les articles que montrent ou ont montrés mes messages ici, pour pouvoir les corriger ; pendant { $days } jours
privacy-deliveries = Les briefs envoyés ici, et quand ; pendant { $days } jours
privacy-updates = Ce que vous envoyez, jusqu’à la réponse ; puis, pendant { $days } jours, une empreinte seule, pour ne pas répondre deux fois
privacy-mistakes = Les erreurs que vous avez signalées, jusqu’à ce que la rédaction les ait traitées
privacy-not = Je ne conserve ni nom, ni numéro de téléphone, ni lieu. Si vous partagez votre position, je n’en garde que le fuseau horaire.
privacy-how = /export vous envoie tout ; /forget efface tout, tout de suite.
command-privacy = Ce que je conserve sur vous
command-export = Tout ce que je conserve sur vous, dans un fichier
command-forget = Effacer tout ce que je conserve sur vous

export-caption = Tout ce que je conserve de cette discussion.
forget-ask = Effacer tout ce que je conserve de cette discussion ? Les briefs s’arrêtent et les articles enregistrés sont perdus. C’est irréversible.
forget-yes = Tout effacer
forget-no = Ne rien effacer
forget-kept = Rien n’a été effacé.
forget-done = C’est fait : tout ce qui concerne cette discussion est effacé. Pour repartir de zéro : /start

mistake-corrected = Vous avez signalé une erreur dans « { $headline } ». C’est corrigé : { $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = silence, silences, silencieux, silencieuse, silencieuses, mode silencieux, heures de silence, heure de silence, heures silencieuses, plage silencieuse, plages silencieuses, heures calmes, calme, tranquille, muet, sans son, sans bruit, sans sonnerie, ne pas déranger, ne pas deranger
typed-off = non, off, stop, aucun, aucune, rien, jamais, fin, arrêt, arret, arrêter, arreter, arrête, arrete, arrêtez, arretez, désactiver, desactiver, désactive, desactive, désactivez, desactivez, désactivé, désactivée, desactivée, désactivées, desactivees, supprimer, supprime, supprimez, enlever, enlève, enleve, retirer, annuler, couper
typed-every-day = tous les jours, tout les jours, chaque jour, chaques jours, quotidien, quotidienne, quotidiens, quotidiennement, toute la semaine, journalier
typed-weekdays = en semaine, la semaine, semaine, jours de semaine, jour de semaine, jours ouvrés, jours ouvres, jour ouvré, jour ouvre, ouvrés, ouvres, jours ouvrables, jour ouvrable, ouvrables, ouvrable, jours travaillés, jours travailles, jours de travail, jour de travail
typed-weekends = week-end, week-ends, weekend, weekends, week end, week ends, we, fin de semaine, fins de semaine, week
typed-until = jusqu'à, jusqu'a, jusqu'au, jusqu'aux, jusqu'en, jusque, jusqu'à ce, jusqu'a ce, à, a, au
typed-since = dès, depuis, à partir de, à partir du
typed-forever = toujours, pour toujours, indéfiniment, indefiniment, indéfini, indefini, définitivement, definitivement, sans limite, sans fin, illimité, illimite, jusqu'à nouvel ordre, jusqu'a nouvel ordre, nouvel ordre
typed-fillers = à, a, au, aux, et, ou, puis, le, la, les, l', de, du, des, d', dès, en, dans, par, pour, pendant, durant, entre, depuis, vers, sur, chaque, tout, tous, toute, toutes, jour, jours, h, hr, hrs, heure, heures, pile, précise, precise, précises, precises, end, ends, l'après, l'apres, après, apres, d'ici, ce, cette, ces
typed-noon = midi
typed-midnight = minuit
typed-half-past = et demie, et demi
typed-quarter-past = et quart
typed-quarter-to = moins le quart, moins quart
typed-half-to = { "" }
typed-next = prochain, prochaine, qui vient
typed-last = dernier, dernière, passé
typed-next-week = semaine prochaine, prochaine semaine, semaine suivante, semaine qui vient
typed-week-ends = fin de la semaine, la fin de la semaine, reste de la semaine, toute la semaine, après le week-end, après le weekend, la fin du week-end, fin du week-end
typed-next-week-ends = fin de la semaine prochaine, la fin de la semaine prochaine
typed-feasts = noël=12-25, noel=12-25, la noël=12-25, réveillon de noël=12-24, saint-sylvestre=12-31, la saint-sylvestre=12-31
typed-next-month = mois prochain, mois suivant
typed-month-ends = fin du mois, la fin du mois, fin de mois, reste du mois, tout le mois
typed-year-ends = nouvel an, jour de l'an, fin de l'année, la fin de l'année, année prochaine, an prochain
typed-spans = quinzaine=15, semaine qui vient=7, après-demain=2, après demain=2, an=365, ans=365, année=365, jour=1, jours=1, semaine=7, semaines=7, mois=30, semaine et demie=11, mois et demi=45, demi-mois=15, huitaine=8
typed-numbers = un=1, une=1, deux=2, trois=3, quatre=4, cinq=5, six=6, sept=7, huit=8, neuf=9, dix=10, onze=11, douze=12, quinze=15, vingt=20, trente=30
typed-endings = { "" }
typed-morning = { "" }
typed-evening = { "" }
typed-night = nuit, de la nuit
typed-day-names = { "" }

story-follow = Suivre
story-followed = Suivi
story-follows = La suite ouvrira vos prochains bulletins.
story-follows-not = Vous ne suivez plus ce sujet.
follow-mark = Vous suivez ce sujet
update-new = Nouveau : { $note }
story-earlier = Avant :
settings-rich = Articles en page native
rich-more = Lire la suite
rich-changes = Ce qui a changé
settings-topic = Réglages de ce sujet
stop-done-topic = Plus rien n’arrivera de soi-même dans ce sujet. Ses réglages sont conservés ; /start ou /resume reprend l’envoi.

web-skip = Aller aux articles
web-search = Rechercher
web-telegram = Dans Telegram
web-corrections = Corrections
web-no-corrections = Rien n’a encore dû être corrigé.
web-page = Sur le web
web-missing = Cette page n’existe pas.
