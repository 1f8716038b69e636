backup-no-folder = { $folder }: no such folder; is the disk there that it is on?
backup-file = { $file }  { $size } bytes
backup-removed = { $file } removed: keys are kept for { $days ->
       [one] { $days } day
      *[other] { $days } days
    }
backup-refused = no backup: { $why }
backup-not-written = no backup: { $folder } cannot be written ({ $why })
backup-not-copied = { $file } cannot be copied ({ $why })
backup-not-read = { $file } cannot be read ({ $why })
backup-not-opened = the master key does not open { $file }
backup-of-damage = { $file } is damaged: a backup of it would be, too
backup-keys-changed = { $file } was changed meanwhile: try again
backup-exists = { $file } is there already
backup-wanted-data = { $file } is a backup of keys, not of data
backup-wanted-keys = { $file } is a backup of data, not of keys
backup-none = { $file } is damaged, or is no backup
backup-format = { $file } is of another format ({ $format }) than this program's ({ $known })
backup-other-key = { $file } was made with another master key
backup-damaged = { $file } is damaged: it is not as it was written
damaged-file = { $file } is damaged ({ $why })
damaged-key = { $file } is damaged (a key in it does not open)
restore-refused = not restored: { $why }
restore-no-file = { $file }: no such file
restore-clock = the clock of this machine is behind the backup's: set it first
restore-keys-expired = { $file } is older than { $days ->
       [one] { $days } day
      *[other] { $days } days
    }: erased data would be back
restore-of-another = { $keys } is of another bot than { $data }
restore-keys-older = { $file } is older than the data: take keys of the same time or later
restore-not-whole = its history is not whole: { $what }. It was so when the backup was made; take an earlier one, or restore it as it is with --even-if-not-whole
restore-although-not-whole = the history is not whole, and was not when the backup was made: { $what }
restore-numbers = { $file } is of { $when }: numbers may have been given after it, and none may be given twice. Either --heads FILE with the history.heads of the lost machine's own disk, which shows whether anything came after; or --skip N, with more numbers than any register of one office can have given since: the registers go on after a gap, and the history says why
restore-heads = { $file } { $why }
heads-changed = was changed, or was written with another master key
heads-older = ends at entry { $last }, and the backup holds { $held }: it is older than the backup
heads-of-another = is of another history than the backup
restore-later-entries = { $count } { $count ->
       [one] entry
      *[other] entries
    } of the history came after { $file }: take a later backup; or with --skip { $number } no number is given twice, for every number leaves an entry
restore-in-the-way = DATA_DIR: { $folder } holds { $files }: move that away first, and keep it
restore-continued = the restore into { $folder } that had not ended is done now; the files named here were not used
restore-done = restored into { $folder }: data of { $data }, keys of { $keys }
restore-lost = entries of the history that are lost: { $count }
restore-lost-unknown = entries of the history that are lost: unknown
restore-invitations = invitations that nobody had used are revoked
restore-skipped = every register goes on { $count } { $count ->
       [one] number
      *[other] numbers
    } later
restore-erased = erased after the backup, and erased here: { $count }
restore-never-again = the lost machine's bot must never start again
rekey-neither = Neither MASTER_KEY nor the new key opens { $file }. If a change of the key has begun, give the two keys that it began with.
rekey-damaged = { $file } is damaged: a key in it does not open. Nothing was changed. “audit verify” says more.
rekey-being-read = Somebody is reading { $file }, such as “backup”, so the change of the key did not end. Wait for that, and run “rekey” again.
rekey-in-file = NEW_MASTER_KEY: the master key is in { $file }, and a new one is made there. Remove NEW_MASTER_KEY. If the key is to be in MASTER_KEY, first move it there from the file.
rekey-old-first = MASTER_KEY: the change of the key did not end, and this is not the key that it began with. Put the old key back into MASTER_KEY, the new one into NEW_MASTER_KEY, and run “rekey” again.
rekey-same = NEW_MASTER_KEY: this is the present key. Give another: openssl rand -base64 32
rekey-ask = New master key (not shown as you type):
rekey-ask-again = The same again:
rekey-differs = The two keys differ. Nothing was changed.
rekey-no-key = NEW_MASTER_KEY: neither set nor given as input. Make a key, write it down on paper, and give it: openssl rand -base64 32
rekey-done = The master key was changed, and the old one opens nothing any more. Now put the new key into MASTER_KEY, remove NEW_MASTER_KEY, start the bot, and take a “backup” at once. Keep the old key elsewhere for as long as backups made with it are needed.
rekey-done-file = The master key was changed: the new one is in { $file }, the old one opens nothing here any more. Write the new key down on paper, start the bot, and take a “backup” at once. The old key is in { $kept }: take it away from here, and keep it for as long as backups made with it are needed.
