#!/bin/sh
# Installs SmartGoals for the user who runs this, without any rights; --remove takes it away.
# The plans, in ~/.local/share/smartgoals or where she has put them, are never touched.
set -eu

usage="Usage: ./install.sh [--remove]"
source=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
opt=$HOME/.local/opt/smartgoals
bin=$HOME/.local/bin

remove() {
    rm -rf "$opt" "$opt.new"
    if [ -L "$bin/smartgoals" ]; then rm -f "$bin/smartgoals"; fi
    rm -f "$data/applications/org.smartgoals.SmartGoals.desktop" \
        "$data/mime/packages/org.smartgoals.SmartGoals.xml" \
        "$data/metainfo/org.smartgoals.SmartGoals.metainfo.xml" \
        "$data/man/man1/smartgoals.1"
    for size in "$data"/icons/hicolor/*/; do
        rm -f "$size"apps/org.smartgoals.SmartGoals.png "$size"apps/org.smartgoals.SmartGoals.svg \
            "$size"mimetypes/application-x-smartgoals-plan.png \
            "$size"mimetypes/application-x-smartgoals-plan.svg
    done
    drop_lists
    for place in applications mime/packages metainfo man icons/hicolor; do
        if [ -d "$data/$place" ]; then
            find "$data/$place" -depth -type d -exec rmdir {} \; 2>/dev/null || true
        fi
    done
}

# What desktops note about programs and kinds of files, where there is nothing left to note.
drop_lists() {
    drop_list applications mimeinfo.cache
    drop_list icons/hicolor icon-theme.cache
    if [ -d "$data/mime/packages" ] && [ -z "$(ls "$data/mime/packages")" ]; then
        rm -rf "$data/mime"
    fi
}

drop_list() {
    if [ -d "$data/$1" ] && [ -z "$(find "$data/$1" -type f ! -name "$2")" ]; then
        rm -f "$data/$1/$2"
    fi
}

install_program() {
    mkdir -p "$(dirname -- "$opt")" "$bin" "$data"
    # The new one is whole before the old one goes.
    rm -rf "$opt.new"
    cp -R "$source/SmartGoals" "$opt.new"
    rm -rf "$opt"
    mv "$opt.new" "$opt"
    cp -R "$source/share/." "$data/"
    ln -sf "$opt/smartgoals" "$bin/smartgoals"
    # A desktop that does not search ~/.local/bin finds the program all the same.
    entry=$data/applications/org.smartgoals.SmartGoals.desktop
    sed -e "s|^Exec=smartgoals|Exec=\"$opt/smartgoals\"|" \
        -e "s|^TryExec=.*|TryExec=$opt/smartgoals|" "$entry" >"$entry.new"
    mv "$entry.new" "$entry"
}

# Desktops that keep lists of programs and kinds of files are told to read them again.
tell_desktop() {
    if command -v update-desktop-database >/dev/null 2>&1 && [ -d "$data/applications" ]; then
        update-desktop-database -q "$data/applications" || true
    fi
    if command -v update-mime-database >/dev/null 2>&1 && [ -d "$data/mime/packages" ]; then
        update-mime-database "$data/mime" || true
    fi
    if command -v gtk-update-icon-cache >/dev/null 2>&1 && [ -d "$data/icons/hicolor" ]; then
        gtk-update-icon-cache -q -t "$data/icons/hicolor" || true
    fi
}

# Where the plans are: in the folder that was chosen in the settings, if there is one.
plans() {
    cat "$data/smartgoals/folder.txt" 2>/dev/null || printf %s "$data/smartgoals"
}

case ${1-} in
"")
    install_program
    tell_desktop
    echo "SmartGoals is installed; it is in the menu, and in $bin/smartgoals."
    ;;
--remove)
    remove
    tell_desktop
    echo "SmartGoals is removed. Your plans stay in $(plans)."
    ;;
*)
    echo "$usage" >&2
    exit 2
    ;;
esac
