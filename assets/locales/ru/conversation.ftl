conversation-early = «{ $text }» отправлено раньше, чем появился { $question }. Это не записано как ответ.
conversation-early-file = То, что вы прислали, отправлено раньше, чем бот об этом спросил, и не сохранено. Если это ответ, отправьте его ещё раз.
conversation-offer = Это ответ на { $question }?

    «{ $text }»
conversation-take-button = Да, это ответ
conversation-drop-button = Нет
conversation-dropped = Хорошо, не записано.
conversation-question = вопрос { $number }
conversation-this = вопрос на экране
conversation-waits = Вопрос, который вы оставили, ждёт ответа.
conversation-resume-question = Вернуться к вопросу { $number } из { $total }
conversation-resume-apply = Вернуться к заявлению
conversation-resume-upload = Вернуться к копии документа
conversation-resume-further = Вернуться к списку материалов
conversation-resume-complaining = Вернуться к жалобе
conversation-resume-work = Вернуться к делу
conversation-resume-handling = Вернуться к жалобе
conversation-resume-joining = Вернуться к приглашению
conversation-choose = Здесь нужно нажать кнопку на экране. Чтобы найти отдел, отправьте /offices.
conversation-edited = Ответ исправлен по вашей правке: «{ $text }».
conversation-edit-refused = Правка не записана: { $problem }

    Прежний ответ остаётся.
conversation-edit-late = Вы исправили сообщение, но заявление или жалоба уже поданы: изменить ответ в них бот больше не может.
conversation-edit-gone = Вы исправили сообщение, но того, к чему оно относилось, уже нет. Ничего не изменено.
conversation-edit-file = Вы заменили файл в сообщении. У бота остался прежний: отправьте новый файл отдельным сообщением.
