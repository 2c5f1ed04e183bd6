# Completion of nutgraf for fish; written from the table of commands.
# __nutgraf_names OPTION...: the files that a list knows of, in the spool that the line names.
function __nutgraf_names
    set -l where
    set -l words (commandline -opc)
    for i in (seq (count $words))
        switch $words[$i]
            case --root --instance --config
                set -a where $words[$i] $words[(math $i + 1)]
            case '--root=*' '--instance=*' '--config=*'
                set -a where $words[$i]
        end
    end
    nutgraf list -n 200 $argv $where --json 2>/dev/null | sed -n 's/.*"file":"\([^"\\]*\)".*/\1/p'
end
function __nutgraf_instances
    for spool in /var/spool/nutgraf@*
        string replace -r '.*/nutgraf@' '' $spool
    end
end
complete -c nutgraf -f
complete -c nutgraf -n __fish_use_subcommand -l help -d 'help'
complete -c nutgraf -n __fish_use_subcommand -l version -d 'the version'
complete -c nutgraf -n __fish_use_subcommand -a status -d 'tells how the service is'
complete -c nutgraf -n '__fish_seen_subcommand_from status' -l root -x -a '(__fish_complete_directories)' -d 'the spool (/var/spool/nutgraf)'
complete -c nutgraf -n '__fish_seen_subcommand_from status' -l instance -x -a '(__nutgraf_instances)' -d 'the inbox of nutgraf@NAME.service: its spool and its configuration'
complete -c nutgraf -n '__fish_seen_subcommand_from status' -l config -r -F -d 'the configuration (/etc/nutgraf/nutgraf.conf)'
complete -c nutgraf -n '__fish_seen_subcommand_from status' -l json -d 'JSON for programs'
complete -c nutgraf -n __fish_use_subcommand -a list -d 'lists what became of files, the latest first'
complete -c nutgraf -n '__fish_seen_subcommand_from list' -l failed -d 'what lies in failed/, with the reasons'
complete -c nutgraf -n '__fish_seen_subcommand_from list' -l waiting -d 'what waits in the inbox or is in hand'
complete -c nutgraf -n '__fish_seen_subcommand_from list' -l since -x -d 'results since a day (2026-11-24), a time (2026-11-24T17:00) or for so long (2h)'
complete -c nutgraf -n '__fish_seen_subcommand_from list' -s n -x -d 'at most so many'
complete -c nutgraf -n '__fish_seen_subcommand_from list' -l root -x -a '(__fish_complete_directories)' -d 'the spool (/var/spool/nutgraf)'
complete -c nutgraf -n '__fish_seen_subcommand_from list' -l instance -x -a '(__nutgraf_instances)' -d 'the inbox of nutgraf@NAME.service: its spool and its configuration'
complete -c nutgraf -n '__fish_seen_subcommand_from list' -l config -r -F -d 'the configuration (/etc/nutgraf/nutgraf.conf)'
complete -c nutgraf -n '__fish_seen_subcommand_from list' -l json -d 'JSON for programs'
complete -c nutgraf -n __fish_use_subcommand -a show -d 'prints the result of a file'
complete -c nutgraf -n '__fish_seen_subcommand_from show' -l summary -d 'headline and summary alone'
complete -c nutgraf -n '__fish_seen_subcommand_from show' -l json -d 'the record as it is'
complete -c nutgraf -n '__fish_seen_subcommand_from show' -l root -x -a '(__fish_complete_directories)' -d 'the spool (/var/spool/nutgraf)'
complete -c nutgraf -n '__fish_seen_subcommand_from show' -l instance -x -a '(__nutgraf_instances)' -d 'the inbox of nutgraf@NAME.service: its spool and its configuration'
complete -c nutgraf -n '__fish_seen_subcommand_from show' -l config -r -F -d 'the configuration (/etc/nutgraf/nutgraf.conf)'
complete -c nutgraf -n '__fish_seen_subcommand_from show' -a '(__nutgraf_names)'
complete -c nutgraf -n __fish_use_subcommand -a why -d 'tells a file\'s history from its drop to its result, the reason of a failure and the mend'
complete -c nutgraf -n '__fish_seen_subcommand_from why' -l root -x -a '(__fish_complete_directories)' -d 'the spool (/var/spool/nutgraf)'
complete -c nutgraf -n '__fish_seen_subcommand_from why' -l instance -x -a '(__nutgraf_instances)' -d 'the inbox of nutgraf@NAME.service: its spool and its configuration'
complete -c nutgraf -n '__fish_seen_subcommand_from why' -l config -r -F -d 'the configuration (/etc/nutgraf/nutgraf.conf)'
complete -c nutgraf -n '__fish_seen_subcommand_from why' -a '(__nutgraf_names)'
complete -c nutgraf -n __fish_use_subcommand -a watch -d 'prints results as they come, until Ctrl-C'
complete -c nutgraf -n '__fish_seen_subcommand_from watch' -l root -x -a '(__fish_complete_directories)' -d 'the spool (/var/spool/nutgraf)'
complete -c nutgraf -n '__fish_seen_subcommand_from watch' -l instance -x -a '(__nutgraf_instances)' -d 'the inbox of nutgraf@NAME.service: its spool and its configuration'
complete -c nutgraf -n '__fish_seen_subcommand_from watch' -l config -r -F -d 'the configuration (/etc/nutgraf/nutgraf.conf)'
complete -c nutgraf -n __fish_use_subcommand -a add -d 'delivers files into the inbox, each whole at once'
complete -c nutgraf -n '__fish_seen_subcommand_from add' -l wait -d 'wait for the results, and print where they came out'
complete -c nutgraf -n '__fish_seen_subcommand_from add' -l section -x -d 'the section of the inbox to deliver into'
complete -c nutgraf -n '__fish_seen_subcommand_from add' -l name -x -d 'the name to deliver under, for a single FILE'
complete -c nutgraf -n '__fish_seen_subcommand_from add' -l root -x -a '(__fish_complete_directories)' -d 'the spool (/var/spool/nutgraf)'
complete -c nutgraf -n '__fish_seen_subcommand_from add' -l instance -x -a '(__nutgraf_instances)' -d 'the inbox of nutgraf@NAME.service: its spool and its configuration'
complete -c nutgraf -n '__fish_seen_subcommand_from add' -l config -r -F -d 'the configuration (/etc/nutgraf/nutgraf.conf)'
complete -c nutgraf -n '__fish_seen_subcommand_from add' -F
complete -c nutgraf -n __fish_use_subcommand -a retry -d 'puts failed files back into the inbox'
complete -c nutgraf -n '__fish_seen_subcommand_from retry' -l all -d 'all that lies in failed/'
complete -c nutgraf -n '__fish_seen_subcommand_from retry' -l root -x -a '(__fish_complete_directories)' -d 'the spool (/var/spool/nutgraf)'
complete -c nutgraf -n '__fish_seen_subcommand_from retry' -l instance -x -a '(__nutgraf_instances)' -d 'the inbox of nutgraf@NAME.service: its spool and its configuration'
complete -c nutgraf -n '__fish_seen_subcommand_from retry' -l config -r -F -d 'the configuration (/etc/nutgraf/nutgraf.conf)'
complete -c nutgraf -n '__fish_seen_subcommand_from retry' -a '(__nutgraf_names --failed)'
complete -c nutgraf -n __fish_use_subcommand -a redo -d 'puts originals of done/ back into the inbox, for a new version or other settings'
complete -c nutgraf -n '__fish_seen_subcommand_from redo' -l all -d 'all that lies in done/'
complete -c nutgraf -n '__fish_seen_subcommand_from redo' -l since -x -d 'all of that day and later'
complete -c nutgraf -n '__fish_seen_subcommand_from redo' -l root -x -a '(__fish_complete_directories)' -d 'the spool (/var/spool/nutgraf)'
complete -c nutgraf -n '__fish_seen_subcommand_from redo' -l instance -x -a '(__nutgraf_instances)' -d 'the inbox of nutgraf@NAME.service: its spool and its configuration'
complete -c nutgraf -n '__fish_seen_subcommand_from redo' -l config -r -F -d 'the configuration (/etc/nutgraf/nutgraf.conf)'
complete -c nutgraf -n '__fish_seen_subcommand_from redo' -a '(__nutgraf_names)'
complete -c nutgraf -n __fish_use_subcommand -a forget -d 'removes stories everywhere: inbox, outbox, done/, failed/, reading/, history'
complete -c nutgraf -n '__fish_seen_subcommand_from forget' -l dry-run -d 'only say what the history knows of it'
complete -c nutgraf -n '__fish_seen_subcommand_from forget' -l patience -x -d 'seconds that the service is waited for (60)'
complete -c nutgraf -n '__fish_seen_subcommand_from forget' -l root -x -a '(__fish_complete_directories)' -d 'the spool (/var/spool/nutgraf)'
complete -c nutgraf -n '__fish_seen_subcommand_from forget' -l instance -x -a '(__nutgraf_instances)' -d 'the inbox of nutgraf@NAME.service: its spool and its configuration'
complete -c nutgraf -n '__fish_seen_subcommand_from forget' -l config -r -F -d 'the configuration (/etc/nutgraf/nutgraf.conf)'
complete -c nutgraf -n '__fish_seen_subcommand_from forget' -a '(__nutgraf_names)'
complete -c nutgraf -n __fish_use_subcommand -a summarize -d 'prints the article of each file, or of standard input, with its summary'
complete -c nutgraf -n '__fish_seen_subcommand_from summarize' -l words -x -d 'summaries of at most so many words; 55 where nothing is said'
complete -c nutgraf -n '__fish_seen_subcommand_from summarize' -l sentences -x -d 'summaries of at most so many sentences'
complete -c nutgraf -n '__fish_seen_subcommand_from summarize' -l characters -x -d 'summaries of at most so many characters'
complete -c nutgraf -n '__fish_seen_subcommand_from summarize' -l ratio -x -d 'summaries of at most this share of the article\'s words, like 0.2'
complete -c nutgraf -n '__fish_seen_subcommand_from summarize' -l format -x -a 'text json markdown' -d 'how'
complete -c nutgraf -n '__fish_seen_subcommand_from summarize' -F
complete -c nutgraf -n __fish_use_subcommand -a filter -d 'answers JSON Lines with JSON Lines, one a line, in order'
complete -c nutgraf -n '__fish_seen_subcommand_from filter' -l words -x -d 'summaries of at most so many words; 55 where nothing is said'
complete -c nutgraf -n '__fish_seen_subcommand_from filter' -l sentences -x -d 'summaries of at most so many sentences'
complete -c nutgraf -n '__fish_seen_subcommand_from filter' -l characters -x -d 'summaries of at most so many characters'
complete -c nutgraf -n '__fish_seen_subcommand_from filter' -l ratio -x -d 'summaries of at most this share of the article\'s words, like 0.2'
complete -c nutgraf -n '__fish_seen_subcommand_from filter' -l all-sentences -d 'list every sentence with its score'
complete -c nutgraf -n '__fish_seen_subcommand_from filter' -l jobs -x -d 'so many workers at once'
complete -c nutgraf -n __fish_use_subcommand -a check-config -d 'prints the configuration in force, each value below its origin, or its mistakes'
complete -c nutgraf -n '__fish_seen_subcommand_from check-config' -l root -x -a '(__fish_complete_directories)' -d 'the spool (/var/spool/nutgraf)'
complete -c nutgraf -n '__fish_seen_subcommand_from check-config' -l instance -x -a '(__nutgraf_instances)' -d 'the inbox of nutgraf@NAME.service: its spool and its configuration'
complete -c nutgraf -n '__fish_seen_subcommand_from check-config' -l config -r -F -d 'the configuration (/etc/nutgraf/nutgraf.conf)'
complete -c nutgraf -n __fish_use_subcommand -a run -d 'is the service: works on DIR/inbox until SIGTERM; SIGHUP reloads'
complete -c nutgraf -n '__fish_seen_subcommand_from run' -l once -d 'end when nothing is left to do'
complete -c nutgraf -n '__fish_seen_subcommand_from run' -l root -x -a '(__fish_complete_directories)' -d 'the spool (/var/spool/nutgraf)'
complete -c nutgraf -n '__fish_seen_subcommand_from run' -l instance -x -a '(__nutgraf_instances)' -d 'the inbox of nutgraf@NAME.service: its spool and its configuration'
complete -c nutgraf -n '__fish_seen_subcommand_from run' -l config -r -F -d 'the configuration (/etc/nutgraf/nutgraf.conf)'
complete -c nutgraf -n __fish_use_subcommand -a hook -d 'runs a program for each new result and each failure; see nutgraf.service(8)'
complete -c nutgraf -n '__fish_seen_subcommand_from hook' -l state -x -a '(__fish_complete_directories)' -d 'the folder that keeps how far it has come'
complete -c nutgraf -n '__fish_seen_subcommand_from hook' -l timeout -x -d 'seconds that the program may take (30)'
complete -c nutgraf -n '__fish_seen_subcommand_from hook' -l once -d 'end when nothing is new'
complete -c nutgraf -n '__fish_seen_subcommand_from hook' -l root -x -a '(__fish_complete_directories)' -d 'the spool (/var/spool/nutgraf)'
complete -c nutgraf -n '__fish_seen_subcommand_from hook' -l instance -x -a '(__nutgraf_instances)' -d 'the inbox of nutgraf@NAME.service: its spool and its configuration'
complete -c nutgraf -n '__fish_seen_subcommand_from hook' -F
