# Completion of nutgraf for bash; written from the table of commands.
# _nutgraf_names OPTION...: the files that a list knows of, in the spool that the line names.
_nutgraf_names() {
    local i name where=() names=() word=${COMP_WORDS[COMP_CWORD]//\\/}
    for ((i = 2; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --root | --instance | --config)
                name=${COMP_WORDS[i]}
                [ "${COMP_WORDS[i+1]}" != = ] || i=$((i + 1))
                where+=("$name" "${COMP_WORDS[i+1]}") ;;
        esac
    done
    mapfile -t names < <(nutgraf list -n 200 "$@" "${where[@]}" --json 2>/dev/null | sed -n 's/.*"file":"\([^"\\]*\)".*/\1/p')
    for name in "${names[@]}"; do
        [[ $name != "$word"* ]] || COMPREPLY+=("$name")
    done
    compopt -o filenames 2>/dev/null
}
_nutgraf() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
    local options='' operands=''
    COMPREPLY=()
    if [ "$COMP_CWORD" = 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "status list show why watch add retry redo forget summarize filter check-config reload run hook --help --version" -- "$word")
        return
    fi
    if [ "$word" = = ]; then word=''; elif [ "$before" = = ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
    case $before in
        --root | --state) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
        --config) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --instance) mapfile -t COMPREPLY < <(compgen -W "$(cd /var/spool && printf '%s\n' nutgraf@* | sed -n 's/nutgraf@\([^*]\)/\1/p')" -- "$word"); return ;;
        --format) mapfile -t COMPREPLY < <(compgen -W "text json markdown" -- "$word"); return ;;
        --characters | --jobs | --name | --patience | --pid | --ratio | --section | --sentences | --since | --timeout | --words | -n) return ;;
    esac
    case $command in
        status) options="--root --instance --config --json --help" operands=none ;;
        list) options="--failed --waiting --since -n --root --instance --config --json --help" operands=none ;;
        show) options="--summary --json --root --instance --config --help" operands=settled ;;
        why) options="--root --instance --config --help" operands=settled ;;
        watch) options="--root --instance --config --help" operands=none ;;
        add) options="--wait --patience --section --name --root --instance --config --help" operands=file ;;
        retry) options="--all --root --instance --config --help" operands=failed ;;
        redo) options="--all --since --root --instance --config --help" operands=settled ;;
        forget) options="--dry-run --patience --root --instance --config --help" operands=settled ;;
        summarize) options="--words --sentences --characters --ratio --format --help" operands=file ;;
        filter) options="--words --sentences --characters --ratio --all-sentences --jobs --help" operands=none ;;
        check-config) options="--root --instance --config --help" operands=none ;;
        reload) options="--pid --root --instance --config --help" operands=none ;;
        run) options="--once --root --instance --config --help" operands=none ;;
        hook) options="--state --timeout --once --root --instance --help" operands=file ;;
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
        return
    fi
    case $operands in
        file) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
        failed) _nutgraf_names --failed ;;
        settled) _nutgraf_names ;;
    esac
}
complete -F _nutgraf nutgraf
