conversation-early = «{ $text }» хабары { $question } шыққанға дейін жіберілген. Ол жауап ретінде жазылмады.
conversation-early-file = Сіз жібергеніңіз бот сұрағанға дейін жіберілген, сондықтан сақталмады. Бұл жауап болса, қайта жіберіңіз.
conversation-offer = Бұл жауап па ({ $question })?

    «{ $text }»
conversation-take-button = Иә, бұл жауап
conversation-drop-button = Жоқ
conversation-dropped = Жақсы, жазылмады.
conversation-question = { $number }-сұрақ
conversation-this = экрандағы сұрақ
conversation-waits = Сіз қалдырған сұрақ жауап күтіп тұр.
conversation-resume-question = { $total } сұрақтың { $number }-сұрағына оралу
conversation-resume-apply = Өтінішке оралу
conversation-resume-upload = Құжаттың көшірмесіне оралу
conversation-resume-further = Материалдар тізіміне оралу
conversation-resume-complaining = Шағымға оралу
conversation-resume-work = Іске оралу
conversation-resume-handling = Шағымға оралу
conversation-resume-joining = Шақыруға оралу
conversation-choose = Мұнда экрандағы түймені басу керек. Бөлімді табу үшін /offices жіберіңіз.
conversation-edited = Жауап түзетуіңіз бойынша өзгертілді: «{ $text }».
conversation-edit-refused = Түзету жазылмады: { $problem }

    Бұрынғы жауап қалады.
conversation-edit-late = Сіз хабарды түзеттіңіз, бірақ өтініш немесе шағым берілген: бот ондағы жауапты енді өзгерте алмайды.
conversation-edit-gone = Сіз хабарды түзеттіңіз, бірақ оған қатысты жазба енді жоқ. Ештеңе өзгертілген жоқ.
conversation-edit-file = Сіз хабардағы файлды ауыстырдыңыз. Ботта бұрынғысы қалды: жаңа файлды бөлек хабармен жіберіңіз.
