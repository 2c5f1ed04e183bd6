# Completion of nutgraf for bash; written from the table of commands.
_nutgraf() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
    local options= operands=
    COMPREPLY=()
    if [ "$COMP_CWORD" = 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "status list show why watch add retry redo forget summarize filter check-config run hook --help --version" -- "$word")
        return
    fi
    case $before in
        --root) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
        --config) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --format) mapfile -t COMPREPLY < <(compgen -W "text json markdown" -- "$word"); return ;;
    esac
    case $command in
        status) options="--root --config --json --help" operands=none ;;
        list) options="--failed --waiting --since -n --root --config --json --help" operands=none ;;
        show) options="--summary --root --json --help" operands=settled ;;
        why) options="--root --config --help" operands=settled ;;
        watch) options="--root --help" operands=none ;;
        add) options="--wait --section --name --root --config --help" operands=file ;;
        retry) options="--all --root --help" operands=failed ;;
        redo) options="--all --since --root --config --help" operands=settled ;;
        forget) options="--dry-run --root --help" operands=settled ;;
        summarize) options="--words --sentences --characters --ratio --format --help" operands=file ;;
        filter) options="--words --sentences --characters --ratio --all-sentences --jobs --help" operands=none ;;
        check-config) options="--config --help" operands=none ;;
        run) options="--root --once --config --help" operands=none ;;
        hook) options="--state --timeout --once --root --help" operands=file ;;
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
        return
    fi
    case $operands in
        file) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
        failed) mapfile -t COMPREPLY < <(compgen -W "$(nutgraf list --failed -n 200 --json 2>/dev/null | sed -n 's/.*"file":"\([^"\\]*\)".*/\1/p')" -- "$word") ;;
        settled) mapfile -t COMPREPLY < <(compgen -W "$(nutgraf list -n 200 --json 2>/dev/null | sed -n 's/.*"file":"\([^"\\]*\)".*/\1/p')" -- "$word") ;;
    esac
}
complete -F _nutgraf nutgraf
