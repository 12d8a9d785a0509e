#include "ui/pages/person_card.h"

#include "ui/pages/person_model.h"
#include "ui/words.h"

#include <QLocale>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace naru::ui {

namespace {

QString escaped(const QString &text) { return text.toHtmlEscaped(); }

// HTML of headings and two-column facts, in the theme's colours.
class Sheet {
public:
    explicit Sheet(const Theme &theme)
        : m_theme(theme)
    {
    }

    void name(const QString &text, const QString &detail)
    {
        m_html += u"<p style='margin:0'><span style='font-size:%3px;font-weight:700'>%1</span>&nbsp; <span style='color:%4'>%2</span></p>"_s
                      .arg(escaped(text), escaped(detail)).arg(m_theme.px(19)).arg(muted());
    }
    void line(const QString &html) { m_html += u"<p style='margin:%2px 0 0 0'>%1</p>"_s.arg(html).arg(m_theme.px(4)); }
    void section(const QString &text)
    {
        m_html += u"<p style='margin:%2px 0 %3px 0'><b>%1</b></p>"_s.arg(escaped(text)).arg(m_theme.px(16)).arg(m_theme.px(4));
    }
    void fact(const QString &label, const QString &html)
    {
        if (!html.isEmpty())
            m_html += u"<p style='margin:0 0 %4px 0'><span style='color:%3'>%1</span>&nbsp; %2</p>"_s
                          .arg(escaped(label), html, muted()).arg(m_theme.px(2));
    }
    QString link(const QString &record, const QString &text) const
    {
        return u"<a href='%1' style='color:%3;text-decoration:none'>%2</a>"_s.arg(record, escaped(text), m_theme.colour(Tone::Accent).name());
    }
    QString toned(const QString &text, Tone tone) const
    {
        return u"<span style='color:%2'>%1</span>"_s.arg(escaped(text), m_theme.colour(tone).name());
    }
    QString html() const { return m_html; }

private:
    QString muted() const { return m_theme.colour(Tone::Muted).name(); }

    const Theme &m_theme;
    QString m_html;
};

QString period(QDate from, QDate to)
{
    return u"%1 ~ %2"_s.arg(shortDayText(from), shortDayText(to)).trimmed();
}

QString unitLink(const Sheet &sheet, const QString &code, const office::Directory &directory)
{
    return code.isEmpty() ? QString() : sheet.link(u"unit:"_s + code, directory.path(code));
}

QString personLink(const Sheet &sheet, const QString &empNo, const office::Directory &directory)
{
    const office::Person *person = directory.person(empNo);
    return empNo.isEmpty() ? QString() : sheet.link(u"person:"_s + empNo, person ? person->name : empNo);
}

void addAssignments(Sheet &sheet, const run::PersonDetail &detail, const office::Directory &directory)
{
    if (detail.assignments.isEmpty())
        return;
    sheet.section(PersonCard::tr("Assignments (%1)").arg(detail.assignments.size()));
    for (auto at = detail.assignments.crbegin(); at != detail.assignments.crend(); ++at) {
        QStringList words;
        if (!at->unit.isEmpty())
            words.append(unitLink(sheet, at->unit, directory));
        for (const QString &text : {at->outside, at->post, at->grade})
            if (!text.isEmpty())
                words.append(escaped(text));
        sheet.fact(period(at->validFrom, at->validTo), u"<b>%1</b> %2"_s.arg(escaped(at->nature), words.join(u' ')));
    }
}

void addRights(Sheet &sheet, const run::PersonDetail &detail, const office::Directory &directory)
{
    sheet.section(PersonCard::tr("Account and roles"));
    for (const office::Account &account : detail.accounts) {
        const bool isUsed = account.state == u"사용"_s;
        sheet.fact(PersonCard::tr("Account"),
                   u"%1 %2 %3"_s.arg(escaped(account.id), sheet.toned(account.state, isUsed ? Tone::Success : Tone::Warning),
                                     escaped(account.reason)));
    }
    if (detail.accounts.isEmpty())
        sheet.fact(PersonCard::tr("Account"), escaped(PersonCard::tr("none")));
    for (const office::RoleGrant &role : detail.roles)
        sheet.fact(role.role, role.unit.isEmpty() ? escaped(PersonCard::tr("whole office")) : unitLink(sheet, role.unit, directory));
    for (const office::Deputy &deputy : detail.deputies)
        sheet.fact(PersonCard::tr("Deputy"),
                   personLink(sheet, deputy.deputy, directory) + u' ' + escaped(period(deputy.validFrom, deputy.validTo)));
}

void addWork(Sheet &sheet, const run::PersonDetail &detail)
{
    const qsizetype count = detail.tasks.size() + detail.directives.size() + detail.approvalSteps.size();
    if (count > 0)
        sheet.section(PersonCard::tr("Work in charge (%1)").arg(count));
    for (const office::Task &task : detail.tasks)
        sheet.fact(PersonCard::tr("Task"), u"%1 · %2"_s.arg(escaped(task.title), escaped(task.state)));
    for (const office::Directive &one : detail.directives)
        sheet.fact(PersonCard::tr("Directive"), u"%1 · %2 %3"_s.arg(escaped(one.title), escaped(one.state), shortDayText(one.due)));
    for (const office::ApprovalStep &step : detail.approvalSteps)
        sheet.fact(step.role, u"%1 · %2"_s.arg(escaped(step.title), escaped(step.state)));
    if (!detail.handovers.isEmpty())
        sheet.section(PersonCard::tr("Hand-overs (%1)").arg(detail.handovers.size()));
    for (const office::Handover &handover : detail.handovers)
        sheet.fact(handover.state, escaped(handover.id));
    if (!detail.orders.isEmpty())
        sheet.section(PersonCard::tr("Orders (%1)").arg(detail.orders.size()));
    for (const office::OrderLine &line : detail.orders)
        sheet.fact(shortDayText(line.effective), u"<b>%1</b> %2"_s.arg(escaped(line.nature), escaped(line.place)));
}

} // namespace

