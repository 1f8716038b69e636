reminder-complaint = You have a complaint that is not sent. All you wrote is kept: you can go on.
warning-complaint = Your unsent complaint has not been changed for a long time. If nothing is changed, it will be erased with its photos and files on { $date }.
erased-complaint = The unsent complaint was erased with its photos and files: it had not been changed for a long time.
