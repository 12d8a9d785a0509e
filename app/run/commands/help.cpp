#include "run/commands/help.h"

#include "run/commands/command.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>

namespace naru::run {

namespace {

// Hangul takes two columns of a terminal.
qsizetype columnsOf(const QString &text)
{
    return text.size() + std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x1100; });
}

class HelpInWords : public CLI::Formatter {
public:
    HelpInWords()
    {
        label("Usage", said(QT_TRANSLATE_NOOP("Command", "Usage")));
        label("OPTIONS", said(QT_TRANSLATE_NOOP("Command", "options")));
        label("SUBCOMMAND", said(QT_TRANSLATE_NOOP("Command", "command")));
        label("SUBCOMMANDS", get_label("SUBCOMMAND"));
        label("Positionals", said(QT_TRANSLATE_NOOP("Command", "Arguments")));
        label("Options", said(QT_TRANSLATE_NOOP("Command", "Options")));
        label("Subcommands", said(QT_TRANSLATE_NOOP("Command", "Commands")));
        label("REQUIRED", said(QT_TRANSLATE_NOOP("Command", "(required)")));
        label("TEXT", said(QT_TRANSLATE_NOOP("Command", "text")));
        label("INT", said(QT_TRANSLATE_NOOP("Command", "number")));
        label("UINT", get_label("INT"));
        label("Needs", said(QT_TRANSLATE_NOOP("Command", "with")));
        label("Excludes", said(QT_TRANSLATE_NOOP("Command", "without")));
    }

    std::string make_group(std::string group, bool isPositional, std::vector<const CLI::Option *> options) const override
    {
        return CLI::Formatter::make_group(get_label(group), isPositional, options);
    }

    std::string make_subcommands(const CLI::App *app, CLI::AppFormatMode mode) const override
    {
        std::string out = CLI::Formatter::make_subcommands(app, mode);
        const std::string heading = "\nSubcommands:\n";
        if (const size_t at = out.find(heading); at != std::string::npos)
            out.replace(at, heading.size(), '\n' + get_label("Subcommands") + ":\n");
        return out;
    }

    // A group of options of which just one is wanted; CLI11 says so in English only.
    std::string make_expanded(const CLI::App *group) const override
    {
        std::string out = '\n' + said(QT_TRANSLATE_NOOP("Command", "One of these")) + ":\n";
        for (const CLI::Option *one : group->get_options([](const CLI::Option *option) { return option->nonpositional(); }))
            if (one != group->get_help_ptr())
                out += make_option(one, false);
        return out;
    }

    // "TEXT:{small,city}" has no label of its own.
    std::string make_option_opts(const CLI::Option *option) const override
    {
        QString out = text(CLI::Formatter::make_option_opts(option));
        return out.replace(u" TEXT:"_s, u' ' + text(get_label("TEXT")) + u' ').toStdString();
    }

    // In columns of the terminal; CLI11 counts bytes.
    std::string make_option(const CLI::Option *option, bool isPositional) const override
    {
        const std::string head = "  " + make_option_name(option, isPositional) + make_option_opts(option);
        const qsizetype gap = static_cast<qsizetype>(column_width_) - columnsOf(text(head));
        const std::string between = gap > 0 ? std::string(static_cast<size_t>(gap), ' ') : '\n' + std::string(column_width_, ' ');
        return head + between + make_option_desc(option) + '\n';
    }

    std::string make_description(const CLI::App *app) const override { return app->get_description() + '\n'; }

    std::string make_footer(const CLI::App *app) const override
    {
        if (!app->get_parent())
            return CLI::Formatter::make_footer(app);
        return said(QT_TRANSLATE_NOOP("Command", "Every command also takes --office, --actor, --as-of, --json, --quiet, and --verbose: see naru --help."))
            + '\n';
    }
};

// The command that was meant, as far as its words were understood.
const CLI::App *meant(const CLI::App *app)
{
    while (!app->get_subcommands().empty())
        app = app->get_subcommands().front();
    return app;
}

QString path(const CLI::App *app)
{
    return app->get_parent() ? path(app->get_parent()) + u' ' + text(app->get_name()) : text(app->get_name());
}

QString whatIsWrong(const CLI::App *app, const CLI::Error &error)
{
    const QString raw = text(error.what());
    const auto code = static_cast<CLI::ExitCodes>(error.get_exit_code());
    if (code == CLI::ExitCodes::ExtrasError)
        return told(QT_TRANSLATE_NOOP("Command", "expected no more words but found: %1")).arg(raw.section(u": "_s, 1));
    if (code == CLI::ExitCodes::RequiredError && raw.startsWith(u"A subcommand"))
        return told(QT_TRANSLATE_NOOP("Command", "expected a command behind '%1'")).arg(path(meant(app)));
    if (code == CLI::ExitCodes::RequiredError && raw.endsWith(u" is required"))
        return told(QT_TRANSLATE_NOOP("Command", "expected %1 but it is missing")).arg(raw.chopped(12));
    if (code == CLI::ExitCodes::ConversionError)
        return told(QT_TRANSLATE_NOOP("Command", "expected another value: %1")).arg(raw.section(u": "_s, 1));
    return raw;
}

} // namespace

std::shared_ptr<CLI::FormatterBase> helpInWords() { return std::make_shared<HelpInWords>(); }

std::string wrongUsage(const CLI::App *app, const CLI::Error &error)
{
    return (u"naru: "_s + whatIsWrong(app, error) + u'\n'
            + told(QT_TRANSLATE_NOOP("Command", "Its help: %1 --help")).arg(path(meant(app))) + u'\n')
        .toStdString();
}

} // namespace naru::run