PersonCard::PersonCard(const Theme &theme, QWidget *parent)
    : Panel(tr("Card"), parent)
    , m_theme(theme)
    , m_text(new QTextBrowser(this))
{
    m_text->setAccessibleName(tr("Card"));
    m_text->setMinimumHeight(1);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setProperty("role", u"reading"_s);
    body()->addWidget(m_text);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) { Q_EMIT linkChosen(url.toString()); });
}

void PersonCard::showPerson(const run::PersonDetail &detail, QDate day, const office::Directory &directory)
{
    const run::PersonRow &row = detail.row;
    Sheet sheet(m_theme);
    sheet.name(row.hanja.isEmpty() ? row.name : u"%1 (%2)"_s.arg(row.name, row.hanja), row.empNo);
    sheet.line(u"%1 %2"_s.arg(escaped(row.post), escaped(row.grade)));
    sheet.line(unitLink(sheet, row.unit, directory));
    sheet.line(sheet.toned(row.standing, mannerOfStanding(row.standing).tone) + u" · "_s
               + sheet.toned(tr("as of %1").arg(dayText(day)), Tone::Muted));
    addAssignments(sheet, detail, directory);
    addRights(sheet, detail, directory);
    addWork(sheet, detail);
    m_text->setHtml(sheet.html());
}

void PersonCard::showUnit(const run::UnitRow &row, const office::Directory &directory)
{
    Sheet sheet(m_theme);
    sheet.name(row.unit.name, row.unit.id);
    sheet.line(escaped(row.path));
    sheet.section(tr("Unit"));
    sheet.fact(tr("Institution"), escaped(row.unit.nature));
    sheet.fact(tr("Level"), escaped(row.unit.level));
    sheet.fact(tr("Head"), row.head.isEmpty() ? sheet.toned(tr("vacant"), Tone::Warning) : escaped(row.head));
    sheet.fact(tr("People"), escaped(tr("%1 here, %2 with the units below").arg(QLocale().toString(row.members), QLocale().toString(row.membersBelow))));
    sheet.fact(tr("Valid"), escaped(period(row.unit.validFrom, row.unit.validTo)));
    for (const QString &code : row.unit.predecessors)
        sheet.fact(tr("Took over from"), unitLink(sheet, code, directory));
    m_text->setHtml(sheet.html());
}

void PersonCard::clear(const QString &why)
{
    m_text->setPlainText(why);
}

QString PersonCard::plainText() const { return m_text->toPlainText(); }

PrintedText PersonCard::printed() const { return printedText(*m_text->document()); }

} // namespace naru::ui
