// naru manual: man pages and shell completion from the same descriptions as --help.
#include "run/commands/command.h"

#include "run/documents.h"

#include <QDir>

namespace naru::run {

namespace {

QString roff(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    if (text.startsWith(u'.') || text.startsWith(u'\''))
        text.prepend(u"\\&"_s);
    return text;
}

QString fullName(const CLI::App &app, QChar between)
{
    QString name = text(app.get_name());
    for (const CLI::App *parent = app.get_parent(); parent; parent = parent->get_parent())
        name = text(parent->get_name()) + between + name;
    return name;
}

void describe(const CLI::App &app, QString &page)
{
    page += u".SH "_s + told(QT_TRANSLATE_NOOP("Command", "OPTIONS")) + u'\n';
    for (const CLI::App *level = &app; level; level = level->get_parent())
        for (const CLI::Option *option : level->get_options()) {
            const QString name = text(option->get_name(false, true));
            page += u".TP\n\\fB"_s + roff(name) + u"\\fR\n"_s + roff(text(option->get_description())) + u'\n';
        }
    const auto commands = app.get_subcommands([](const CLI::App *) { return true; });
    if (commands.empty())
        return;
    page += u".SH "_s + told(QT_TRANSLATE_NOOP("Command", "COMMANDS")) + u'\n';
    for (const CLI::App *one : commands)
        page += u".TP\n\\fB"_s + roff(fullName(*one, u'-')) + u"\\fR(1)\n"_s + roff(text(one->get_description())) + u'\n';
}

QString manPage(const CLI::App &app)
{
    QString page = u".TH "_s + fullName(app, u'-').toUpper() + u" 1 \"\" \"naru "_s + QStringLiteral(NARU_VERSION) + u"\"\n"_s;
    page += u".SH "_s + told(QT_TRANSLATE_NOOP("Command", "NAME")) + u'\n' + roff(fullName(app, u'-')) + u" \\- "_s
        + roff(text(app.get_description())) + u'\n';
    page += u".SH "_s + told(QT_TRANSLATE_NOOP("Command", "SYNOPSIS")) + u"\n\\fB"_s + roff(fullName(app, u' ')) + u"\\fR"_s;
    for (const CLI::Option *option : app.get_options())
        if (option->get_positional())
            page += u" \\fI"_s + roff(text(option->get_name(true))) + u"\\fR"_s;
    page += u" [\\fI"_s + told(QT_TRANSLATE_NOOP("Command", "options")) + u"\\fR]\n"_s;
    describe(app, page);
    page += u".SH "_s + told(QT_TRANSLATE_NOOP("Command", "EXIT STATUS")) + u'\n'
        + told(QT_TRANSLATE_NOOP("Command", "0 done, 1 failed, 2 wrong usage, 3 bad input (nothing written), 4 a person is needed (nothing applied), "
                                            "5 denied, 6 conflict (nothing applied), 7 unavailable (try again)"))
        + u'\n';
    return page;
}

Status writeManPages(const CLI::App &app, const QString &folder)
{
    if (const Status status = writeFile(folder + u'/' + fullName(app, u'-') + u".1"_s, manPage(app).toUtf8()); !status)
        return status;
    for (const CLI::App *one : app.get_subcommands([](const CLI::App *) { return true; }))
        if (const Status status = writeManPages(*one, folder); !status)
            return status;
    return {};
}

QString optionWords(const CLI::App &app)
{
    QStringList words;
    for (const CLI::App *level = &app; level; level = level->get_parent())
        for (const CLI::Option *option : level->get_options())
            for (const std::string &name : option->get_lnames())
                words.append(u"--"_s + text(name));
    words.removeDuplicates();
    return words.join(u' ');
}

void complete(const CLI::App &app, const QString &path, QString &script)
{
    QStringList commands;
    for (const CLI::App *one : app.get_subcommands([](const CLI::App *) { return true; })) {
        commands.append(text(one->get_name()));
        complete(*one, path + u' ' + text(one->get_name()), script);
    }
    script += u"    \""_s + path + u"\") words=\""_s + (commands.join(u' ') + u' ' + optionWords(app)).trimmed() + u"\" ;;\n"_s;
}

QString bashCompletion(const CLI::App &app)
{
    QString cases;
    complete(app, u"naru"_s, cases);
    return u"# bash completion for naru\n_naru() {\n  local words path=naru word\n"
           "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    case \"$word\" in -*) ;; *)\n"
           "      case \" $(_naru_words \"$path\") \" in *\" $word \"*) path=\"$path $word\" ;; esac ;;\n    esac\n  done\n"
           "  COMPREPLY=($(compgen -W \"$(_naru_words \"$path\")\" -f -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\n"
           "_naru_words() {\n  local words=\n  case \"$1\" in\n"_s
        + cases + u"  esac\n  echo \"$words\"\n}\ncomplete -o filenames -F _naru naru\n"_s;
}

} // namespace

void addManualCommands(CLI::App &app, Context &context)
{
    auto folder = std::make_shared<std::string>("."); // shared: the callbacks outlive this function
    CLI::App *manual = app.add_subcommand("manual", said(QT_TRANSLATE_NOOP("Command", "Man pages and shell completion")));
    manual->require_subcommand(1);
    CLI::App *pages = manual->add_subcommand("pages", said(QT_TRANSLATE_NOOP("Command", "Write a man page for every command")));
    pages->add_option("FOLDER", *folder, said(QT_TRANSLATE_NOOP("Command", "Where to write them")));
    pages->callback([&app, &context, folder] {
        QDir().mkpath(text(*folder));
        if (const Status status = writeManPages(app, text(*folder)); !status)
            context.fail(status.error());
    });
    CLI::App *completion = manual->add_subcommand("completion", said(QT_TRANSLATE_NOOP("Command", "Print the completion for bash")));
    completion->callback([&app, &context] { context.print(bashCompletion(app)); });
}

} // namespace naru::run
