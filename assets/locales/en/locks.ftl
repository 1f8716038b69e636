command-lock = A phone is lost: close access
command-unlock = Give access back
staff-lock-button = Phone lost: lock
staff-unlock-button = Unlock
lock-state = <b>Access is locked.</b>
lock-lock-whom = <b>Whom to lock?</b>
lock-lock-nobody = There is nobody to lock now.
lock-lock-example = Or at once by surname or number: <b>/lock Ахметова</b>
lock-unlock-whom = <b>Whom to unlock?</b>
lock-unlock-nobody = Nobody is locked now.
lock-unlock-example = Or at once by surname or number: <b>/unlock Ахметова</b>
lock-more = These are the first { $most }. The others are found by surname.
lock-not-found = Nobody was found: { $typed }
lock-ask = <b>Lock { $name }?</b>
lock-effect = Access closes at once, on all devices of this person: no cases, complaints, digests or people. What they began and did not send is dropped. Their cases stay with them. Their own applications remain open to them.
lock-yes-button = Yes, lock
lock-done = <b>{ $name }: access is closed.</b>
lock-next = The bot cannot remove all that the chat has shown: end the lost phone's session in Telegram itself, too (“Settings” → “Devices”). When the phone is found or replaced: “Unlock” or /unlock. If the cases cannot wait, hand them on.
lock-unlock-button = Unlock
lock-unlock-ask = <b>Give { $name } access again?</b>

    Make sure that it is the person who writes: call them.
lock-unlock-yes-button = Yes, give access
lock-unlocked = <b>{ $name }: access is open.</b>
lock-own = You cannot lock yourself: there might be nobody to unlock you. If you lost your phone, call another admin or your head.
notice-lock = Your access for work is closed. If you have your phone, call your head.
notice-unlock = Your access for work is open again.
lock-row = { $row } (access locked)
